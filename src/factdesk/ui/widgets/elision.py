"""Text in so many lines and no more."""

from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from factdesk.ui.as_written import as_written


def elided_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Break text into at most so many lines of that width; the last ends in … if there is more."""
    flat = " ".join(text.split())
    layout = QTextLayout(flat, font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    if not starts:
        return []
    units = flat.encode("utf-16-le")
    cuts = [units[start * 2 :].decode("utf-16-le", "ignore") for start in starts]
    whole = [one[: len(one) - len(rest)].rstrip() for one, rest in pairwise(cuts)]
    if len(starts) < most:
        return [*whole, cuts[-1]]
    metrics = QFontMetricsF(font)
    return [*whole, metrics.elidedText(cuts[-1], Qt.TextElideMode.ElideRight, width)]


class ElidedLabel(QWidget):
    """Plain text that wraps up to so many lines, then ends in …, with all of it as a tooltip."""

    def __init__(self, most: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._most = most
        self._lines: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """All of the text."""
        return self._text

    @property
    def lines(self) -> list[str]:
        """The lines as they are painted."""
        return self._lines

    def show_text(self, text: str) -> None:
        """Show a text."""
        self._text = text
        self.setAccessibleName(text)
        self._break()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Tell the height that the lines need."""
        lines = len(elided_lines(self._text, self.font(), width, self._most))
        return round(lines * QFontMetricsF(self.font()).lineSpacing()) + 1

    def sizeHint(self) -> QSize:
        """Wish for room to read."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """Need hardly any width."""
        return QSize(40, self.heightForWidth(max(self.width(), 40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._break()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        height = QFontMetricsF(self.font()).lineSpacing()
        for number, line in enumerate(self._lines):
            place = QRectF(
                QPointF(0, number * height), QPointF(self.width(), (number + 1) * height)
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, line)

    def _break(self) -> None:
        self._lines = elided_lines(self._text, self.font(), self.width(), self._most)
        elided = bool(self._lines) and self._lines[-1].endswith("…")
        self.setToolTip(as_written(self._text) if elided else "")
        self.update()
