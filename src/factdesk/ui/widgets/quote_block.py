"""The quote at the head of the claim: set off, and a click leads to its place."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP, ROOM, scheme_of
from factdesk.ui.widgets.elision import elided_lines
from factdesk.ui.widgets.parts import enter_presses

_MOST = 6


class QuoteBlock(QAbstractButton):
    """Up to six lines of a quote beside a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._quote = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        enter_presses(self)

    def show_quote(self, quote: str) -> None:
        """Show a quote."""
        self._quote = quote
        self.setAccessibleName(f"Quote: {quote}")
        self.setAccessibleDescription("Shows the place in the article")
        hint = f"Show in the article\n\n{quote}" if len(quote) > 240 else "Show in the article"
        self.setToolTip(as_written(hint))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height that the lines need."""
        lines = len(self._lines(width)) or 1
        return round(lines * QFontMetricsF(self.font()).lineSpacing()) + 2 * GAP

    def sizeHint(self) -> QSize:
        """Wish for room to read."""
        return QSize(300, self.heightForWidth(300))

    def minimumSizeHint(self) -> QSize:
        """Need hardly any width."""
        return QSize(80, self.heightForWidth(max(80, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = scheme_of(self)
        ground = QColor(scheme.tint if self.underMouse() or self.hasFocus() else scheme.hover)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setBrush(QColor(scheme.accent))
        painter.drawRoundedRect(QRectF(0, 0, 3, self.height()), 1.5, 1.5)
        painter.setPen(QColor(scheme.text))
        height = QFontMetricsF(self.font()).lineSpacing()
        for number, line in enumerate(self._lines(self.width())):
            room = QRectF(ROOM, GAP + number * height, self.width() - ROOM - GAP, height)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, line)

    def _lines(self, width: int) -> list[str]:
        return elided_lines(f"“{self._quote}”", self.font(), width - ROOM - GAP, _MOST)
