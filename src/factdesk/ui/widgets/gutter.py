"""Writes the verdicts' glyphs beside the lines, where they cover no text."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from factdesk.ui.widgets.article_geometry import Line
from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.reading_colours import ReadingColours

_MOST = 2  # glyphs a line; for the rest stands their number


def paint_glyphs(
    painter: QPainter,
    lines: Iterable[tuple[Line, list[Place]]],
    colours: ReadingColours,
    column: QRectF,
) -> None:
    """Write them at the side the line begins at: left of the column, or right of it."""
    font = QFont(painter.font())
    font.setPointSizeF(font.pointSizeF() * 0.8)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for line, places in lines:
        shown = [(p.look.glyph, colours.line(p.look.hue)) for p in places if p.look.glyph]
        if len(shown) > _MOST:
            shown[_MOST - 1 :] = [(f"+{len(shown) - _MOST + 1}", colours.muted)]
        _write(painter, line, shown if line.rightward else shown[::-1], column, metrics)


def _write(
    painter: QPainter,
    line: Line,
    shown: list[tuple[str, str]],
    column: QRectF,
    metrics: QFontMetricsF,
) -> None:
    gap = metrics.height() * 0.35
    widths = [metrics.horizontalAdvance(glyph) + gap for glyph, _ in shown]
    x = column.left() - sum(widths) - gap if line.rightward else column.right() + 2 * gap
    for (glyph, colour), width in zip(shown, widths, strict=True):
        painter.setPen(QColor(colour))
        box = QRectF(x, line.ink.top(), width, line.ink.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, glyph)
        x += width
