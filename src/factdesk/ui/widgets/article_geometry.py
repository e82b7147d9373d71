"""Where code points lie on the screen, and which code points lie at a point of it."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLine
from PySide6.QtWidgets import QTextEdit

from factdesk.model.span import Span
from factdesk.text.utf16 import Utf16Map

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Line(NamedTuple):
    """A laid out line: its document positions (UTF-16) and its place in the viewport."""

    line: QTextLine
    base: int
    start: int
    stop: int
    left: float
    top: float
    mixed: bool
    rightward: bool

    @property
    def baseline(self) -> float:
        """The height the letters stand on."""
        return self.top + self.line.y() + self.line.ascent()

    @property
    def ink(self) -> QRectF:
        """What the letters take of the viewport, without the leading below."""
        rect = self.line.naturalTextRect().translated(self.left, self.top)
        rect.setHeight(self.line.ascent() + self.line.descent())
        return rect

    def pieces(self, start: int, stop: int) -> list[tuple[float, float]]:
        """List the stretches, from x to x, that document positions from start to stop take up.

        It is one in a line of one direction; where directions mix, neighbours in the text may lie
        apart.
        """
        start, stop = max(start, self.start), min(stop, self.stop)
        if start >= stop:
            return []
        if not self.mixed:
            return [(self._x(start), self._x(stop))]
        cells = sorted(
            sorted((self._x(at), self._x(at, QTextLine.Edge.Trailing))) for at in range(start, stop)
        )
        pieces: list[tuple[float, float]] = []
        for left, right in cells:
            if pieces and left <= pieces[-1][1] + 0.5:
                pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
            else:
                pieces.append((left, right))
        return pieces

    def rects(self, start: int, stop: int) -> list[QRectF]:
        """Give the pieces the height of the letters."""
        ink = self.ink
        return [
            QRectF(left, ink.top(), right - left, ink.height())
            for left, right in self.pieces(start, stop)
        ]

    def _x(self, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
        x, _ = cast("tuple[float, int]", self.line.cursorToX(position - self.base, edge))
        return x + self.left


class ArticleGeometry:
    """The lines of a text widget's document, asked for by what is visible."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view
        self._mixed = False
        self.positions = Utf16Map("")

    def measure(self, text: str, positions: Utf16Map) -> None:
        """Speak of this text from now on."""
        self.positions = positions
        self._mixed = _RIGHT_TO_LEFT.search(text) is not None

    def lines(self, top: float, bottom: float) -> Iterator[Line]:
        """Go through the lines that lie between two heights of the viewport."""
        document, layout = self._view.document(), self._view.document().documentLayout()
        offset = self._view.verticalScrollBar().value()
        hit = layout.hitTest(QPointF(0, top + offset), Qt.HitTestAccuracy.FuzzyHit)
        block = document.findBlock(max(hit, 0)).previous()
        if not block.isValid():
            block = document.begin()
        while block.isValid():
            rect = layout.blockBoundingRect(block)
            if rect.top() - offset >= bottom:
                return
            yield from self._lines_of(block, offset, top, bottom)
            block = block.next()

    def line_at(self, position: int) -> Line | None:
        """Find the line of a document position, laying the text out as far as there."""
        block = self._view.document().findBlock(position)
        self._view.document().documentLayout().blockBoundingRect(block)
        inner = block.layout().lineForTextPosition(position - block.position())
        if not inner.isValid():
            return None
        return self._line(block, inner, self._view.verticalScrollBar().value())

    def rect(self, span: Span) -> QRectF:
        """Bound a place in the viewport's coordinates, visible or not."""
        first = self.line_at(self.positions.to_utf16(span.start))
        last = self.line_at(self.positions.to_utf16(max(span.start, span.stop - 1)))
        if first is None or last is None:
            return QRectF()
        return QRectF(
            QPointF(0, first.ink.top()), QPointF(self._view.viewport().width(), last.ink.bottom())
        )

    def code_point_at(self, point: QPointF) -> int | None:
        """Find the code point whose letter lies at a point; None beside the text."""
        at = QPointF(point.x(), point.y() + self._view.verticalScrollBar().value())
        layout = self._view.document().documentLayout()
        near = layout.hitTest(at, Qt.HitTestAccuracy.ExactHit)
        if near < 0:
            return None
        for unit in (near, near - 1, near + 1):
            line = self.line_at(unit) if unit >= 0 else None
            if line and any(a <= point.x() < b for a, b in line.pieces(unit, unit + 1)):
                return self.positions.to_code_point(unit)
        return None

    def visible(self) -> Span:
        """Find which code points the viewport shows, at the cost of two lines."""
        document, layout = self._view.document(), self._view.document().documentLayout()
        area, offset = self._view.viewport().rect(), self._view.verticalScrollBar().value()
        fuzzy = Qt.HitTestAccuracy.FuzzyHit
        first = layout.hitTest(QPointF(0, offset), fuzzy)
        last = layout.hitTest(QPointF(area.width(), offset + area.height()), fuzzy)
        return Span(
            self.positions.to_code_point(max(first, 0)),
            self.positions.to_code_point(last if last >= 0 else document.characterCount() - 1),
        )

    def top(self) -> int:
        """Find the first code point of the first line that is wholly visible."""
        lines = self.lines(0, self._view.viewport().height())
        line = next((line for line in lines if line.top + line.line.y() >= 0), None)
        return self.positions.to_code_point(line.start) if line else 0

    def _lines_of(
        self, block: QTextBlock, offset: float, top: float, bottom: float
    ) -> Iterator[Line]:
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = self._line(block, layout.lineAt(number), offset)
            if line.top + line.line.y() >= bottom:
                return
            if line.top + line.line.y() + line.line.height() * 2 > top:
                yield line

    def _line(self, block: QTextBlock, line: QTextLine, offset: float) -> Line:
        base, corner = block.position(), block.layout().position()
        start = base + line.textStart()
        rightward = block.textDirection() == Qt.LayoutDirection.LeftToRight
        return Line(
            line,
            base,
            start,
            start + line.textLength(),
            corner.x() - self._view.horizontalScrollBar().value(),
            corner.y() - offset,
            self._mixed and _RIGHT_TO_LEFT.search(block.text()) is not None,
            rightward,
        )
