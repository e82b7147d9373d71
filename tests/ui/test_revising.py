"""A new version in the window: offered, carried over, compared, reviewed, and undone at once."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.desk import claims
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


def _marking(desk: Store, version: Version, span: Span) -> Edit:
    return claims.mark(desk, version, span)[1]


@pytest.fixture
def revised(window: MainWindow, desk: Store, qtbot: QtBot, tmp_path: Path) -> Id:
    """The window after a second version of its article was dropped and taken for one."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
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
    window.revising.begin()
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
    window.revising.begin()
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
    window.revising.compare()
    dialog = window.revising.dialog
    assert dialog is not None
    assert "first" in dialog.left.toPlainText()
    assert "second" in dialog.left.toPlainText()
    dialog.beside.setChecked(True)
    assert "second rise" not in dialog.left.toPlainText()
    assert "second rise" in dialog.right.toPlainText()


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
