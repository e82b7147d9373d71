"""What checkers have remarked on the claim, and a line to add to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from factdesk.model.claim import Note
from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import bare, muted


class NoteThread(QWidget):
    """Notes, the oldest first. Enter in the line adds one."""

    note_added = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Note, ...] = ()
        self._rows = QVBoxLayout()
        bare(self._rows, GAP)
        self.field = QLineEdit(placeholderText="Add a note, never in a public report")
        self.field.setAccessibleName("Add a note")
        self.field.returnPressed.connect(self._add)
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addLayout(self._rows)
        whole.addWidget(self.field)

    def show_notes(self, sheet: ClaimSheet) -> None:
        """Show the notes of a claim."""
        if sheet.notes == self._shown:
            return
        self._shown = sheet.notes
        while (old := self._rows.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for note in sheet.notes:
            self._rows.addWidget(_row(note, sheet.signed(note.checker)))

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.note_added.emit(text)


def _row(note: Note, name: str) -> QWidget:
    row = QWidget()
    text = QLabel(note.text)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setWordWrap(True)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    day = note.written.replace("T", " ")[:16]
    whole = QVBoxLayout(row)
    bare(whole, 1)
    whole.addWidget(muted(" · ".join(part for part in (name, day) if part)))
    whole.addWidget(text)
    return row
