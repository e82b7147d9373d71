"""Where code points lie on the screen, and which code points lie at a point of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine
from PySide6.QtWidgets import QTextEdit

from factdesk.model.span import Span
from factdesk.text.utf16 import Utf16Map

BELOW = 9.0
"""So many pixels below its letters are a line's own, for underlines."""

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Line(NamedTuple):
    """A laid out line: its document positions (UTF-16) and its place in the viewport.

    From top to bottom are the letters; the leading below is not counted in.
    """

    line: QTextLine
    base: int
    start: int
    stop: int
    left: float
    right: float
    top: float
    ascent: float
    bottom: float
    mixed: bool
    rightward: bool
    edges: dict[int, float]

    def pieces(self, start: int, stop: int) -> list[tuple[float, float]]:
        """List the stretches, from x to x, that document positions from start to stop take up.

        It is one in a line of one direction; where directions mix, neighbours in the text may lie
        apart.
        """
        start, stop = max(start, self.start), min(stop, self.stop)
        if start >= stop:
            return []
        if not self.mixed:
            left, right = self._x(start), min(self._x(stop), self.right)
            return [(left, right)] if left < right else []
        pieces: list[tuple[float, float]] = []
        for left, right in sorted(self._glyph_runs(start, stop)):
            if pieces and left <= pieces[-1][1] + 0.5:
                pieces[-1] = (pieces[-1][0], max(right, pieces[-1][1]))
            else:
                pieces.append((left, right))
        return pieces

    def _x(self, position: int) -> float:
        x = self.edges.get(position)
        if x is None:
            x, _ = cast("tuple[float, int]", self.line.cursorToX(position - self.base))
            x = self.edges[position] = x + self.left
        return x

    def _glyph_runs(self, start: int, stop: int) -> Iterator[tuple[float, float]]:
        """Go through the stretches of one direction and font, each from x to x."""
        for run in self.line.glyphRuns(start - self.base, stop - start):
            places = [point.x() + self.left for point in run.positions()]
            widths = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
            ends = [x + width.x() for x, width in zip(places, widths, strict=True)]
            yield min(places), max(ends)


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
        layout = self._view.document().documentLayout()
        offset = self._view.verticalScrollBar().value()
        block = self._block_at(top + offset - BELOW)
        while block.isValid() and layout.blockBoundingRect(block).top() - offset < bottom:
            inner = block.layout()
            above = top + offset - inner.position().y() - BELOW
            first = max(0, _line_number(inner, above))
            for number in range(first, inner.lineCount()):
                line = self._line(block, inner.lineAt(number), offset)
                if line.top >= bottom:
                    return
                if line.bottom + BELOW > top:
                    yield line
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
        return QRectF(QPointF(0, first.top), QPointF(self._view.viewport().width(), last.bottom))

    def seen_rect(self, start: int, stop: int) -> QRectF:
        """Bound what of a place is in view; an empty rectangle where nothing is."""
        seen = self.visible()
        start, stop = max(start, seen.start), min(stop, seen.stop + 1)
        return self.rect(Span(start, stop)) if start < stop else QRectF()

    def code_point_at(self, point: QPointF) -> int | None:
        """Find the code point whose letter lies at a point; None beside the text."""
        for line in self.lines(point.y(), point.y() + 1):
            if line.top <= point.y() < line.bottom:
                on = QTextLine.CursorPosition.CursorOnCharacter
                unit = line.base + line.line.xToCursor(point.x() - line.left, on)
                if any(a <= point.x() < b for a, b in line.pieces(unit, unit + 1)):
                    return self.positions.to_code_point(unit)
        return None

    def visible(self) -> Span:
        """Find which code points the viewport shows, at the cost of two lines."""
        height = self._view.viewport().height()
        first = next(self.lines(0, height), None)
        if first is None:
            return Span(0, 0)
        offset = self._view.verticalScrollBar().value()
        block = self._block_at(height + offset)
        inner = block.layout()
        number = _line_number(inner, height + offset - inner.position().y())
        last = self._line(block, inner.lineAt(max(0, number)), offset)
        return Span(
            self.positions.to_code_point(first.start), self.positions.to_code_point(last.stop)
        )

    def top(self) -> int:
        """Find the first code point of the first line that is wholly visible."""
        lines = self.lines(0, self._view.viewport().height())
        line = next((line for line in lines if line.top >= 0), None)
        return self.positions.to_code_point(line.start) if line else 0

    def _block_at(self, height: float) -> QTextBlock:
        """Find the last text block that begins above a height of the document.

        What is laid out is looked at without laying out the rest, which Qt's own hit test would
        walk through wherever there is a gap; what turns out to be stale is then laid out anew.
        """
        document = self._view.document()
        numbers = range(document.blockCount())

        def top(number: int) -> float:
            inner = document.findBlockByNumber(number).layout()
            return inner.position().y() if inner.lineCount() else float("inf")

        number = -1
        while True:
            found = max(0, bisect_right(numbers, height, key=top) - 1)
            if found == number:
                return document.findBlockByNumber(number)
            number = found
            document.documentLayout().blockBoundingRect(document.findBlockByNumber(number))

    def _line(self, block: QTextBlock, line: QTextLine, offset: float) -> Line:
        base, corner = block.position(), block.layout().position()
        start, top = base + line.textStart(), corner.y() + line.y() - offset
        left = corner.x() - self._view.horizontalScrollBar().value()
        return Line(
            line,
            base,
            start,
            start + line.textLength(),
            left,
            left + line.naturalTextRect().right(),  # before the space it breaks at
            top,
            line.ascent(),
            top + line.ascent() + line.descent(),
            self._mixed and _RIGHT_TO_LEFT.search(block.text()) is not None,
            block.textDirection() == Qt.LayoutDirection.LeftToRight,
            {},
        )


def _line_number(layout: QTextLayout, height: float) -> int:
    """Find the last line of a block that begins above a height; -1 if none does."""
    numbers = range(layout.lineCount())
    return bisect_right(numbers, height, key=lambda number: layout.lineAt(number).y()) - 1
