"""A list of lines of one height, however many: what moves and picks in it is the user alone."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QTableView,
    QWidget,
)

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class LineList(QTableView):
    """One column of rows of one height. A table, for its cost of a row in or out is constant.

    ``moved`` tells the row to which keys led, ``picked`` the row clicked or chosen with Enter;
    neither is told when the model or a slot changes the current row.
    """

    moved = Signal(int)
    picked = Signal(int)
    menu_wished = Signal(int, object)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setModel(model)

    def draw_with(self, delegate: QStyledItemDelegate, height: int) -> None:
        """Paint rows of that height by the delegate."""
        self.setItemDelegate(delegate)
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalScrollBar().setSingleStep(height // 2)

    def choose_row(self, row: int | None) -> None:
        """Make the row the current one and bring it into sight; None chooses none."""
        index = QModelIndex() if row is None else self.model().index(row, 0)
        if index == self.currentIndex():
            return
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        else:
            self.clearSelection()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell where keys led."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex().row())
            return
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        after = self.currentIndex().row()
        if after not in {before, -1}:
            self.moved.emit(after)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which row was clicked."""
        super().mouseReleaseEvent(event)
        row = self.indexAt(event.position().toPoint()).row()
        if event.button() == Qt.MouseButton.LeftButton and row == self.currentIndex().row() >= 0:
            self.picked.emit(row)

    def keyboardSearch(self, _text: str) -> None:
        """Leave letters to the window's shortcuts."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Tell for which row a menu is wished, by mouse or by the menu key."""
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
        if index.isValid():
            place = self.visualRect(index).center() if not event.globalPos() else event.pos()
            self.menu_wished.emit(index.row(), self.viewport().mapToGlobal(place))
