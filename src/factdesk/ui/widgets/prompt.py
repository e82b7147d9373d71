"""The strip above the claim, out of the scrolling: what is asked, and why something was refused."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN, TIGHT, scheme_of
from factdesk.ui.widgets.ask_line import AskLine
from factdesk.ui.widgets.parts import IconButton, bare


class Prompt(QWidget):
    """Hidden until there is something to ask or to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._then: Callable[[str], None] | None = None
        self._back: QWidget | None = None
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self._close = IconButton("close", "Close this message", "Close")
        self._close.clicked.connect(self.clear)
        self.line = AskLine()
        self.line.answered.connect(self._answer)
        self.line.given_up.connect(self.clear)
        top = QHBoxLayout()
        bare(top, TIGHT)
        top.addWidget(self.words, 1)
        top.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, GAP, MARGIN, GAP + 2)
        whole.setSpacing(TIGHT)
        whole.addLayout(top)
        whole.addWidget(self.line)
        self.clear()

    def ask(
        self,
        question: str,
        verb: str,
        then: Callable[[str], None],
        *,
        hint: str = "",
        may_be_empty: bool = False,
    ) -> None:
        """Ask for a line of text; ``then`` takes it, and nothing happens on Esc."""
        self.clear()
        self._then, self._back = then, QApplication.focusWidget()
        self.show()
        self.line.ask(question, verb, hint, may_be_empty=may_be_empty)

    def tell(self, message: str, advice: str = "") -> None:
        """Say why something was not done, and what to do."""
        self.clear()
        words = f"{message} {advice}".strip()
        self.words.setText(f"⚠ {words}")
        for part in (self.words, self._close, self):
            part.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def clear(self) -> None:
        """Ask and say nothing; the keyboard goes back to where it was."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        back, self._then, self._back = self._back, None, None
        for part in (self, self.line, self.words, self._close):
            part.hide()
        if had_focus and back is not None:
            back.setFocus()

    def _answer(self, text: str) -> None:
        then = self._then
        self.clear()
        if then is not None:
            then(text)

    def changeEvent(self, event: QEvent) -> None:
        """Write in the scheme's ink of warnings."""
        super().changeEvent(event)
        ink = QColor(scheme_of(self).warning)
        palette = self.words.palette() if hasattr(self, "words") else None
        if palette and palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.words.setPalette(palette)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground that sets it off, and a line under it."""
        painter, scheme = QPainter(self), scheme_of(self)
        painter.fillRect(self.rect(), QColor(scheme.base))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), QColor(scheme.field))
