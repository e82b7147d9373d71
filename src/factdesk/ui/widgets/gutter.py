"""Writes the verdicts' glyphs beside the lines, where they cover no text."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QStaticText

from factdesk.ui.widgets.article_geometry import Line
from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.reading_colours import ReadingColours

_MOST = 2  # glyphs a line; instead of the rest stands their number
_SIZE = 0.8  # of the text's


class Gutter:
    """Lays out each glyph once for a font."""

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self._font.setPointSizeF(font.pointSizeF() * _SIZE)
        self._texts: dict[str, QStaticText] = {}

    def paint(
        self,
        painter: QPainter,
        lines: Iterable[tuple[Line, list[Place]]],
        colours: ReadingColours,
        column: QRectF,
    ) -> None:
        """Write them at the side the line begins at: left of the column, or right of it."""
        painter.setFont(self._font)
        for line, places in lines:
            shown = [(p.look.glyph, colours.line(p.look.hue)) for p in places if p.look.glyph]
            if len(shown) > _MOST:
                shown[_MOST - 1 :] = [(f"+{len(shown) - _MOST + 1}", colours.muted)]
            self._write(painter, line, shown if line.rightward else shown[::-1], column)

    def _write(
        self, painter: QPainter, line: Line, shown: list[tuple[str, str]], column: QRectF
    ) -> None:
        texts = [self._text(glyph) for glyph, _ in shown]
        gap = (line.bottom - line.top) * 0.3
        widths = [text.size().width() + gap for text in texts]
        x = column.left() - sum(widths) - gap if line.rightward else column.right() + 2 * gap
        for text, width, (_, colour) in zip(texts, widths, shown, strict=True):
            painter.setPen(QColor(colour))
            below = (line.bottom - line.top - text.size().height()) / 2
            painter.drawStaticText(QPointF(x, line.top + below), text)
            x += width

    def _text(self, glyph: str) -> QStaticText:
        text = self._texts.get(glyph)
        if text is None:
            text = self._texts[glyph] = QStaticText(glyph)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
        return text
