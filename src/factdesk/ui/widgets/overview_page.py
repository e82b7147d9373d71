"""The desk at a glance, in place of the page: what is due, what is awaited, what is mine."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.models.overview import OverviewModel, OverviewRow
from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.line_list import LineList
from factdesk.ui.widgets.parts import button, heading, semibold, small
from factdesk.ui.widgets.row_painter import Index, RowDelegate, RowPainter, row_height


class OverviewPage(QWidget):
    """One list under three headings; a click or Enter goes there, Esc back to the article."""

    row_picked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = OverviewModel()
        self._model.setParent(self)
        self.title = heading("The desk")
        font = semibold(self.title.font())
        font.setPointSizeF(font.pointSizeF() * 1.45)
        self.title.setFont(font)
        self.back = button("&Back to the article", self.left.emit, "Esc")
        self.rows = LineList(self._model)
        self.rows.setAccessibleName("Overview of the desk")
        self.rows.draw_with(_Row(self.rows), row_height(self.rows.font()))
        self.rows.picked.connect(lambda row: self.row_picked.emit(self._model.row(row)))
        self.setFocusProxy(self.rows)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        whole.addWidget(self.rows, 1)

    def show_rows(self, title: str, rows: Iterable[OverviewRow]) -> None:
        """Show what there is, and stay at the row."""
        chosen = self.rows.currentIndex().row()
        self.title.setText(title)
        self._model.show_rows(rows)
        openable = [at for at in range(self._model.rowCount()) if self._model.row(at).opens]
        if openable:
            self.rows.choose_row(min(openable, key=lambda at: abs(at - max(chosen, 0))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Row(RowDelegate):
    """Paints a heading, or a row with what is late about it."""

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one row."""
        model = index.model()
        assert isinstance(model, OverviewModel)  # noqa: S101 - the list is made for this model
        shown = model.row(index.row())
        room, fine = QRectF(row.room), small(font)
        ink = row.scheme.bad if shown.late else row.scheme.muted
        remark = f"⚠ {shown.remark}" if shown.late else shown.remark
        room.setRight(room.right() - row.text_at_right(room, remark, fine, QColor(ink)) - GAP)
        if not shown.opens:
            room.setLeft(room.left() - GAP)
        letters = font if shown.opens else semibold(font)
        room.setLeft(room.left() + row.text(room, shown.words, letters, row.scheme.text) + GAP)
        row.text(room, shown.detail, fine, row.scheme.muted)
