"""What a claim offers: by a key, in the menu, and where the claim is shown."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.keys import ENTER, Keys

from factdesk.desk import houses
from factdesk.model.article import Article
from factdesk.model.claim import Claim, WorkState
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui import actions
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.record_row import RecordRow


def place(window: MainWindow, words: str) -> Span:
    start = window.page.view.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def claim(window: MainWindow, story: Article, desk: Store) -> Claim:
    """A claim at hand, the keyboard on the page."""
    window.open_article(story.id)
    window.activateWindow()
    window.opened.mark(place(window, "harbour"))
    window.page.view.setFocus()
    assert window.at_hand.claim is not None
    return desk.claim(window.at_hand.claim)


def offers(menu: QMenu) -> list[str]:
    """List what a menu offers, its submenus with it."""
    told: list[str] = []
    for act in menu.actions():
        inner = act.menu()
        told += offers(inner) if isinstance(inner, QMenu) else [act.text().replace("&", "")]
    return [words for words in told if words]


@pytest.mark.usefixtures("claim")
@pytest.mark.parametrize(
    ("key", "field"),
    [
        (Qt.Key.Key_Q, "What the writer shall answer"),
        (Qt.Key.Key_L, "Where you looked"),
        (Qt.Key.Key_P, "Whom you asked"),
        (Qt.Key.Key_E, "The words as they should be"),
        (Qt.Key.Key_O, "Role in which you sign"),
        (Qt.Key.Key_G, "Add an issue"),
        (Qt.Key.Key_T, "Add a note"),
    ],
)
def test_one_key_leads_to_whatever_is_recorded(window: MainWindow, key: Qt.Key, field: str) -> None:
    Keys().press(key)
    focused = window.panel.focusWidget()
    assert focused is not None
    assert focused.hasFocus()
    assert focused.accessibleName() == field


def test_a_vote_is_offered_only_where_the_desk_wants_votes(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    assert not window.actions_by_name["vote"].isEnabled()
    window.session.do(lambda: houses.describe(desk, votes=2))
    assert window.at_hand.claim == claim.id
    Keys().press(Qt.Key.Key_V)
    assert window.panel.records.votes.adder.isVisible()


def test_a_state_is_two_letters_away_and_only_those_that_may_follow_are_offered(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    Keys().press(Qt.Key.Key_S, Qt.Key.Key_E)
    assert desk.claim(claim.id).state is WorkState.EVIDENCE_COMPLETE
    Keys().press(Qt.Key.Key_S, Qt.Key.Key_N)
    Keys().type("cut from the article")
    Keys().press(ENTER)
    assert desk.claim(claim.id).state is WorkState.NOT_CHECKED
    able = {name for name, act in window.actions_by_name.items() if act.isEnabled()}
    assert {name for name in able if name.startswith("state_")} == {"state_reopened"}


def test_what_is_selected_is_one_more_place_or_a_part(
    window: MainWindow, claim: Claim, desk: Store, story: Article
) -> None:
    assert not window.actions_by_name["also_here"].isEnabled()
    window.page.view.select_span(place(window, "Port Alder"))
    Keys().press(Qt.Key.Key_N)
    version = desk.latest_version(story.id)
    assert [anchor.exact for anchor in desk.anchors(claim.id, version.id)] == [
        "harbour",
        "Port Alder",
    ]
    window.page.view.select_span(place(window, "41 million"))
    Keys().press(Qt.Key.Key_D)
    assert [part.reference for part in desk.claims_under(claim.id)] == ["C2"]


def test_without_a_claim_nothing_is_offered_for_one(window: MainWindow, story: Article) -> None:
    window.open_article(story.id)
    names = {entry.name for entry in actions.of_claim() if entry.name}
    assert not {name for name in names if window.actions_by_name[name].isEnabled()}


def test_list_page_and_panel_offer_the_same_for_a_claim(
    window: MainWindow, claim: Claim, qtbot: QtBot
) -> None:
    window.opened.mark(place(window, "Port Alder"))
    other = window.at_hand.claim
    assert other is not None
    rows = window.claims.rows
    row = window.claims._model.row_of(claim.id)
    assert row is not None
    in_list = rows.visualRect(rows.model().index(row, 0)).center()
    told: list[list[str]] = []
    reason = QContextMenuEvent.Reason.Mouse
    for part in (rows.viewport(), window.page.view.viewport()):
        window.at_hand.take_up(other)
        at = in_list if part is rows.viewport() else _middle(window)
        QApplication.sendEvent(part, QContextMenuEvent(reason, at, part.mapToGlobal(at)))
        assert window.at_hand.claim == claim.id
        told.append(_shown(window, qtbot))
    window.panel.paper.head._more.click()
    told.append(_shown(window, qtbot))
    assert told[0] == told[1] == told[2]
    wanted = {"Cross off", "Judge: False", "Query out", "Log a search", "History…", "Remove claim"}
    assert wanted <= set(told[0])


def _middle(window: MainWindow) -> QPoint:
    view = window.page.view
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.geometry_of_text.positions.to_utf16(place(window, "harbour").start + 3))
    return view.cursorRect(cursor).center()


def _shown(window: MainWindow, qtbot: QtBot) -> list[str]:
    menu = window.offering.menu
    assert menu is not None
    assert menu.isVisible()
    told = offers(menu)
    menu.close()
    qtbot.waitUntil(lambda: window.offering.menu is None, timeout=1000)
    return told


def test_a_record_offers_in_its_menu_what_its_buttons_do(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    wish = CiteWish("Almanac", "https://example.org/a", Stance.SUPPORTS, quote="led in 1988")
    window.at_hand.wish(claim.id, wish)
    card = window.panel.evidence.cards[0]
    Keys().press(Qt.Key.Key_Q)
    Keys().type("Where from?")
    Keys().press(ENTER)
    assert _own(card) == ["Edit", "Open https://example.org/a", "Remove", "Copy"]
    (row,) = window.panel.records.queries.findChildren(RecordRow)
    assert _own(row) == ["Answer…", "Remove", "Copy"]
    next(act for act in _menu(row).actions() if act.text() == "Remove").trigger()
    assert desk.queries(claim.id) == []


def _menu(record: QWidget) -> QMenu:
    at = record.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(record, QContextMenuEvent(reason, at, record.mapToGlobal(at)))
    return record.findChildren(QMenu)[-1]


def _own(record: QWidget) -> list[str]:
    menu = _menu(record)
    told = [act.text() for act in menu.actions()]
    menu.close()
    return told
