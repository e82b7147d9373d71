"""Line check in the window: the strip, the count of what is unmarked, crossing off."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.story import import_story

from factdesk.desk import claims, evidence
from factdesk.model.article import Article, Mode
from factdesk.model.claim import WorkState
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.places import Form


def coverage(window: MainWindow) -> str:
    label = window.page.header.status.coverage
    return label.text() if label.isVisible() else ""


def line_check(window: MainWindow, qtbot: QtBot) -> None:
    window.page.header.status.mode_picked.emit(Mode.LINE_CHECK.value)
    qtbot.waitUntil(lambda: bool(coverage(window)), timeout=3000)


def test_a_line_check_counts_the_sentences_that_no_claim_touches(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    assert coverage(window) == ""
    line_check(window, qtbot)
    assert desk.article(story.id).scale == "line-check"
    assert coverage(window) == "4 of 4 sentences unmarked"
    window.opened.mark(Span(0, 11))
    assert coverage(window) == "3 of 4 sentences unmarked"
    window.session.undo_stack.undo()
    assert coverage(window) == "4 of 4 sentences unmarked"


def test_u_selects_what_is_unmarked_and_m_marks_it_until_nothing_is_left(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    line_check(window, qtbot)
    for _ in range(4):
        qtbot.keyClick(window.page.view, Qt.Key.Key_U)
        qtbot.keyClick(window.page.view, Qt.Key.Key_M)
    assert coverage(window) == "Every sentence is marked ✓"
    assert len(desk.claims_in(story.id)) == 4


def test_x_crosses_the_claim_at_hand_off_and_the_page_strikes_it(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    line_check(window, qtbot)
    window.opened.mark(Span(0, 11))
    (claim,) = desk.claims_in(story.id)
    window.session.do(lambda: evidence.cite(desk, claim, CiteWish("Ledger", "", Stance.SUPPORTS)))
    qtbot.keyClick(window.page.view, Qt.Key.Key_X)
    assert desk.claim(claim.id).state is WorkState.FINAL
    assert [place.look.form for place in window.page.view.places()] == [Form.CHECKED_OFF]


def test_a_mode_that_cannot_change_is_said_in_words_and_shown_as_it_is(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    qtbot.keyClick(window.page.view, Qt.Key.Key_1)
    window.page.header.status.mode_picked.emit(Mode.LINE_CHECK.value)
    assert any("mode stays" in banner.message for banner in window.page.banners.banners)
    assert desk.article(story.id).mode is Mode.CLAIM_REVIEW
    assert window.page.header.status.mode.text() == "Claim review ▾"


def test_a_click_on_the_strip_goes_there(window: MainWindow, desk: Store, qtbot: QtBot) -> None:
    window.open_article(import_story(desk).id)
    view = window.page.view
    view.setFixedHeight(90)
    qtbot.waitUntil(lambda: view.verticalScrollBar().maximum() > 0, timeout=2000)
    window.page.strip.place_wished.emit(len(view.text) - 1)
    assert view.geometry_of_text.visible().stop >= len(view.text) - 60


def test_places_that_come_while_sentences_are_counted_are_counted_too(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.page.header.status.mode_picked.emit(Mode.LINE_CHECK.value)
    window.covering.begin()
    _, edit = claims.mark(desk, desk.latest_version(story.id), Span(0, 11))
    window.session.do(lambda: edit)
    qtbot.waitUntil(lambda: coverage(window) == "3 of 4 sentences unmarked", timeout=3000)
