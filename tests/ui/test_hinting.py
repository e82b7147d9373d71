"""Hints in the window: underlined, gone through by key, accepted, dismissed, chosen."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk import preferences
from factdesk.desk import articles, claims, hint_settings, revisions, states
from factdesk.importers.base import Document, Draft
from factdesk.importers.readers import Readers
from factdesk.model.article import Article, Mode
from factdesk.model.claim import ClaimKind, WorkState
from factdesk.model.edit import Edit
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui.dialogs.signoff import SignOffDialog
from factdesk.ui.main_window import MainWindow

HEAD = "More than 9,000 dockers strike"
STRIKE = "About 1,350 dockers went on strike in Kestrel Bay, the first time since 1965."
LOSS = "The harbour lost 41 percent of its trade."
FOUNDED = "Ada Lindqvist of the Alder guild founded the harbour company in 1871."
FIGURE, FIRST, SHARE = "About 1,350 dockers", "the first time since 1965", "41 percent"


def drafted(*paragraphs: str, language: str = "en") -> Draft:
    blocks = [(BlockKind.HEADING, HEAD), *((BlockKind.PARAGRAPH, words) for words in paragraphs)]
    told = {"title": "Strikes", "language": language, "read_with": "test"}
    return Draft.model_validate({**told, "media_type": "text/plain", "blocks": blocks})


def add(desk: Store, *paragraphs: str, language: str = "en") -> Article:
    draft = drafted(*paragraphs, language=language)
    article, edit = articles.add(desk, Document(content=repr(draft).encode()), draft)
    desk.apply(edit)
    return article


def open_strikes(window: MainWindow, desk: Store, qtbot: QtBot) -> Article:
    article = add(desk, STRIKE, LOSS, FOUNDED)
    window.open_article(article.id)
    window.page.view.setFocus()
    wait_for(window, qtbot, "3 checkable facts unmarked")
    return article


def wait_for(window: MainWindow, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: window.page.hint_bar.words.text == words, timeout=4000)


def press(window: MainWindow, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.page.view, key)


def at_hand(window: MainWindow) -> str:
    hint = window.page.view.hints.at_hand
    return window.page.view.text[hint.start : hint.stop] if hint else ""


def place(window: MainWindow, words: str) -> Span:
    start = window.page.view.text.index(words)
    return Span(start, start + len(words))


def point(window: MainWindow, words: str) -> QPointF:
    """Find the middle of the second letter of some words."""
    view = window.page.view
    unit = view.geometry_of_text.positions.to_utf16(place(window, words).start)
    line = view.geometry_of_text.line_at(unit + 1)
    assert line is not None
    ((left, right),) = line.pieces(unit + 1, unit + 2)
    return QPointF((left + right) / 2, (line.top + line.bottom) / 2)


def below(window: MainWindow, words: str) -> set[str]:
    """Give the colours of the stroke below some words."""
    view = window.page.view
    image: QImage = view.viewport().grab().toImage()
    unit = view.geometry_of_text.positions.to_utf16(place(window, words).start)
    line = view.geometry_of_text.line_at(unit)
    assert line is not None
    ((left, right),) = line.pieces(unit, unit + 4)
    height = round(line.bottom + 2)
    return {image.pixelColor(x, height).name() for x in range(round(left), round(right))}


def signing(window: MainWindow, qtbot: QtBot) -> SignOffDialog:
    if window.article_at_hand.dialog is not None:
        window.article_at_hand.dialog.reject()
    window.actions_by_name["sign_off"].trigger()
    dialog = window.article_at_hand.dialog
    assert isinstance(dialog, SignOffDialog)
    qtbot.waitUntil(lambda: not dialog.state.text().startswith("Looking"), timeout=3000)
    return dialog


def test_hints_are_dotted_below_and_nothing_of_the_headline(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    paper = below(window, HEAD)
    assert len(paper) == 1
    for words in (FIGURE, FIRST, SHARE):
        assert len(below(window, words) - paper) == 1, words
    assert below(window, "went on strike") == below(window, FOUNDED) == paper


def test_h_goes_from_hint_to_hint_and_round_and_shift_h_back(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    seen = []
    for _ in range(5):
        press(window, qtbot, Qt.Key.Key_H)
        seen.append(at_hand(window))
    assert seen == [FIGURE, FIRST, SHARE, FOUNDED, FIGURE]
    qtbot.keyClick(window.page.view, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert at_hand(window) == FOUNDED
    assert window.page.hint_bar.words.text.startswith("Checkable as a whole: a year")


def test_enter_makes_a_claim_of_the_hint_with_its_kind_and_undo_gives_it_back(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    press(window, qtbot, Qt.Key.Key_H, Qt.Key.Key_H)
    assert "a first or a precedent" in window.page.hint_bar.words.text
    press(window, qtbot, Qt.Key.Key_Return)
    (claim,) = desk.claims_in(article.id)
    assert claim.kind is ClaimKind.FIRST_SINCE
    assert desk.anchors_in(window.opened.version.id)[0].exact == FIRST  # type: ignore[union-attr]
    assert window.panel.paper.head.isVisible()
    wait_for(window, qtbot, "2 checkable facts unmarked")
    paper = below(window, HEAD)
    assert len(below(window, FIGURE) - paper) == 1  # the other hint of the sentence stays
    window.session.undo_stack.undo()
    assert at_hand(window) == FIRST  # the caret is still there
    assert len(below(window, FIRST) - paper) == 1


def test_m_on_a_hint_marks_it_with_its_kind_too(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    press(window, qtbot, Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_H, Qt.Key.Key_M)
    (claim,) = desk.claims_in(article.id)
    assert claim.kind is ClaimKind.PERCENTAGE


def test_what_is_selected_at_a_hint_is_marked_in_its_stead(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    window.page.view.select_span(place(window, f"lost {SHARE} of its trade"))
    assert at_hand(window) == SHARE
    press(window, qtbot, Qt.Key.Key_Return)
    assert desk.anchors_in(window.opened.version.id)[0].exact == f"lost {SHARE} of its trade"  # type: ignore[union-attr]
    assert desk.claims_in(article.id)[0].kind is ClaimKind.PERCENTAGE


def test_backspace_dismisses_goes_on_and_is_undone(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    press(window, qtbot, Qt.Key.Key_H, Qt.Key.Key_Backspace)
    assert at_hand(window) == FIRST
    press(window, qtbot, Qt.Key.Key_Backspace)
    assert at_hand(window) == SHARE
    assert [one.exact for one in desk.dismissals(article.id)] == [FIGURE, FIRST]
    window.page.view.clear_selection()
    press(window, qtbot, Qt.Key.Key_Home, Qt.Key.Key_Up, Qt.Key.Key_Up)
    wait_for(window, qtbot, "2 checkable facts unmarked")
    assert below(window, FIGURE) == below(window, HEAD)
    window.session.undo_stack.undo()
    wait_for(window, qtbot, "3 checkable facts unmarked")
    assert len(below(window, FIRST)) == 2
    window.actions_by_name["hints_restore"].trigger()
    assert desk.dismissals(article.id) == []


def test_enter_and_backspace_do_nothing_where_there_is_no_hint(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    window.page.view.select_span(place(window, "went on strike"))
    press(window, qtbot, Qt.Key.Key_Return, Qt.Key.Key_Backspace)
    assert desk.claims_in(article.id) == []
    assert desk.dismissals(article.id) == []


def test_the_mouse_is_told_the_reason_and_offered_what_can_be_done(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    view, spot = window.page.view, point(window, SHARE)
    assert view.hints.reason_at(spot) == "checkable: a percentage"
    assert view.hints.reason_at(point(window, "went on")) == ""
    where = spot.toPoint()
    point_there = view.viewport().mapToGlobal(where)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, point_there)
    QApplication.sendEvent(view.viewport(), event)
    menu = window.offering.menu
    assert menu is not None
    mark, dismiss = menu.actions()[:2]
    assert (mark.text(), dismiss.text()) == ("&Mark the hint", "&Dismiss the hint")
    dismiss.trigger()
    menu.close()
    assert [one.exact for one in desk.dismissals(article.id)] == [SHARE]


def test_a_click_into_a_hint_has_it_at_hand(window: MainWindow, desk: Store, qtbot: QtBot) -> None:
    open_strikes(window, desk, qtbot)
    spot: QPoint = point(window, SHARE).toPoint()
    qtbot.mouseClick(window.page.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert at_hand(window) == SHARE
    assert window.page.hint_bar.accept.isVisible()
    window.page.hint_bar.accept.click()
    assert at_hand(window) == ""
    assert len(window.page.view.places()) == 1


def test_ctrl_h_takes_all_away_and_is_remembered(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    qtbot.keyClick(window.page.view, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert not window.page.hint_bar.isVisible()
    assert below(window, FIGURE) == below(window, HEAD)
    press(window, qtbot, Qt.Key.Key_H)
    assert at_hand(window) == ""
    assert preferences.load().hints is False
    window.actions_by_name["hints"].trigger()
    wait_for(window, qtbot, "3 checkable facts unmarked")


def test_kinds_and_amounts_are_the_desk_s_and_undone(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    acts = window.actions_by_name
    acts["hints_of_percent"].trigger()
    wait_for(window, qtbot, "2 checkable facts unmarked")
    assert hint_settings.settings(desk).hidden == ("percent",)
    acts["hints_few"].trigger()
    wait_for(window, qtbot, "1 checkable fact unmarked")
    assert acts["hints_few"].isChecked()
    window.session.undo_stack.undo()
    window.session.undo_stack.undo()
    wait_for(window, qtbot, "3 checkable facts unmarked")
    assert acts["hints_some"].isChecked()
    assert acts["hints_of_percent"].isChecked()


def test_a_text_in_another_language_has_none_and_says_so(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.open_article(add(desk, STRIKE, language="fr").id)
    wait_for(window, qtbot, "There are no hints for texts in “fr” yet.")
    window.session.do(
        lambda: articles.describe(window.opened.article, language="en")  # type: ignore[arg-type]
    )
    wait_for(window, qtbot, "1 checkable fact unmarked")


def test_a_line_check_counts_facts_and_a_click_goes_to_one_that_is_bare(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    status = window.page.header.status
    status.mode_picked.emit(Mode.LINE_CHECK.value)
    qtbot.waitUntil(lambda: status.coverage.text() == "3 checkable facts unmarked", timeout=4000)
    assert "3 of 3 sentences unmarked" in status.coverage.toolTip()
    window.opened.mark(place(window, FIRST))
    status.unmarked_wished.emit()
    assert at_hand(window) == SHARE  # not the other hint of the sentence that is marked
    assert status.coverage.text() == "2 checkable facts unmarked"
    for words in (SHARE, FOUNDED):
        window.opened.mark(place(window, words))
    assert status.coverage.text() == "Every checkable fact is marked ✓"


def test_signing_a_line_check_asks_about_facts_and_shows_the_first(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    assert signing(window, qtbot).facts.isHidden()  # a claim review picks its claims
    window.page.header.status.mode_picked.emit(Mode.LINE_CHECK.value)
    window.opened.mark(place(window, FIRST))
    (claim,) = desk.claims_in(article.id)
    window.session.do(lambda: states.progress(desk, claim, WorkState.NOT_CHECKED, reason="a pun"))
    dialog = signing(window, qtbot)
    assert dialog.facts.words.text().startswith("⚠ 2 checkable facts have no claim.")
    assert dialog.agree.isEnabled()
    dialog.facts.link.click()
    assert not dialog.isVisible()
    assert at_hand(window) == SHARE
    assert window.focusWidget() is window.page.view


def test_a_new_version_keeps_what_was_dismissed_where_the_words_are_the_same(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    article = open_strikes(window, desk, qtbot)
    press(window, qtbot, Qt.Key.Key_H, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    draft = drafted("It began on a Monday.", STRIKE, LOSS.replace("41", "40"), FOUNDED)

    def revise() -> Edit:
        return revisions.revise(desk, article, Document(content=b"later"), draft).edit

    window.session.do(revise)
    wait_for(window, qtbot, "2 checkable facts unmarked")
    press(window, qtbot, Qt.Key.Key_H)
    assert at_hand(window) == "40 percent"


def test_two_windows_on_one_desk_dismiss_for_one_another(
    window: MainWindow, desk: Store, reader: Readers, qtbot: QtBot, tmp_path: Path
) -> None:
    article = open_strikes(window, desk, qtbot)
    with Store.open(tmp_path / "desk.factdesk") as beside:
        other = starting.open_window(beside, reader)
        qtbot.addWidget(other)
        other.show()
        starting.begin(other, [])
        other.open_article(article.id)
        wait_for(other, qtbot, "3 checkable facts unmarked")
        for name in (*["hint_next"] * 3, "hint_dismiss", "hints_of_first"):
            window.actions_by_name[name].trigger()
        wait_for(other, qtbot, "2 checkable facts unmarked")
        assert not other.actions_by_name["hints_of_first"].isChecked()
        other.close()
        other.tasks.end()


def test_a_narrow_page_keeps_the_reason_and_leaves_the_keys_to_the_tooltips(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    press(window, qtbot, Qt.Key.Key_H)
    bar = window.page.hint_bar
    for width, words in ((700, "Dismiss  Backspace"), (330, "Dismiss")):
        bar.resize(width, bar.height())
        assert bar.dismiss.text() == words
    assert "Backspace" in bar.dismiss.toolTip()


def test_claims_marked_elsewhere_take_their_hints_away(
    window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    open_strikes(window, desk, qtbot)
    version = window.opened.version
    assert version is not None
    window.session.do(lambda: claims.mark(desk, version, place(window, STRIKE))[1])
    wait_for(window, qtbot, "2 checkable facts unmarked")
    press(window, qtbot, Qt.Key.Key_H)
    assert at_hand(window) == SHARE


@pytest.mark.parametrize("name", ["hint_next", "hint_accept", "hint_dismiss", "hints_restore"])
def test_without_an_article_hints_wish_nothing(window: MainWindow, name: str) -> None:
    window.actions_by_name[name].trigger()
    assert not window.page.hint_bar.isVisible()
