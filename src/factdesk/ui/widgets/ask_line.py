"""A question asked in place: one line, Enter answers, Esc gives up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.parts import bare, button, primary, semibold


class AskLine(QWidget):
    """Tells an answer; an empty one only where that was allowed."""

    answered = Signal(str)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_be_empty = False
        self._question = QLabel()
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setFont(semibold(self._question.font()))
        self._question.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setAccessibleName("Answer")
        self.field.textChanged.connect(lambda _text: self._review())
        self.keep = primary("&Keep", self._answer)
        self.keep.setToolTip("Enter")
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        row.addWidget(button("Cancel", self.given_up.emit, "Give up (Esc)"))
        row.addWidget(self.keep)
        whole = QVBoxLayout(self)
        bare(whole, TIGHT + 2)
        whole.addWidget(self._question)
        whole.addWidget(self.field)
        whole.addLayout(row)

    def ask(self, question: str, verb: str, hint: str = "", *, may_be_empty: bool = False) -> None:
        """Ask, and lead the keyboard here; ``verb`` is what answering does."""
        self._may_be_empty = may_be_empty
        self._question.setText(question)
        self._question.setVisible(bool(question))
        self.field.clear()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(question or hint)
        self.keep.setText(verb)
        self.keep.setAccessibleName(verb.replace("&", ""))
        self.show()
        self._review()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._answer()
        else:
            super().keyPressEvent(event)

    def _review(self) -> None:
        self.keep.setEnabled(self._may_be_empty or bool(self.field.text().strip()))

    def _answer(self) -> None:
        if self.keep.isEnabled():
            self.answered.emit(self.field.text().strip())
