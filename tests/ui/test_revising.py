"""A new version in the window: offered, carried over, compared, reviewed, and undone at once."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from factdesk.desk import claims, verdicts
from factdesk.model.article import Version
from factdesk.model.claim import AnchorStatus
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow

FIRST = """Ferry fares double

Fares on the Kestrel ferry have doubled since 2019, the operator said on Monday.

It is the first rise in eleven years, and the largest since the line was opened.

Passengers in the harbour said that they had expected less.
"""
SECOND = FIRST.replace("first rise in eleven years", "second rise in twelve years").replace(
    "Ferry fares double\n", "Ferry fares double\n\nA new paragraph was put above the others.\n", 1
)


RISE = "It is the first rise in eleven years, and the largest since the line was opened."


def _marking(desk: Store, version: Version, span: Span) -> Edit:
    return claims.mark(desk, version, span)[1]


@pytest.fixture
def revised(window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path) -> Id:
    """The window after a second version of its article was dropped and taken for one."""
    return _revised(window, desk, qtbot, tmp_path, SECOND)


def _revised(window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path, second: str) -> Id:
    for name, text in (("first.txt", FIRST), ("second.txt", second)):
        (tmp_path / name).write_text(text)
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in([tmp_path / "first.txt"])
    article = window.opened.article
    version = window.opened.version
    assert article is not None
    assert version is not None
    for words in ("doubled since 2019", "first rise in eleven years"):
        start = version.text.index(words)
        span = Span(start, start + len(words))
        assert window.session.do(partial(_marking, desk, version, span))
    with qtbot.waitSignal(window.imports.finished, timeout=20_000):
        window.imports.take_in([tmp_path / "second.txt"])
    (banner,) = [b for b in window.page.banners.banners if "new version" in b.message]
    banner.buttons[0].click()
    return article.id


def test_a_like_document_is_offered_as_a_new_version(revised: Id, desk: Store) -> None:
    assert desk.article_ids() == [revised]
    assert desk.version_count(revised) == 2


def test_unchanged_words_move_and_changed_ones_wait(
    revised: Id, window: MainWindow, desk: Store
) -> None:
    statuses = [anchor.status for anchor in desk.anchors_in(desk.latest_version(revised).id)]
    assert statuses == [AnchorStatus.MOVED, AnchorStatus.NEEDS_REVIEW]
    assert window.page.versions.isVisible()
    assert window.page.versions.review.isVisible()


def test_the_review_is_done_with_the_keyboard(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.revising.reviewing.begin()
    panel = window.page.review
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    anchors = desk.anchors_in(desk.latest_version(revised).id)
    assert [anchor.status for anchor in anchors] == [AnchorStatus.MOVED, AnchorStatus.ANCHORED]
    assert "second rise in twelve years" in anchors[1].exact
    assert not panel.isVisible()
    assert not window.page.versions.review.isVisible()


def test_a_claim_can_be_left_without_a_place(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.revising.reviewing.begin()
    window.claims.pick_next()
    window.page.review.setFocus()
    qtbot.keyClick(window.page.review, Qt.Key.Key_1)
    assert window.at_hand.claim is not None
    assert desk.verdicts(window.at_hand.claim) == [], "here 1 is a place, no verdict"
    qtbot.keyClick(window.page.review, Qt.Key.Key_O)
    anchors = desk.anchors_in(desk.latest_version(revised).id)
    assert AnchorStatus.ORPHANED in {anchor.status for anchor in anchors}
    assert not window.page.versions.review.isVisible()
    assert window.claims.rows.model().rowCount() == 2
    text = window.page.view.text
    index = window.page.view._painter.index
    assert len(index.touching(0, len(text))) == 1, "an orphan is painted nowhere"


def test_no_key_of_the_review_is_taken_for_a_verdict(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.revising.reviewing.begin()
    for key in (Qt.Key.Key_2, Qt.Key.Key_9, Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(window.page.review, key)
    assert desk.verdicts_in(revised) == []
    assert window.page.review.proposals.words == "second rise in twelve years"


def test_what_is_selected_in_the_article_is_the_place(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.revising.reviewing.begin()
    panel, view = window.page.review, window.page.view
    assert not panel.reselect.isEnabled()
    assert not window.actions_by_name["belongs"].isEnabled()
    start = view.text.index("largest since")
    view.select_span(Span(start, start + len("largest since")))
    qtbot.waitUntil(panel.reselect.isEnabled)
    window.actions_by_name["belongs"].trigger()
    anchors = desk.anchors_in(desk.latest_version(revised).id)
    assert [one.exact for one in anchors] == ["doubled since 2019", "largest since"]
    assert panel.isHidden()
    window.session.undo_stack.undo()
    assert window.page.versions.review.isVisible()


def test_the_other_candidate_is_chosen_by_its_number_or_a_click(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    doubled = FIRST.replace(RISE, f"{RISE} {RISE}")
    article = _revised(window, desk, qtbot, tmp_path, doubled)
    panel = window.page.review
    window.revising.reviewing.begin()
    first, second = panel.proposals.proposals
    qtbot.keyClick(panel, Qt.Key.Key_2)
    assert panel.proposals.span == second.span
    rows = panel.proposals.findChildren(QRadioButton)
    assert [row.isChecked() for row in rows] == [False, True]
    qtbot.mouseClick(rows[0].parentWidget(), Qt.MouseButton.LeftButton)
    assert panel.proposals.span == first.span
    qtbot.keyClick(panel, Qt.Key.Key_Down)
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    (anchor,) = (
        one for one in desk.anchors_in(desk.latest_version(article).id) if "first" in one.exact
    )
    assert (anchor.span, anchor.status) == (second.span, AnchorStatus.ANCHORED)


def test_left_and_right_walk_and_what_has_no_place_comes_last(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    edited = FIRST.replace("first rise in eleven", "second rise in twelve")
    edited = edited.replace("Fares on the Kestrel ferry have doubled since 2019, the", "The")
    _revised(window, desk, qtbot, tmp_path, edited)
    panel, reviewing = window.page.review, window.revising.reviewing
    assert (reviewing.needing, reviewing.lost) == (1, 1)
    assert window.page.versions.lost.text() == "1 has no place"
    window.actions_by_name["review"].trigger()
    assert "Review 1 of 2  ·  C2" in panel.accessibleName()
    qtbot.keyClick(panel, Qt.Key.Key_Right)
    assert "Review 2 of 2  ·  C1" in panel.accessibleName()
    qtbot.keyClick(panel, Qt.Key.Key_Return)  # nothing is chosen where nothing is likely
    assert reviewing.lost == 1
    qtbot.keyClick(panel, Qt.Key.Key_Left)
    qtbot.keyClick(panel, Qt.Key.Key_Return)
    qtbot.keyClick(panel, Qt.Key.Key_O)
    assert panel.isHidden()
    assert (reviewing.needing, reviewing.lost) == (0, 1)


def test_the_panel_says_how_it_last_was_certain_and_what_hangs_on_it(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    claim = desk.claim_numbered(revised, 2)
    scale, rating = verdicts.find_rating(desk, desk.article(revised), "true")
    third = tmp_path / "third.txt"
    third.write_text(SECOND.replace("twelve", "thirteen"))
    window.imports.take_in_version(third, desk.article(revised))
    qtbot.waitUntil(lambda: desk.version_count(revised) == 3, timeout=20_000)
    window.session.do(lambda: verdicts.judge(desk, claim, scale, rating))
    window.revising.reviewing.begin()
    said = " ".join(label.text() for label in window.page.review.findChildren(QLabel))
    assert "As it was in version 1" in said
    assert "eleven" in said
    assert "True" in said
    assert window.at_hand.claim == claim.id


def test_undo_takes_the_version_and_its_outcomes_back_at_once(
    revised: Id, window: MainWindow, desk: Store
) -> None:
    window.session.undo_stack.undo()
    assert desk.version_count(revised) == 1
    assert window.opened.version is not None
    assert window.opened.version.number == 1
    assert len(desk.anchors_in(window.opened.version.id)) == 2


def test_the_difference_is_shown_in_one_text_and_side_by_side(
    revised: Id, window: MainWindow
) -> None:
    assert revised
    window.actions_by_name["compare"].trigger()
    dialog = window.revising.dialog
    assert dialog is not None
    assert "first" in dialog.left.toPlainText()
    assert "second" in dialog.left.toPlainText()
    dialog.beside.setChecked(True)
    assert "second rise" not in dialog.left.toPlainText()
    assert "second rise" in dialog.right.toPlainText()


def test_the_claims_are_numbered_in_both_texts_of_a_difference_and_lead_to_their_places(
    revised: Id, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    assert desk.version_count(revised) == 2
    window.revising.compare()
    dialog = window.revising.dialog
    assert dialog is not None
    assert sorted(dialog.left.places) == ["C1", "C2"]
    assert "C2?\u2009first" in dialog.left.toPlainText()
    dialog.beside.setChecked(True)
    for view, words in ((dialog.left, "first rise"), (dialog.right, "second rise")):
        text = view.toPlainText()
        assert f"C2?\u2009{words}" in text
        assert text[slice(*view.places["C1"])] == "doubled since 2019"
        assert text[slice(*view.places["C2"])].startswith(words)
    dialog.claims.itemActivated.emit(dialog.claims.item(1))
    assert dialog.right.textCursor().position() == dialog.right.places["C2"].start
    seen = []
    for _ in range(4):
        qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
        seen.append(dialog.right.textCursor().position())
    assert seen[0] == seen[3] != seen[1]
    dialog.new.setCurrentIndex(0)
    assert dialog.left.changes == {}


def test_another_article_is_taken_in_as_its_own_when_the_user_says_so(
    window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path
) -> None:
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text)
        with qtbot.waitSignal(window.imports.finished, timeout=20_000):
            window.imports.take_in([tmp_path / name])
    (banner,) = [b for b in window.page.banners.banners if "new version" in b.message]
    banner.buttons[1].click()
    assert len(desk.article_ids()) == 2
