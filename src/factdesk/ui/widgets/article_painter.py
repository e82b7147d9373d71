"""Paints places onto a viewport: grounds below the letters, strikes and outlines above them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPalette, QPen

from factdesk.model.span import Span
from factdesk.ui.widgets.article_geometry import ArticleGeometry, Line
from factdesk.ui.widgets.matches import Matches
from factdesk.ui.widgets.places import Form, Place
from factdesk.ui.widgets.reading_colours import ReadingColours
from factdesk.ui.widgets.runs import Run, sweep
from factdesk.ui.widgets.span_index import SpanIndex

_LANES = 3  # so many underlines have room below a line
_LANE = 3.0
_STROKE = 2.0
_CORNER = 3.0  # where an underline begins and ends it turns up so much
_STRENGTHS = {Form.SOLID: 0.34, Form.CHECKED_OFF: 0.2}
_CHOSEN = 0.5


class _Strip(NamedTuple):
    """What of a run lies in one line, and whether the run begins and ends there."""

    run: Run
    line: Line
    rects: list[QRectF]
    begins: bool
    ends: bool


class ArticlePainter:
    """Knows what is to be seen over the text, and paints that of it which an area shows."""

    def __init__(self, geometry: ArticleGeometry) -> None:
        self._geometry = geometry
        self.index = SpanIndex()
        self.claim: str | None = None
        self.matches = Matches()
        self._lines: list[Line] = []
        self._strips: list[_Strip] = []
        self._seen = Span(0, 0)
        self._scroll = 0.0
        self._colours = ReadingColours.of(QPalette())

    def prepare(self, area: QRectF, scroll: float, colours: ReadingColours) -> None:
        """Find out what lies in an area of the viewport, for both layers."""
        positions = self._geometry.positions
        self._scroll, self._colours, self._strips = scroll, colours, []
        self._lines = list(self._geometry.lines(area.top(), area.bottom()))
        if self._lines:
            start, stop = self._lines[0].start, self._lines[-1].stop
            self._seen = Span(positions.to_code_point(start), positions.to_code_point(stop))
            runs = sweep(self.index.touching(*self._seen), *self._seen)
            self._strips = list(self._cut(runs))

    def paint_grounds(self, painter: QPainter) -> None:
        """Paint what lies under the letters."""
        painter.setBrushOrigin(QPointF(0, -self._scroll))  # hatching joins what was scrolled
        for strip in self._strips:
            self._paint_ground(painter, strip)
            for lane, place in enumerate(strip.run.places[:_LANES]):
                height = strip.line.ink.bottom() + 1 + lane * _LANE
                self._underline(painter, strip, place, height)
        if self._lines:
            self._paint_matches(painter)

    def paint_marks(self, painter: QPainter) -> None:
        """Paint what lies over the letters."""
        for strip in self._strips:
            struck = [place for place in strip.run.places if place.look.form is Form.CHECKED_OFF]
            if struck:
                height = strip.line.baseline - strip.line.line.ascent() * 0.3
                painter.setPen(QPen(self._line_colour(struck[-1]), 1))
                for rect in strip.rects:
                    painter.drawLine(QPointF(rect.left(), height), QPointF(rect.right(), height))
        self._outline_chosen(painter)

    def beginning(self) -> Iterator[tuple[Line, list[Place]]]:
        """Go through the lines of the area in which places begin, with those places."""
        lines: dict[float, tuple[Line, list[Place]]] = {}
        for run, line, _, begins, _ in self._strips:
            if begins:
                _, places = lines.setdefault(line.baseline, (line, []))
                places.extend(place for place in run.places if place.start == run.start)
        yield from (entry for entry in lines.values() if entry[1])

    def _cut(self, runs: Iterable[Run]) -> Iterator[_Strip]:
        """Lay the runs over the lines; both are in the order of the text."""
        positions, lines, at = self._geometry.positions, self._lines, 0
        for run in runs:
            start, stop = positions.to_utf16(run.start), positions.to_utf16(run.stop)
            while at < len(lines) and lines[at].stop <= start:
                at += 1
            for line in lines[at:]:
                if line.start >= stop:
                    break
                rects = line.rects(start, stop)
                if rects:
                    yield _Strip(run, line, rects, start >= line.start, stop <= line.stop)

    def _paint_ground(self, painter: QPainter, strip: _Strip) -> None:
        places = strip.run.places
        chosen = [place for place in places if place.claim == self.claim]
        solid = [place for place in places if place.look.form in _STRENGTHS]
        hatched = [place for place in places if place.look.form is Form.HATCHED]
        if chosen:
            self._fill(painter, strip, self._colours.ground(chosen[-1].look.hue, _CHOSEN))
        elif solid:
            look = solid[-1].look
            self._fill(painter, strip, self._colours.ground(look.hue, _STRENGTHS[look.form]))
        if hatched:
            hatch = QColor(self._colours.ground(hatched[-1].look.hue, 0.7))
            for rect in strip.rects:
                painter.fillRect(rect, QBrush(hatch, Qt.BrushStyle.BDiagPattern))

    def _fill(self, painter: QPainter, strip: _Strip, colour: str) -> None:
        for rect in strip.rects:
            painter.fillRect(rect, QColor(colour))

    def _underline(self, painter: QPainter, strip: _Strip, place: Place, height: float) -> None:
        colour = self._line_colour(place)
        for rect in strip.rects:
            if place.look.form is Form.DASHED:
                self._dash(painter, rect, colour, height + _STROKE / 2)
            else:
                painter.fillRect(QRectF(rect.left(), height, rect.width(), _STROKE), colour)
        begins = strip.begins and place.start == strip.run.start
        ends = strip.ends and place.stop == strip.run.stop
        left, right = strip.rects[0].left(), strip.rects[-1].right() - 1
        first, last = (left, right) if strip.line.rightward else (right, left)
        if begins:
            painter.fillRect(QRectF(first, height - _CORNER, 1, _CORNER), colour)
        if ends:
            painter.fillRect(QRectF(last, height - _CORNER, 1, _CORNER), colour)

    def _dash(self, painter: QPainter, rect: QRectF, colour: QColor, height: float) -> None:
        pen = QPen(colour, _STROKE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2.5, 1.5])
        pen.setDashOffset(rect.left() / _STROKE)  # so that neighbours' dashes join
        painter.setPen(pen)
        painter.drawLine(QPointF(rect.left(), height), QPointF(rect.right(), height))

    def _paint_matches(self, painter: QPainter) -> None:
        ground = QColor(self._colours.ground(self._colours.match, 0.6))
        painter.setPen(QPen(QColor(self._colours.ink), 1))
        for match in self.matches.touching(self._seen):
            for rect in self._rects(match):
                painter.fillRect(rect, ground)
                if match == self.matches.current:
                    painter.drawRect(rect)

    def _outline_chosen(self, painter: QPainter) -> None:
        places = (place for strip in self._strips for place in strip.run.places)
        chosen = dict.fromkeys(place for place in places if place.claim == self.claim)
        painter.setPen(QPen(QColor(self._colours.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place in chosen:
            for rect in self._rects(Span(place.start, place.stop)):
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 2, 2)

    def _rects(self, span: Span) -> Iterator[QRectF]:
        positions = self._geometry.positions
        start, stop = positions.to_utf16(span.start), positions.to_utf16(span.stop)
        for line in self._lines:
            yield from line.rects(start, stop)

    def _line_colour(self, place: Place) -> QColor:
        return QColor(self._colours.line(place.look.hue))
