"""The claim at hand in the real window: keys in, the desk file looked at."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.ui.keys import ENTER, Keys

from factdesk.desk import claims
from factdesk.model.article import Article, Mode
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Change, Edit
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.model.wishes import BringBackWish, FieldWish, StateWish
from factdesk.store.store import Store
from factdesk.ui.dialogs.life import LifeDialog
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.parts import LinkButton


def place(window: MainWindow, words: str) -> Span:
    start = window.page.view.text.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def claim(window: MainWindow, story: Article, desk: Store) -> Claim:
    """A claim at hand on the story's page."""
    window.open_article(story.id)
    window.activateWindow()
    window.opened.mark(place(window, "harbour"))
    assert window.at_hand.claim is not None
    return desk.claim(window.at_hand.claim)


def test_mark_judge_and_cite_with_a_pasted_link_takes_few_keys(
    window: MainWindow, story: Article, desk: Store
) -> None:
    window.open_article(story.id)
    window.activateWindow()
    view, keys = window.page.view, Keys()
    view.setFocus()
    view.select_span(place(window, "first time since 1972"))
    QGuiApplication.clipboard().setText("https://example.org/almanac#:~:text=led%20in%201988")
    keys.press(Qt.Key.Key_M, Qt.Key.Key_5, Qt.Key.Key_C)
    keys.type("Port almanac")
    keys.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Down, ENTER)
    (line,) = desk.claims_in(story.id)
    assert [verdict.rating for verdict in desk.verdicts(line.id)] == ["false"]
    (piece,) = desk.evidence(line.id)
    assert (piece.stance, piece.quote) == (Stance.REFUTES, "led in 1988")
    assert keys.count <= 12
    assert keys.count == 7


def test_one_key_crosses_off_and_a_line_says_why_nothing_is_cited(
    window: MainWindow, claim: Claim, desk: Store, story: Article
) -> None:
    checked = desk.article(story.id).model_copy(update={"mode": Mode.LINE_CHECK})
    window.session.do(lambda: Edit("Mode", (Change(desk.article(story.id), checked),)))
    keys = Keys()
    window.page.view.setFocus()
    window.at_hand.cross_off()
    keys.type("seen on its gate")
    keys.press(ENTER)
    assert desk.claim(claim.id).state is WorkState.FINAL
    assert desk.exemptions(claim.id)[0].reason == "seen on its gate"
    assert window.page.view.hasFocus()
    window.session.undo_stack.undo()
    assert desk.claim(claim.id).state is WorkState.MARKED
    assert desk.verdicts(claim.id) == []


def test_a_verb_that_is_refused_is_told_beside_the_claim_alone(
    window: MainWindow, claim: Claim
) -> None:
    assert not window.at_hand.wish(claim.id, StateWish(WorkState.REOPENED))
    assert window.panel.prompt.isVisible()
    assert "C1 is marked" in window.panel.prompt.words.text()
    assert not window.page.banners.banners


def ask_writer(window: MainWindow) -> Keys:
    keys = Keys()
    window.panel.ask_writer()
    keys.type("Where does this come from?")
    keys.press(ENTER)
    return keys


def test_what_is_recorded_shows_at_once_and_is_undone(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    ask_writer(window)
    assert desk.claim(claim.id).state is WorkState.QUERY_OUT
    assert window.panel.records.queries.isVisible()
    assert window.panel.paper.head.state.text() == "Query out ▾"
    window.session.undo_stack.undo()
    assert desk.queries(claim.id) == []
    assert not window.panel.records.queries.isVisible()


def test_the_same_words_elsewhere_are_marked_one_key_each(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    keys = Keys()
    window.panel.find_elsewhere()
    keys.press(Qt.Key.Key_Space, Qt.Key.Key_Space)
    assert window.opened.version is not None
    assert len(desk.anchors(claim.id, window.opened.version.id)) == 3
    assert claims.elsewhere(desk, claim, window.opened.version) == []
    window.panel.find_elsewhere()
    assert "nowhere else" in window.panel.prompt.words.text()


def test_a_selection_is_one_more_place_or_a_part(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    window.at_hand.also_here(place(window, "Port Alder"))
    window.at_hand.split_off(place(window, "41 million"), place(window, "last year"))
    assert window.opened.version is not None
    assert len(desk.anchors(claim.id, window.opened.version.id)) == 2
    assert [part.reference for part in desk.claims_under(claim.id)] == ["C2", "C3"]
    window.panel.paper.head.kin.links[1].click()
    assert window.at_hand.claim == desk.claims_under(claim.id)[1].id


def test_an_earlier_state_is_brought_back_from_the_history(
    window: MainWindow, claim: Claim, desk: Store, qtbot: QtBot
) -> None:
    for wording in ("one", "two"):
        window.at_hand.wish(claim.id, FieldWish("wording", wording))
    window.panel.show_history()
    (dialog,) = window.panel.findChildren(LifeDialog)
    assert isinstance(dialog, QDialog)
    assert dialog.rows.item(0).text().endswith("wording: one → two")
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    dialog.back.click()
    assert desk.claim(claim.id).wording == "one"
    assert not window.at_hand.wish(claim.id, BringBackWish(claim.id, 99))


def test_a_claim_that_anybody_changes_is_shown_anew(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    window.session.do(lambda: claims.set_fields("Raise", desk.claim(claim.id), priority="central"))
    assert window.panel.paper.details.priority.value == "central"


def test_enter_presses_the_button_that_has_the_keyboard(
    window: MainWindow, claim: Claim, desk: Store
) -> None:
    keys = ask_writer(window)
    answer = next(
        button
        for button in window.panel.records.queries.findChildren(LinkButton)
        if button.isVisible() and button.text().replace("&", "").startswith("Answer")
    )
    answer.setFocus()
    keys.press(ENTER)
    keys.type("From the ledger.")
    keys.press(ENTER)
    assert [query.answer for query in desk.queries(claim.id)] == ["From the ledger."]
