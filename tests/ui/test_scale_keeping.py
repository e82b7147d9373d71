"""Scales edited in the window: what was judged keeps its words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.desk import verdicts
from factdesk.model.article import Article
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.dialogs.scales import ScalesDialog
from factdesk.ui.main_window import MainWindow


@pytest.fixture
def editor(story: Article, window: MainWindow) -> ScalesDialog:
    window.open_article(story.id)
    window.actions_by_name["scales"].trigger()
    dialog = window.scale_keeping.dialog
    assert dialog is not None
    assert dialog.scales.value == "five-step"
    return dialog


def press(dialog: ScalesDialog, words: str, qtbot: QtBot) -> None:
    pressed = [b for b in dialog.findChildren(type(dialog.save)) if b.accessibleName() == words]
    qtbot.mouseClick(pressed[0], Qt.MouseButton.LeftButton)


def test_a_label_is_edited_and_kept_with_one_edit(
    editor: ScalesDialog, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    assert not editor.save.isEnabled()
    editor.form.label.clear()
    qtbot.keyClicks(editor.form.label, "Right")
    assert "  Right  " in editor.ratings.item(0).text()
    editor.save.click()
    assert desk.scale("five-step").ratings[0].label == "Right"
    assert "saved" in editor.message.text()
    assert window.actions_by_name["judge_1"].text() == "Judge: Right"
    window.session.undo_stack.undo()
    assert desk.scale("five-step").ratings[0].label == "True"


def test_ratings_are_added_moved_and_removed(
    editor: ScalesDialog, desk: Store, qtbot: QtBot
) -> None:
    before = [rating.code for rating in desk.scale("five-step").ratings]
    press(editor, "Add", qtbot)
    assert editor.code == "rating"
    assert editor.form.label.text() == "New rating"
    press(editor, "Up", qtbot)
    editor.save.click()
    after = [rating.code for rating in desk.scale("five-step").ratings]
    assert after == [*before[:-1], "rating", before[-1]]
    press(editor, "Remove", qtbot)
    editor.save.click()
    assert [rating.code for rating in desk.scale("five-step").ratings] == before


def test_a_rating_that_was_given_is_retired_and_the_verdict_keeps_its_label(
    story: Article, editor: ScalesDialog, desk: Store, window: MainWindow, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    (claim,) = desk.claims_in(story.id)
    scale = desk.scale("five-step")
    window.session.do(lambda: verdicts.judge(desk, claim, scale, scale.ratings[0]))
    press(editor, "Remove", qtbot)
    editor.save.click()
    rating = desk.scale("five-step").rating("true")
    assert rating is not None
    assert rating.retired
    assert desk.verdicts(claim.id)[0].label == "True"


def test_what_cannot_be_judged_on_is_refused_in_words(
    editor: ScalesDialog, desk: Store, window: MainWindow
) -> None:
    before = desk.scale("five-step")
    editor.form.label.clear()
    editor.form.label.textEdited.emit("")
    assert not window.scale_keeping.keep()
    assert "needs a label" in editor.message.text()
    assert desk.scale("five-step") == before
    editor.title.clear()
    editor.title.textEdited.emit("")
    assert not window.scale_keeping.keep()


def test_a_scale_of_ones_own_is_made_written_and_read(
    editor: ScalesDialog, desk: Store, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    press(editor, "New from this", qtbot)
    editor.title.setText("House scale")
    editor.title.textEdited.emit("House scale")
    window.scale_keeping.write(tmp_path / "house.json")
    assert len(desk.scales()) == 5
    window.scale_keeping.take_up("truth-o-meter")
    window.scale_keeping.read(tmp_path / "house.json")
    editor.save.click()
    assert [scale.title for scale in desk.scales()][-1] == "House scale"
    assert editor.scales.currentText() == "House scale"
    (tmp_path / "no.json").write_text("[]")
    window.scale_keeping.read(tmp_path / "no.json")
    assert "no scale" in editor.message.text()
    window.scale_keeping.read(tmp_path / "absent.json")
    assert "cannot be read" in editor.message.text()


def test_a_faint_colour_is_warned_of(editor: ScalesDialog, qtbot: QtBot) -> None:
    editor.form.light.clear()
    qtbot.keyClicks(editor.form.light, "#fefefe")
    assert "Hard to see" in editor.form.light.toolTip()
    editor.form.light.clear()
    qtbot.keyClicks(editor.form.light, "#1a7f37")
    assert editor.form.light.toolTip() == ""
