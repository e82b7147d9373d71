"""How a search hit looks in a list: the found words bold in their surroundings."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout

from factdesk.model.lines import SnippetPart
from factdesk.ui.models.hits import HitsModel
from factdesk.ui.theme import ROOM
from factdesk.ui.widgets.parts import semibold
from factdesk.ui.widgets.row_painter import Index, RowDelegate, RowPainter, line_height, row_height


class HitRowPainter(RowDelegate):
    """Paints the rows of a `HitsModel`."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(font, font)

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw a title or a hit."""
        model = index.model()
        assert isinstance(model, HitsModel)  # noqa: S101 - the list is made for this model
        found = model.row(index.row())
        if found.opens:
            foot = row.room.adjusted(0, row.room.height() / 2, 0, 0)
            row.text(foot, found.hit.title, semibold(font), row.scheme.text)
        else:
            row.painter.setPen(QColor(row.scheme.muted))
            room = row.room.adjusted(ROOM, 0, 0, 0)
            bold = QColor(row.scheme.text)
            layout = _lay_out(found.hit.snippet, font, bold, room.width())
            layout.draw(row.painter, QPointF(room.topLeft()))


def _lay_out(
    parts: tuple[SnippetPart, ...], font: QFont, bold: QColor, width: float
) -> QTextLayout:
    layout = QTextLayout("".join(part.text.replace("\n", " ") for part in parts), font)
    layout.setFormats(_formats(parts, bold))
    layout.beginLayout()
    for number in range(2):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(max(width, 1.0))
        line.setPosition(QPointF(0, number * line_height(font)))
    layout.endLayout()
    return layout


def _formats(parts: tuple[SnippetPart, ...], colour: QColor) -> list[QTextLayout.FormatRange]:
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.Bold)
    strong.setForeground(colour)
    formats, start = [], 0
    for part in parts:
        length = len(part.text.encode("utf-16-le")) // 2
        if part.bold:
            made = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, strong
            formats.append(made)
        start += length
    return formats
