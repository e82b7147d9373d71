"""What checkers have remarked on the claim, and a line to add to it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from factdesk.model.claim import Note
from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import NoteWish, RemovalWish
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import bare
from factdesk.ui.widgets.record_row import RecordRow


class NoteThread(QWidget):
    """Notes, the oldest first. Enter in the line adds one."""

    wished = Signal(object)

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
            self._rows.addWidget(self._row(note, sheet.signed(note.checker)))

    def is_begun(self) -> bool:
        """Tell whether a note is being written."""
        return self.field.hasFocus() or bool(self.field.text())

    def _add(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.wished.emit(NoteWish(text))

    def _row(self, note: Note, name: str) -> RecordRow:
        day = note.written.replace("T", " ")[:16]
        row = RecordRow(note.text, " · ".join(filter(None, (name, day))))
        row.add_removal(lambda: self.wished.emit(RemovalWish("note", note.id)))
        return row
