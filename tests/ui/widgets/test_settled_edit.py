import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.settled_edit import GrowingEdit, OneLineEdit, SettledEdit


class Form(QWidget):
    """Two fields, so that the focus has somewhere to go."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, rest: int) -> None:
        super().__init__()
        self.field = field
        self.edit = SettledEdit(field, rest)
        self.told: list[str] = []
        self.edit.settled.connect(self.told.append)
        self.other = QLineEdit()
        whole = QVBoxLayout(self)
        whole.addWidget(field)
        whole.addWidget(self.other)


@pytest.fixture(params=[QLineEdit, QPlainTextEdit], ids=["line", "plain"])
def form(request: pytest.FixtureRequest, qtbot: QtBot) -> Form:
    made = Form(request.param(), rest=60)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_text_is_told_once_when_the_typing_rests(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field, "bear")
    assert form.told == []
    qtbot.waitUntil(lambda: form.told == ["bear"])
    qtbot.wait(100)
    assert form.told == ["bear"]


def test_text_is_told_at_once_on_leaving_the_field(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field, "bear")
    form.other.setFocus()
    assert form.told == ["bear"]


def test_text_is_told_when_the_window_hides(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field, "bear")
    form.hide()
    assert form.told == ["bear"]


def test_a_record_that_comes_in_while_typing_waits_until_the_field_is_left(
    form: Form, qtbot: QtBot
) -> None:
    qtbot.keyClicks(form.field, "bear")
    form.edit.settle()
    form.edit.show_text("stored otherwise")
    assert form.edit.text == "bear"
    qtbot.keyClicks(form.field, "s")
    assert form.edit.text == "bears"
    form.edit.settle()
    form.edit.show_text("Bears.")
    form.other.setFocus()
    assert form.edit.text == "Bears."
    assert form.told == ["bear", "bears"]


def test_typing_after_the_record_came_in_wins(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field, "one")
    form.edit.show_text("from elsewhere")
    qtbot.keyClicks(form.field, " two")
    form.other.setFocus()
    assert form.edit.text == "one two"
    assert form.told == ["one two"]


def test_a_record_shown_in_a_field_at_rest_is_not_told_back(form: Form, qtbot: QtBot) -> None:
    form.edit.show_text("stored")
    qtbot.wait(100)
    assert form.edit.text == "stored"
    assert form.told == []


def test_another_record_is_shown_whatever_is_typed(form: Form, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.field, "bear")
    form.edit.load("another")
    assert form.edit.text == "another"
    qtbot.wait(100)
    assert form.told == []


def test_without_a_rest_only_enter_and_leaving_tell(qtbot: QtBot) -> None:
    form = Form(QLineEdit(), rest=0)
    qtbot.addWidget(form)
    form.show()
    qtbot.keyClicks(form.field, "Robin")
    qtbot.wait(50)
    assert form.told == []
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert form.told == ["Robin"]


def test_a_growing_field_is_as_high_as_its_text_up_to_a_limit(qtbot: QtBot) -> None:
    field = GrowingEdit(1, 4)
    qtbot.addWidget(field)
    field.show()
    heights = []
    for lines in (1, 3, 4, 9):
        field.setPlainText("\n".join("x" * lines))
        heights.append(field.height())
    assert heights[0] < heights[1] < heights[2] == heights[3]


def test_a_one_line_field_holds_no_line_break(qtbot: QtBot) -> None:
    field = OneLineEdit()
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field, "a")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "a"
