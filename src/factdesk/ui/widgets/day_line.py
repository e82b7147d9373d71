"""A line for a day, month or year."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLineEdit, QWidget

from factdesk.ui.icons import icon
from factdesk.ui.theme import scheme_of
from factdesk.ui.widgets.days import read_day

_WRITTEN = "Write 2026-02-17, 2026-02, 2026, today, tomorrow or +3"


class DayLine(QLineEdit):
    """Tells a date when the line is left; what is no date is marked and told to nobody."""

    day_told = Signal(str)

    def __init__(self, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self._name = name
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self._wrong = self.addAction(
            icon("warning", QColor(scheme_of(self).warning)),
            QLineEdit.ActionPosition.TrailingPosition,
        )
        self._wrong.setToolTip(f"That is no date. {_WRITTEN}.")
        self._wrong.setVisible(False)
        self.setToolTip(_WRITTEN)
        self.textEdited.connect(lambda _text: self._review(said=False))
        self.editingFinished.connect(self.settle)

    @property
    def day(self) -> str:
        """The date as records keep it; empty for none, or for what is no date."""
        return self._read() or ""

    @property
    def is_wrong(self) -> bool:
        """Whether the line holds what is no date."""
        return self._read() is None

    def show_day(self, day: str | None) -> None:
        """Show a date, unless somebody is typing here."""
        self._shown = day or ""
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._shown)
            self._review(said=False)

    def load(self, day: str | None) -> None:
        """Show another record's date, whatever is being typed."""
        self._shown = day or ""
        self.setText(self._shown)
        self._review(said=False)

    def settle(self) -> None:
        """Tell the date at once if it is another one."""
        day = self._read()
        self._review(said=True)
        if day is None:
            return
        self.setModified(False)
        if day != self.text():
            self.setText(day)
        if day != self._shown:
            self._shown = day
            self.day_told.emit(day)

    def _read(self) -> str | None:
        return read_day(self.text(), datetime.now(UTC).date())

    def _review(self, *, said: bool) -> None:
        self._wrong.setVisible(said and self.is_wrong)
        self.setAccessibleDescription(self._wrong.toolTip() if said and self.is_wrong else "")
