"""A box of few choices that the mouse wheel does not change by mistake."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

_NO_KEY = Qt.KeyboardModifier.NoModifier


class ChoiceBox(QComboBox):
    """Tells a choice that differs from what is shown; the values are text."""

    picked = Signal(str)

    def __init__(
        self, name: str, choices: Iterable[str], none: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        if none:
            self.addItem(none, "")
        for choice in choices:
            self.addItem(choice.capitalize(), str(choice))
        self.activated.connect(self._pick)

    @property
    def value(self) -> str:
        """What is chosen; empty for none."""
        return str(self.currentData() or "")

    def show_value(self, value: str | None) -> None:
        """Show a choice."""
        self._shown = str(value or "")
        self.setCurrentIndex(max(0, self.findData(self._shown)))

    def offer(self, choices: Iterable[tuple[str, str]], none: str = "") -> None:
        """Offer other choices: words with their value."""
        wanted = ([(none, "")] if none else []) + list(choices)
        if wanted != [(self.itemText(at), self.itemData(at)) for at in range(self.count())]:
            self.clear()
            for words, value in wanted:
                self.addItem(words, value)
        self.show_value(self._shown)

    def event(self, event: QEvent) -> bool:
        """Take letters for choosing, before they are a shortcut of the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            plain = event.modifiers() in {_NO_KEY, Qt.KeyboardModifier.ShiftModifier}
            if plain and event.text().isalnum():
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls."""
        event.ignore()

    def _pick(self, _index: int) -> None:
        if self.value != self._shown:
            self._shown = self.value
            self.picked.emit(self._shown)
