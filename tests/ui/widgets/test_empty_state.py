from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.empty_state import EmptyState


def test_the_first_step_is_taught_and_each_button_wishes_its_own(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.show()
    said = " ".join(label.text() for label in empty.findChildren(QLabel))
    assert "Drop an article here" in said
    assert "press M" in said
    buttons = {made.accessibleName(): made for made in empty.findChildren(QPushButton)}
    wishes = {
        "Open…": empty.open_wished,
        "Paste": empty.paste_wished,
        "Try the sample": empty.sample_wished,
    }
    assert buttons.keys() == wishes.keys()
    for name, wish in wishes.items():
        with qtbot.waitSignal(wish):
            qtbot.mouseClick(buttons[name], Qt.MouseButton.LeftButton)
