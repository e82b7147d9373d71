import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.find_bar import FindBar


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    made.open_bar()
    return made


def test_typed_words_are_wished_together(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.find_wished) as wished:
        qtbot.keyClicks(bar.field, "bear")
    assert wished.args == ["bear"]


def test_enter_goes_on_and_shift_enter_back(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.find_wished):
        qtbot.keyClicks(bar.field, "bear")
    bar.show_place(1, 3)
    assert bar._count.text() == "1 of 3"
    with qtbot.waitSignal(bar.next_wished):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.previous_wished):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)


def test_enter_right_after_typing_finds_first(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.field, "bear")
    with qtbot.assertNotEmitted(bar.next_wished), qtbot.waitSignal(bar.find_wished):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)


def test_nothing_found_leaves_nowhere_to_go(bar: FindBar) -> None:
    bar.field.setText("zebra")
    bar.show_place(0, 0)
    assert bar._count.text() == "None"
    assert not bar.next.isEnabled()


def test_escape_closes_and_forgets(bar: FindBar, qtbot: QtBot) -> None:
    bar.field.setText("bear")
    with qtbot.waitSignals([bar.closed, bar.find_wished]):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_opening_again_with_words_finds_them(bar: FindBar, qtbot: QtBot) -> None:
    bar.close_bar()
    with qtbot.waitSignal(bar.find_wished) as wished:
        bar.open_bar("harbour")
    assert wished.args == ["harbour"]
    assert bar.field.text() == "harbour"
