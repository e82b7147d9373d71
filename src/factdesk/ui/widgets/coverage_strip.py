"""The whole article as a strip beside its scroll bar: where claims are, and how they stand."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from factdesk.model.span import Span
from factdesk.ui.theme import Scheme, scheme_of
from factdesk.ui.widgets.places import Form, Look
from factdesk.ui.widgets.strip_index import BINS, StripIndex

_WIDTH = 14
_SEEN = 0.9  # of the strip's width: what is in view is framed


class CoverageStrip(QWidget):
    """Shows a `StripIndex`; a click wishes to go to a place. Keys need it not: the page scrolls.

    What is painted is drawn once for each change and kept; a scrolled page moves a frame over it.
    """

    place_wished = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = StripIndex(1)
        self._seen = Span(0, 0)
        self._drawn: QPixmap | None = None
        self.setAccessibleName("Coverage of the article")
        self.setToolTip("Where claims are in the article; click to go there")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_index(self, index: StripIndex) -> None:
        """Show another article's places."""
        self._index = index
        self.refresh()

    def refresh(self) -> None:
        """Draw anew: places in the index have come or gone."""
        self._drawn = None
        self.update()

    def show_seen(self, seen: Span) -> None:
        """Frame what of the text is in view."""
        if seen != self._seen:
            self._seen = seen
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what was drawn, and the frame over it."""
        if self._drawn is None:
            self._drawn = self._draw(scheme_of(self))
        scheme = scheme_of(self)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        if self._seen.stop > self._seen.start:
            top, bottom = (self._index.share(at) * self.height() for at in self._seen)
            painter.setPen(QColor(scheme.muted))
            frame = QRectF(0.5, top + 0.5, self.width() * _SEEN, max(bottom - top, 6) - 1)
            painter.drawRoundedRect(frame, 2, 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Wish to go where the mouse is."""
        self._go_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow a mouse that is held down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().y())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw for another height."""
        super().resizeEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Draw for another colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh()

    def sizeHint(self) -> QSize:
        """Wish to be narrow."""
        return QSize(_WIDTH, 200)

    def _go_to(self, height: float) -> None:
        self.place_wished.emit(self._index.position(height / max(1, self.height())))

    def _draw(self, scheme: Scheme) -> QPixmap:
        scale = self.devicePixelRatioF()
        drawn = QPixmap((self.size().toSizeF() * scale).toSize())
        drawn.setDevicePixelRatio(scale)
        drawn.fill(QColor(scheme.base))
        painter = QPainter(drawn)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(scheme.line))
        row = self.height() / BINS
        for number in self._index.hints():
            painter.fillRect(QRectF(6, number * row, 2, 2), QColor(scheme.muted))
        for number, look in enumerate(self._index.looks()):
            if look is not None:
                _paint(painter, QRectF(3, number * row, _WIDTH - 5, max(row, 2.0)), look, number)
        painter.end()
        return drawn


def _paint(painter: QPainter, room: QRectF, look: Look, number: int) -> None:
    """Paint one bin, each form in a shape of its own: hue is never the only sign."""
    hue = QColor(look.hue)
    width = room.width()
    if look.form is Form.UNDERLINED:  # marked only: a thin line at the left
        room.setWidth(3)
    elif look.form is Form.DASHED:  # a query is out: a broken bar
        if number % 4 >= 2:
            return
    elif look.form is Form.HATCHED:  # needs review: left and right by turns
        room.setWidth(width / 2)
        room.translate(width / 2 * (number % 2), 0)
    elif look.form is Form.CHECKED_OFF:  # done with: pale, with a firm right edge
        pale = QColor(hue)
        pale.setAlpha(70)
        painter.fillRect(room, pale)
        room.setLeft(room.right() - 2)
    painter.fillRect(room, hue)
