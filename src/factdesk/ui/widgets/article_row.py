"""How an article looks in a list: its title, and a quiet line on where it is from and how far."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont

from factdesk.model.lines import ArticleLine
from factdesk.ui.models.articles import ArticlesModel, byline
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import semibold, small
from factdesk.ui.widgets.row_painter import Index, RowDelegate, RowPainter, line_height, row_height


class ArticleRow(RowDelegate):
    """Paints the rows of an `ArticlesModel`."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(semibold(font), small(font))

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one article."""
        model = index.model()
        assert isinstance(model, ArticlesModel)  # noqa: S101 - the list is made for this model
        line = model.line(index.row())
        title = semibold(font)
        room = QRectF(row.room.topLeft(), QSize(round(row.room.width()), round(line_height(title))))
        row.text(room, line.title or "Untitled article", title, row.scheme.text)
        self._paint_byline(row, room.bottom() + 3, line, small(font))

    @staticmethod
    def _paint_byline(row: RowPainter, top: float, line: ArticleLine, font: QFont) -> None:
        room = QRectF(row.room.left(), top, row.room.width(), line_height(font))
        if line.claims:
            row.progress(room, line.judged / line.claims)
            room.setRight(room.right() - 34 - GAP)
        publisher, day, progress = byline(line)
        room.setRight(
            room.right() - row.text_at_right(room, progress, font, row.scheme.muted) - GAP
        )
        row.text(room, " · ".join(filter(None, (publisher, day))), font, row.scheme.muted)
