"""The articles of the desk, and what a search over everything finds."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QStackedLayout, QVBoxLayout, QWidget

from factdesk.model.lines import SearchHit
from factdesk.ui.models.articles import ArticlesModel, Order
from factdesk.ui.models.hits import HitsModel
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.article_row import ArticleRow
from factdesk.ui.widgets.hit_row import HitRowPainter
from factdesk.ui.widgets.line_list import LineList
from factdesk.ui.widgets.parts import IconButton, bare, muted


class SearchField(QLineEdit):
    """A line for words to search; Esc empties it, Down leads to what was found."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the field by the keys for it."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class ArticleList(QWidget):
    """Articles sorted as asked; while words are searched, what was found stands in their place."""

    article_picked = Signal(str)
    search_wished = Signal(str)
    hit_picked = Signal(object)
    order_picked = Signal(str)
    describe_wished = Signal(str)
    sign_wished = Signal(str)
    export_wished = Signal(str)
    removal_wished = Signal(str)
    link_wished = Signal(str)

    def __init__(self, model: ArticlesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._hits = HitsModel()
        self.rows = _rows(model, ArticleRow(), "Articles")
        self.found = _rows(self._hits, HitRowPainter(), "Search results")
        self.field = SearchField(placeholderText="Search everything")
        self.field.setAccessibleName("Search articles, claims and sources")
        self.field.setClearButtonEnabled(True)
        self._sort = IconButton("sort", "Sort articles")
        self._orders = self._make_orders()
        self._remark = muted(wraps=True)
        self._lay_out()
        self._connect()
        self._show_remark()

    def select_article(self, article: str) -> None:
        """Make an article the current one; none where it is empty or unknown."""
        self.rows.choose_row(self._model.row_of(article) if article else None)

    def current(self) -> str:
        """Name the article of the current row; empty if there is none."""
        row = self.rows.currentIndex().row()
        return self._model.line(row).article if row >= 0 else ""

    def show_hits(self, hits: Iterable[SearchHit]) -> None:
        """Show what was found for the words in the field."""
        self._hits.show_hits(hits)
        if self.field.text().strip():
            self._stack.setCurrentWidget(self.found)
        self._show_remark()

    def show_order(self, order: Order) -> None:
        """Sort by an order, as remembered."""
        for act in self._orders.actions():
            act.setChecked(act.text() == order)
        article = self.current()
        self._model.sort_by(order)
        self.select_article(article)

    def focus_search(self) -> None:
        """Lead the keyboard to the search."""
        self.field.setFocus()
        self.field.selectAll()

    def _search(self) -> None:
        words = self.field.text().strip()
        if not words:
            self._hits.show_hits(())
            self._stack.setCurrentWidget(self.rows)
            self._show_remark()
        self.search_wished.emit(words)

    def _show_remark(self) -> None:
        searching = self._stack.currentWidget() is self.found
        if searching and not self._hits.rowCount():
            self._remark.setText(f"Nothing found for “{self.field.text().strip()}”.")
        elif not searching and not self._model.rowCount():
            self._remark.setText("No articles yet. Drop one on the window.")
        else:
            self._remark.clear()
        self._remark.setVisible(bool(self._remark.text()))

    def _pick(self, row: int) -> None:
        self.article_picked.emit(self._model.line(row).article)

    def _pick_hit(self, row: int) -> None:
        found = self._hits.row(row)
        if found.opens:
            self.article_picked.emit(found.hit.article)
        else:
            self.hit_picked.emit(found.hit)

    def _enter_rows(self) -> None:
        rows = self.found if self._stack.currentWidget() is self.found else self.rows
        if rows.model().rowCount():
            rows.setFocus()
            rows.choose_row(max(0, rows.currentIndex().row()))

    def _choose_order(self, act: QAction) -> None:
        self.show_order(Order(act.text()))
        self.order_picked.emit(act.text())

    def _show_menu(self, row: int, place: QPoint) -> None:
        article = self._model.line(row).article
        menu = QMenu(self)
        menu.addAction("&Describe…", lambda: self.describe_wished.emit(article))
        menu.addAction("Si&gn off…", lambda: self.sign_wished.emit(article))
        menu.addAction("&Export report…", lambda: self.export_wished.emit(article))
        menu.addAction("&Show original page", lambda: self.link_wished.emit(article))
        menu.addSeparator()
        menu.addAction("&Remove article", lambda: self.removal_wished.emit(article))
        menu.popup(place)

    def _make_orders(self) -> QActionGroup:
        menu = QMenu(self)
        orders = QActionGroup(menu)
        for order in Order:
            act = QAction(order.value, menu, checkable=True, checked=order == self._model.order)
            orders.addAction(act)
            menu.addAction(act)
        self._sort.setMenu(menu)
        return orders

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(GAP + 2, GAP, GAP + 2, GAP)
        top.addWidget(self.field)
        top.addWidget(self._sort)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.rows)
        self._stack.addWidget(self.found)
        self._remark.setMargin(GAP * 2)
        whole = QVBoxLayout(self)
        bare(whole, 0)
        whole.addLayout(top)
        whole.addWidget(self._remark)
        whole.addLayout(self._stack, 1)

    def _connect(self) -> None:
        pause = QTimer(self, singleShot=True, interval=150)
        pause.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: pause.start())
        self.field.returnPressed.connect(self._enter_rows)
        self.field.left_downwards.connect(self._enter_rows)
        self._orders.triggered.connect(self._choose_order)
        for change in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            change.connect(self._show_remark)
        self.rows.picked.connect(self._pick)
        self.rows.menu_wished.connect(self._show_menu)
        self.found.picked.connect(self._pick_hit)

    def sizeHint(self) -> QSize:
        """Wish for a narrow column."""
        return QSize(260, 500)


def _rows(model: ArticlesModel | HitsModel, row: ArticleRow | HitRowPainter, name: str) -> LineList:
    rows = LineList(model)
    rows.setAccessibleName(name)
    row.setParent(rows)
    rows.draw_with(row, row.height(rows.font()))
    return rows
