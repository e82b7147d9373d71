"""The few brushes that all highlights are painted with."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter

from factdesk.ui.widgets.reading_colours import ReadingColours

_DASH, _PERIOD = 5, 8  # pixels
_Pixels = Iterable[tuple[int, int]]


class Style(IntEnum):
    """What a brush is for; those further down are painted later."""

    CHECKED_OFF = 0
    SOLID = 1
    CHOSEN = 2
    HATCHED = 3
    DOTTED = 4
    LINE = 5
    DASHED = 6
    STRUCK = 7


_STRENGTHS = {Style.CHECKED_OFF: 0.2, Style.SOLID: 0.34, Style.CHOSEN: 0.5}


class Strokes:
    """Rectangles by style and hue, so that a page of highlights is painted in a few calls."""

    def __init__(self) -> None:
        self._rects: list[dict[str, list[QRectF]]] = [{} for _ in Style]

    def add(self, style: Style, hue: str, rects: list[QRectF]) -> None:
        """Have some more painted."""
        self._rects[style].setdefault(hue, []).extend(rects)

    def __iter__(self) -> Iterator[tuple[Style, str, list[QRectF]]]:
        for style in Style:
            for hue, rects in self._rects[style].items():
                yield style, hue, rects


class Brushes:
    """Mixes each brush once for a colour scheme."""

    def __init__(self, colours: ReadingColours) -> None:
        self.colours = colours
        self._mixed: dict[tuple[Style, str], QBrush] = {}

    def paint(self, painter: QPainter, strokes: Strokes) -> None:
        """Paint all the rectangles, style by style."""
        painter.setPen(Qt.PenStyle.NoPen)
        for style, hue, rects in strokes:
            painter.setBrush(self._brush(style, hue))
            painter.drawRects(rects)

    def _brush(self, style: Style, hue: str) -> QBrush:
        brush = self._mixed.get((style, hue))
        if brush is None:
            brush = self._mixed[style, hue] = self._mix(style, hue)
        return brush

    def _mix(self, style: Style, hue: str) -> QBrush:
        line = self.colours.line(hue)
        if style in _STRENGTHS:
            return QBrush(QColor(self.colours.ground(hue, _STRENGTHS[style])))
        if style is Style.HATCHED:
            hatch = QColor(self.colours.ground(line, 0.6))  # the text crosses it
            return QBrush(_hatch(hatch))
        if style is Style.DOTTED:
            return QBrush(_dots(QColor(self.colours.faint(line))))
        if style is Style.DASHED:
            return QBrush(_dash(QColor(line)))
        return QBrush(QColor(line))


def _dash(colour: QColor) -> QImage:
    return _tile(colour, 1, ((x, 0) for x in range(_DASH)))


def _dots(colour: QColor) -> QImage:
    return _tile(colour, 1, ((x, 0) for x in (0, 1, 4, 5)))


def _hatch(colour: QColor) -> QImage:
    rising = ((x, (_PERIOD - x + wide) % _PERIOD) for x in range(_PERIOD) for wide in range(2))
    return _tile(colour, _PERIOD, rising)


def _tile(colour: QColor, height: int, pixels: _Pixels) -> QImage:
    """Draw a tile: it joins wherever it is cut, and grows with the screen's scale."""
    tile = QImage(_PERIOD, height, QImage.Format.Format_ARGB32_Premultiplied)
    tile.fill(Qt.GlobalColor.transparent)
    for x, y in pixels:
        tile.setPixelColor(x, y, colour)
    return tile
