"""What the program remarks is shown on the claim and on the article, and is set aside there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.story import import_story
from tests.ui.keys import CTRL, ENTER, Keys

from factdesk.desk import claims, evidence, houses, remarks
from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.remark import Remarked
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.dialogs.house import HouseDialog
from factdesk.ui.main_window import MainWindow

TEXT = (
    "Cargo grew by 12 percent last year. “We have doubled our crews and nobody will stop us.”",
    "Ferries rose by 50 percent, from 40 to 52.",
)


@pytest.fixture
def town(desk: Store) -> Article:
    return import_story(desk, *TEXT, content=b"the town")


def mark(desk: Store, article: Article, words: str, quote: str = "") -> Claim:
    version = desk.latest_version(article.id)
    start = version.text.index(words)
    claim, edit = claims.mark(desk, version, Span(start, start + len(words)))
    desk.apply(edit)
    if quote:
        wish = CiteWish(title="Yearbook", url="", stance=Stance.SUPPORTS, quote=quote)
        desk.apply(evidence.cite(desk, claim, wish))
    return claim


def open_at(window: MainWindow, claim: Claim) -> None:
    window.open_article(claim.article)
    window.opened.repaint()
    window.page.view.setFocus()
    window.at_hand.pick_up(claim.id)


def words_of(window: MainWindow) -> list[str]:
    return [row.words.text() for row in window.panel.paper.remarks.rows]


def test_a_wrong_number_strikes_the_eye_in_list_panel_and_evidence(
    desk: Store, town: Article, window: MainWindow, qtbot: QtBot
) -> None:
    claim = mark(desk, town, "Cargo grew by 12 percent", "Cargo grew by 1.2 percent in the year.")
    open_at(window, claim)
    section = window.panel.paper.remarks
    qtbot.waitUntil(section.body.isVisible)
    (words,) = words_of(window)
    assert words.startswith("≠ The claim says “12 percent”, evidence 1 says “1.2 percent”: more")
    model = window.claims.rows.model()
    assert "1 open remark" in str(model.data(model.index(0, 0)))
    (card,) = window.panel.evidence.cards
    told = [label.text() for label in card.findChildren(QLabel)]
    assert "≠ The claim says “12 percent”" in told


def test_altered_words_are_shown_as_what_differs(
    desk: Store, town: Article, window: MainWindow, qtbot: QtBot
) -> None:
    quote = "“We have doubled our crews and nobody will stop us.”"
    open_at(window, mark(desk, town, quote, "We have doubled our crews and we will not stop."))
    qtbot.waitUntil(lambda: bool(words_of(window)))
    assert "<s>we </s> <u><b>nobody </b></u>will <s>not stop</s>" in words_of(window)[0]


def test_a_remark_is_set_aside_with_a_reason_and_brought_back(
    desk: Store, town: Article, window: MainWindow, qtbot: QtBot
) -> None:
    claim = mark(desk, town, "Cargo grew by 12 percent", "Cargo grew by 1.2 percent in the year.")
    desk.apply(houses.describe(desk, blocking=(Remarked.DIFFERS,)))
    open_at(window, claim)
    section, keys = window.panel.paper.remarks, Keys()
    qtbot.waitUntil(section.isVisible)
    keys.press(Qt.Key.Key_R, held=CTRL)
    keys.press(Qt.Key.Key_Space)
    keys.press(ENTER)
    assert desk.set_asides(town.id) == []
    keys.type("Another cargo is meant.")
    keys.press(ENTER)
    (aside,) = desk.set_asides(town.id)
    assert (aside.claim, aside.reason) == (claim.id, "Another cargo is meant.")
    assert section.head.summary == "1 set aside"
    assert window.session.undo_stack.undoText() == "Set a remark aside"
    section.rows[0].links[0].click()
    assert desk.set_asides(town.id) == []
    assert section.head.summary == "≠ 1 open"
    window.session.undo_stack.undo()
    assert desk.set_asides(town.id) == [aside]
    assert desk.claim(claim.id).state == claim.state


def test_an_edit_of_the_claim_is_looked_at_again(
    desk: Store, town: Article, window: MainWindow, qtbot: QtBot
) -> None:
    claim = mark(desk, town, "Cargo grew by 12 percent", "Cargo grew by 1.2 percent in the year.")
    open_at(window, claim)
    section = window.panel.paper.remarks
    qtbot.waitUntil(section.isVisible)
    window.session.do(
        lambda: claims.set_fields(
            "Reword claim", desk.claim(claim.id), wording="Cargo grew by 1.2 percent"
        )
    )
    qtbot.waitUntil(section.isHidden)


def test_what_no_claim_says_is_remarked_on_the_article(
    desk: Store, town: Article, window: MainWindow, qtbot: QtBot
) -> None:
    claim = mark(desk, town, "Ferries rose by 50 percent")
    open_at(window, claim)
    header, panel = window.page.header, window.page.remarks
    qtbot.waitUntil(window.panel.paper.remarks.isVisible)
    assert header.remarks.isHidden()
    window.at_hand.remove()
    qtbot.waitUntil(header.remarks.isVisible)
    assert header.remarks.text() == "≠ 1 remark"
    header.remarks.click()
    assert panel.isVisible()
    (row,) = panel.rows
    assert "50 percent" in row.words.text()
    row.links[0].click()
    keys = Keys()
    keys.type("Rounded by the mayor.")
    keys.press(ENTER)
    (aside,) = desk.set_asides(town.id)
    assert aside.claim is None
    assert header.remarks.text() == "1 remark set aside"
    panel.rows[0].links[0].click()
    assert header.remarks.text() == "≠ 1 remark"
    window.actions_by_name["own_remarks"].trigger()
    assert not panel.isVisible()


def test_the_desk_chooses_which_remarks_block(desk: Store, window: MainWindow) -> None:
    window.article_at_hand.set_house()
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, HouseDialog)
    box = dialog.blocking
    assert (box.text(), box.chosen) == ("None", ())
    box.acts["differs from evidence"].trigger()
    box.acts["altered quote"].trigger()
    assert box.text() == "Differs from evidence, altered quote"
    dialog.agree.click()
    house = desk.house()
    assert house is not None
    assert house.blocking == (Remarked.DIFFERS, Remarked.ALTERED)


def test_of_an_article_with_very_many_claims_those_that_are_taken_up_are_looked_at(
    desk: Store,
    town: Article,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(remarks, "MANY", 1)
    mark(desk, town, "Ferries rose by 50 percent")
    claim = mark(desk, town, "Cargo grew by 12 percent", "Cargo grew by 1.2 percent in the year.")
    open_at(window, claim)
    qtbot.waitUntil(window.panel.paper.remarks.isVisible)
    model = window.claims.rows.model()
    told = [str(model.data(model.index(row, 0))) for row in range(2)]
    assert ["open remark" in words for words in told] == [True, False]
