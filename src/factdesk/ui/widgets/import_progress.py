"""How far a batch of imports is, and the button that ends it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, ROOM, TIGHT
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import bare, button, muted


class ImportProgress(QWidget):
    """Shows itself while there is something to do, and hides when all is done."""

    cancel_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(1)
        self._words.setFont(muted().font())
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName("Progress of the import")
        self.cancel = button("Cancel", self.cancel_wished.emit, "Leave out what is not read yet")
        words = QVBoxLayout()
        bare(words, TIGHT)
        words.addStretch(1)
        words.addWidget(self._words)
        words.addWidget(self.bar)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM, GAP, ROOM, GAP)
        row.setSpacing(ROOM)
        row.addLayout(words, 1)
        row.addWidget(self.cancel)
        self.hide()

    def show_progress(self, done: int, of: int, name: str = "") -> None:
        """Say how many documents are done and which one is read now."""
        self.bar.setMaximum(of)
        self.bar.setValue(done)
        title = f"Importing {min(done + 1, of):,} of {of:,}" if of > 1 else "Importing"
        self._words.show_text(f"{title}  {name}".rstrip())
        self.setVisible(done < of)
