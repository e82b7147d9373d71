"""A user without a mouse: keys go wherever the keyboard is, and are counted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ENTER = Qt.Key.Key_Return
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

_NONE = Qt.KeyboardModifier.NoModifier


class Keys:
    """Presses keys wherever the keyboard is, and counts all that are no text."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        for key in keys:
            QTest.keyClick(self.here(), key, held)
            QApplication.processEvents()
            self.count += 1

    def type(self, text: str) -> None:
        QTest.keyClicks(self.here(), text)
        QApplication.processEvents()

    @staticmethod
    def here() -> QWidget:
        """Find what takes the keys: an open menu before all."""
        here = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert here is not None
        return here
