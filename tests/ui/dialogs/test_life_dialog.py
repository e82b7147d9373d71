from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.sheet import LifeEvent
from factdesk.ui.dialogs.life import LifeDialog

EVENTS = (
    LifeEvent("2026-07-18T09:00:00Z", "Mina", "Judge C1 False", ("rating: false",), "v"),
    LifeEvent("2026-07-17T09:00:00Z", "Robin", "Reword claim", ("wording: a → b",), "c", 2),
)


def test_who_changed_what_and_when_is_told_the_latest_first(qtbot: QtBot) -> None:
    dialog = LifeDialog("C1", EVENTS)
    qtbot.addWidget(dialog)
    assert dialog.rows.item(0).text() == (
        "2026-07-18 09:00 · Mina · Judge C1 False\n    rating: false"
    )


def test_only_what_can_come_back_is_brought_back(qtbot: QtBot) -> None:
    dialog = LifeDialog("C1", EVENTS)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.back.isEnabled()
    qtbot.keyClick(dialog.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(dialog.bring_back_wished) as wished:
        qtbot.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert wished.args == [EVENTS[1]]
