"""Finding words in the article at hand."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.parts import IconButton, muted


class FindBar(QWidget):
    """Tells the words to find; the window says by `show_place` where among how many it is."""

    find_wished = Signal(str)
    next_wished = Signal()
    previous_wished = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText="Find in this article")
        self.field.setAccessibleName("Find in this article")
        self.field.setClearButtonEnabled(True)
        self._count = muted()
        self.previous = IconButton("chevron-up", "Previous", "Previous (Shift+Enter)")
        self.next = IconButton("chevron-down", "Next", "Next (Enter)")
        close = IconButton("close", "Close", "Close (Esc)")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, TIGHT, GAP, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for button in (self.previous, self.next, close):
            row.addWidget(button)
        self._pause = QTimer(self, singleShot=True, interval=80)
        self._pause.timeout.connect(lambda: self.find_wished.emit(self.field.text()))
        self.field.textChanged.connect(lambda _text: self._pause.start())
        self.previous.clicked.connect(self.previous_wished)
        self.next.clicked.connect(self.next_wished)
        close.clicked.connect(self.close_bar)
        self.show_place(0, 0)
        self.hide()

    def open_bar(self, words: str = "") -> None:
        """Show the bar, with words to find if there are any, and lead the keyboard to it."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
        if self.field.text():
            self._pause.start()

    def close_bar(self) -> None:
        """Hide the bar and forget what was found."""
        self._pause.stop()
        self.hide()
        self.find_wished.emit("")
        self.closed.emit()

    def show_place(self, number: int, count: int) -> None:
        """Say that this is find `number` (from 1, 0 for none) of `count`."""
        words = f"{number:,} of {count:,}" if count else "None"
        self._count.setText(words if self.field.text() else "")
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._go(back=Qt.KeyboardModifier.ShiftModifier in event.modifiers())
        else:
            super().keyPressEvent(event)

    def _go(self, *, back: bool) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self.find_wished.emit(self.field.text())
        elif back:
            self.previous_wished.emit()
        else:
            self.next_wished.emit()
