"""Two windows on one desk: edits cross, and what both changed is chosen."""

from collections.abc import Iterator
from sqlite3 import ProgrammingError

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from factdesk.desk import claims
from factdesk.model.article import Article
from factdesk.model.claim import ClaimKind
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow


@pytest.fixture
def second(story: Article, window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    window.open_article(story.id)
    made = starting.another_window(window)
    assert made is not None
    with qtbot.waitExposed(made):
        pass
    yield made
    if isValid(made):
        made.close()


def shown(window: MainWindow) -> list[str]:
    return [banner.message for banner in window.page.banners.banners]


def claim_in(desk: Store, story: Article) -> str:
    (claim,) = desk.claims_in(story.id)
    return claim.id


def test_edits_cross_within_a_second_and_undo_stays_ones_own(
    story: Article, window: MainWindow, second: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    assert second.opened.article == story
    window.opened.mark(Span(0, 11))
    qtbot.waitUntil(lambda: second.claims.rows.model().rowCount() == 1, timeout=2500)
    assert len(second.page.view.places()) == 1
    assert not second.session.undo_stack.canUndo()
    claim = claim_in(desk, story)
    second.at_hand.take_up(claim)
    qtbot.keyClick(second.page.view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.claims.bar.chips.buttons()[2].text() == "Judged 1", timeout=2500)
    window.session.undo_stack.undo()
    qtbot.waitUntil(lambda: any("changed" in message for message in shown(window)), timeout=1000)
    assert desk.claim(claim).id == claim


def test_an_article_removed_here_leaves_the_page_there(
    story: Article, window: MainWindow, second: MainWindow, qtbot: QtBot
) -> None:
    window.library.remove(story.id)
    qtbot.waitUntil(lambda: second.opened.article is None, timeout=2500)


def test_what_only_one_has_changed_is_merged_without_a_question(
    story: Article, window: MainWindow, second: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    claim = desk.claim(claim_in(desk, story))
    theirs = second.session.store
    stale = claims.set_fields("Reword claim", claim, wording="mine")
    second.session.do(
        lambda: claims.set_fields("Change kind", theirs.claim(claim.id), kind=ClaimKind.NUMBER)
    )
    window.session.do(lambda: stale)
    qtbot.waitUntil(lambda: desk.claim(claim.id).wording == "mine", timeout=1000)
    assert desk.claim(claim.id).kind is ClaimKind.NUMBER
    assert window.conflicts.dialog is None


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_words_typed_over_those_of_somebody_else_are_shown_beside_them_and_chosen(
    story: Article,
    window: MainWindow,
    second: MainWindow,
    desk: Store,
    qtbot: QtBot,
    choice: str,
) -> None:
    window.opened.mark(Span(0, 11))
    claim = claim_in(desk, story)
    window.activateWindow()
    window.at_hand.take_up(claim)
    window.panel.focus_rationale()
    field = window.panel.rationale.field
    qtbot.waitUntil(field.hasFocus, timeout=1500)
    qtbot.keyClicks(field, "mine")
    theirs = second.session.store
    second.session.do(
        lambda: claims.set_fields("Change rationale", theirs.claim(claim), rationale="theirs")
    )
    window.neighbours.look()
    window.panel.settle()
    qtbot.waitUntil(lambda: window.conflicts.dialog is not None, timeout=1500)
    assert desk.claim(claim).rationale == "theirs"
    assert any("changed elsewhere" in message for message in shown(window))
    dialog = window.conflicts.dialog
    assert dialog is not None
    (dialog.mine if choice == "mine" else dialog.theirs).click()
    assert desk.claim(claim).rationale == choice
    assert not any("changed elsewhere" in message for message in shown(window))
    qtbot.waitUntil(lambda: field.toPlainText() == choice, timeout=1500)


def test_what_is_not_chosen_yet_is_kept_in_a_message(
    story: Article, window: MainWindow, second: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    claim = desk.claim(claim_in(desk, story))
    stale = claims.set_fields("Reword claim", claim, wording="mine")
    theirs = second.session.store
    second.session.do(
        lambda: claims.set_fields("Reword claim", theirs.claim(claim.id), wording="theirs")
    )
    window.session.do(lambda: stale)
    qtbot.waitUntil(lambda: window.conflicts.dialog is not None, timeout=1000)
    assert window.conflicts.dialog is not None
    window.conflicts.dialog.later.click()
    (banner,) = (one for one in window.page.banners.banners if "changed elsewhere" in one.message)
    banner.buttons[0].click()
    assert window.conflicts.dialog is not None
    window.conflicts.dialog.mine.click()
    assert desk.claim(claim.id).wording == "mine"
    window.session.undo_stack.undo()
    assert desk.claim(claim.id).wording == "theirs"


def test_a_second_window_takes_its_connection_along_when_it_is_closed(
    window: MainWindow, second: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    store = second.session.store
    second.close()
    qtbot.waitUntil(lambda: not isValid(second), timeout=2000)
    with pytest.raises(ProgrammingError):
        store.edit_count()
    assert window.isVisible()
    assert desk.edit_count() > 0
