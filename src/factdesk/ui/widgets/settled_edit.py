"""Saved as typed: what a field holds is told when the typing has come to rest."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

#: How long after the last key a text is told, in milliseconds.
REST = 400

#: How long, in milliseconds, a text waits where the keys never rest.
LONGEST = 2000

_LEAVING = {QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.Close}


class SettledEdit(QObject):
    """Watches a field; tells its text after `rest` milliseconds without a key, and on leaving it.

    With a rest of 0 the text is told only on leaving the field and on Enter. A text shown while
    somebody is typing in the field waits until they leave: it never overwrites, nor moves the
    caret.
    """

    settled = Signal(str)

    overtaken = Signal(str, str)
    """The text that is told next was typed while the record came to hold another: both."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, rest: int = REST) -> None:
        super().__init__(field)
        self._field = field
        self._shown = ""
        self._waiting: str | None = None
        self._typed = self._writing = False
        self._rest = rest
        self._timer = QTimer(self, singleShot=True, interval=rest)
        self._latest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._timer, self._latest):
            timer.timeout.connect(self.settle)
        field.installEventFilter(self)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._on_typed)
            field.returnPressed.connect(self.settle)
        else:
            field.textChanged.connect(self._on_typed)

    @property
    def text(self) -> str:
        """What the field holds now."""
        if isinstance(self._field, QLineEdit):
            return self._field.text()
        return self._field.toPlainText()

    def load(self, text: str) -> None:
        """Show another record's text, whatever is being typed; settle first if that matters."""
        self._rest_now()
        self._typed = False
        self._write(text)

    def show_text(self, text: str) -> None:
        """Show the record's text as it is now, unless somebody is typing here."""
        if self._typed:
            self._waiting = text
        else:
            self._write(text)

    def settle(self) -> None:
        """Tell the text at once, if it has changed since it was last shown or told."""
        self._rest_now()
        if self.text != self._shown:
            before, self._shown = self._shown, self.text
            theirs, self._waiting = self._waiting, None
            if theirs is not None and theirs.strip() not in {before.strip(), self.text.strip()}:
                self.overtaken.emit(self.text, theirs)
            self.settled.emit(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Settle when the field is left."""
        if watched is self._field and event.type() in _LEAVING:
            self._leave()
        return False

    def _leave(self) -> None:
        self.settle()
        self._typed = False
        if self._waiting is not None:
            self._write(self._waiting)

    def _on_typed(self) -> None:
        if self._writing:
            return
        self._typed = True
        if self._rest:
            self._timer.start()
            if not self._latest.isActive():
                self._latest.start()

    def _rest_now(self) -> None:
        self._timer.stop()
        self._latest.stop()

    def _write(self, text: str) -> None:
        self._shown, self._waiting = text, None
        if text == self.text:
            return
        self._writing = True
        if isinstance(self._field, QLineEdit):
            caret = self._field.cursorPosition()
            self._field.setText(text)
            self._field.setCursorPosition(min(caret, len(text)))
        else:
            self._write_plain(self._field, text)
        self._writing = False

    @staticmethod
    def _write_plain(field: QPlainTextEdit, text: str) -> None:
        caret = field.textCursor().position()
        field.setPlainText(text)
        cursor = field.textCursor()
        cursor.setPosition(min(caret, field.document().characterCount() - 1))
        field.setTextCursor(cursor)


class GrowingEdit(QPlainTextEdit):
    """A plain text field as high as its text, between two numbers of lines; Tab leaves it."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: a narrower field has more."""
        super().resizeEvent(event)
        self._grow()

    def _grow(self) -> None:
        wanted = max(self._least, round(self.document().size().height()))
        lines = min(wanted, self._most)
        many = wanted > self._most
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        )
        height = round(lines * self.fontMetrics().lineSpacing()) + 14
        if height != self.maximumHeight():
            self.setFixedHeight(height)


class OneLineEdit(GrowingEdit):
    """A growing field whose text has no line breaks: Enter settles instead."""

    entered = Signal()

    def __init__(self, most: int = 6) -> None:
        super().__init__(1, most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter from breaking the line."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one line."""
        self.insertPlainText(" ".join(source.text().split()))
