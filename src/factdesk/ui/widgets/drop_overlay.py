"""Says over the whole window, while something is dragged, what dropping it would do."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from factdesk.ui.theme import ROOM, scheme_of
from factdesk.ui.widgets.parts import semibold


def drop_words(dragged: QMimeData) -> str:
    """Say what dropping would do; empty if nothing in it can be an article."""
    files = [url for url in dragged.urls() if url.isLocalFile()]
    if len(files) > 1:
        return f"Drop to import {len(files)} files"
    if files:
        return f"Drop to import “{files[0].fileName() or files[0].path()}”"
    if dragged.hasUrls():
        return "Drop to fetch the page" if len(dragged.urls()) == 1 else "Drop to fetch the pages"
    if dragged.hasHtml() or dragged.hasText():
        return "Drop to import the text"
    return ""


class DropOverlay(QWidget):
    """A veil with words over its parent; mouse and drag go through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def show_words(self, words: str) -> None:
        """Cover the parent and say this; nothing to say hides it."""
        self._words = words
        self.setAccessibleName(words)
        parent = self.parentWidget()
        if not words or parent is None:
            self.hide()
            return
        self.setGeometry(parent.rect())
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the parent."""
        parent = self.parentWidget()
        if parent is not None and watched is parent and event.type() == QEvent.Type.Resize:
            self.setGeometry(parent.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint veil, dashed frame and words."""
        scheme = scheme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        veil = QColor(scheme.window)
        veil.setAlpha(240)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(scheme.accent), 2, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(ROOM, ROOM, -ROOM, -ROOM), 12, 12)
        font = semibold(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(QColor(scheme.text))
        room = self.rect().adjusted(3 * ROOM, 0, -3 * ROOM, 0)
        middle = Qt.TextElideMode.ElideMiddle
        words = painter.fontMetrics().elidedText(self._words, middle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
