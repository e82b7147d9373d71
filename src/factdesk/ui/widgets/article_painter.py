"""Paints places onto a viewport: grounds below the letters, strikes and outlines above them."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from factdesk.model.span import Span
from factdesk.ui.widgets.article_geometry import ArticleGeometry, Line
from factdesk.ui.widgets.brushes import Brushes, Strokes, Style
from factdesk.ui.widgets.hint_index import HintIndex
from factdesk.ui.widgets.matches import Matches
from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.reading_colours import ReadingColours
from factdesk.ui.widgets.ribbons import Ribbon, ribbons
from factdesk.ui.widgets.runs import sweep
from factdesk.ui.widgets.span_index import SpanIndex

_LANE = 3.0  # from underline to underline, in pixels
_STROKE = 2.0
_CORNER = 3.0  # where an underline begins and ends it turns up so much


class _Piece(NamedTuple):
    """What of a place lies in one line, and whether it begins and ends there."""

    line: Line
    pieces: list[tuple[float, float]]
    begins: bool
    ends: bool

    def rects(self) -> list[QRectF]:
        """Give the pieces the height of the letters."""
        top, height = self.line.top, self.line.bottom - self.line.top
        return [QRectF(left, top, right - left, height) for left, right in self.pieces]

    def rules(self, height: float, thickness: float) -> list[QRectF]:
        """Make lines of the pieces, at a height of the viewport."""
        return [QRectF(left, height, right - left, thickness) for left, right in self.pieces]


class ArticlePainter:
    """Knows what is to be seen over the text, and paints that of it which an area shows."""

    def __init__(self, geometry: ArticleGeometry, colours: ReadingColours) -> None:
        self._geometry = geometry
        self._brushes = Brushes(colours)
        self.index = SpanIndex()
        self.hints = HintIndex(lambda span: not self.index.touching(*span))
        self.claim: str | None = None
        self.matches = Matches()
        self._lines: list[Line] = []
        self._starts: list[int] = []
        self._seen = Span(0, 0)
        self._places: list[Place] = []
        self._ribbons: list[Ribbon] = []

    def set_colours(self, colours: ReadingColours) -> None:
        """Paint for another colour scheme."""
        self._brushes = Brushes(colours)

    def prepare(self, area: QRectF) -> None:
        """Find out what lies in an area of the viewport, for both layers."""
        to_code_point = self._geometry.positions.to_code_point
        self._lines = list(self._geometry.lines(area.top(), area.bottom()))
        self._starts = [line.start for line in self._lines]
        self._places, self._ribbons = [], []
        if self._lines:
            self._seen = Span(*map(to_code_point, (self._starts[0], self._lines[-1].stop)))
            self._places = self.index.touching(*self._seen)
            self._ribbons = ribbons(sweep(self._places, *self._seen), self.claim)

    def paint_grounds(self, painter: QPainter, scroll: float) -> None:
        """Paint what lies under the letters, hatching so that it joins what was scrolled."""
        strokes = Strokes()
        for ribbon in self._ribbons:
            if ribbon.style is not Style.STRUCK:
                for piece in self._laid(ribbon.start, ribbon.stop):
                    if ribbon.lane >= 0:
                        _underline(strokes, ribbon, piece)
                    else:
                        strokes.add(ribbon.style, ribbon.place.look.hue, piece.rects())
        self._add_hints(strokes)
        painter.setBrushOrigin(QPointF(0, -scroll))
        self._brushes.paint(painter, strokes)
        self._paint_matches(painter)

    def paint_marks(self, painter: QPainter) -> None:
        """Paint what lies over the letters."""
        strokes = Strokes()
        for ribbon in self._ribbons:
            if ribbon.style is Style.STRUCK:
                for piece in self._laid(ribbon.start, ribbon.stop):
                    height = piece.line.top + 0.7 * piece.line.ascent
                    strokes.add(Style.STRUCK, ribbon.place.look.hue, piece.rules(height, 1))
        self._brushes.paint(painter, strokes)
        self._outline_chosen(painter)

    def beginning(self) -> Iterator[tuple[Line, list[Place]]]:
        """Go through the lines of the area in which places begin, with those places.

        One that begins on the break between two lines begins in neither: of those, an area knows
        only what lies before its last line.
        """
        lines: dict[int, list[Place]] = {}
        for place in self._places:
            if place.start >= self._seen.start:
                unit = self._geometry.positions.to_utf16(place.start)
                number = bisect_right(self._starts, unit) - 1
                if unit < self._lines[number].stop:
                    lines.setdefault(number, []).append(place)
        for number, places in lines.items():
            yield self._lines[number], places

    def _laid(self, start: int, stop: int) -> Iterator[_Piece]:
        """Lay code points over the lines of the area: where their letters stand in each."""
        to_utf16 = self._geometry.positions.to_utf16
        first, last = to_utf16(start), to_utf16(stop)
        for number in range(max(0, bisect_right(self._starts, first) - 1), len(self._lines)):
            line = self._lines[number]
            if line.start >= last:
                return
            pieces = line.pieces(first, last)
            if pieces:
                yield _Piece(line, pieces, first >= line.start, last <= line.stop)

    def _add_hints(self, strokes: Strokes) -> None:
        """Draw dots below what can be checked, and a line below the hint at hand."""
        colours = self._brushes.colours
        for hint in self.hints.painted(self._seen) if self._lines else ():
            at_hand = hint == self.hints.at_hand
            style, hue = (Style.LINE, colours.accent) if at_hand else (Style.DOTTED, colours.muted)
            for piece in self._laid(hint.start, hint.stop):
                strokes.add(style, hue, piece.rules(piece.line.bottom + 1, _STROKE))

    def _paint_matches(self, painter: QPainter) -> None:
        colours = self._brushes.colours
        ground = QColor(colours.ground(colours.match, 0.6))
        painter.setPen(QPen(QColor(colours.ink), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for match in self.matches.touching(self._seen) if self._lines else ():
            for piece in self._laid(*match):
                for rect in piece.rects():
                    painter.fillRect(rect, ground)
                    if match == self.matches.current:
                        painter.drawRect(rect)

    def _outline_chosen(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(self._brushes.colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in self._places:
            if place.claim == self.claim:
                for piece in self._laid(place.start, place.stop):
                    for rect in piece.rects():
                        painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 2, 2)


def _underline(strokes: Strokes, ribbon: Ribbon, piece: _Piece) -> None:
    """Draw a line below, one lane a place, turned up where the place begins and ends."""
    line, pieces, begins, ends = piece
    hue, height = ribbon.place.look.hue, line.bottom + 1 + ribbon.lane * _LANE
    strokes.add(ribbon.style, hue, piece.rules(height, _STROKE))
    first, last = pieces[0][0], pieces[-1][1] - 1
    if not line.rightward:
        first, last = last, first
    if begins and ribbon.begins:
        strokes.add(Style.LINE, hue, [QRectF(first, height - _CORNER, 1, _CORNER)])
    if ends and ribbon.ends:
        strokes.add(Style.LINE, hue, [QRectF(last, height - _CORNER, 1, _CORNER)])
