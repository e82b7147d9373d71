"""The middle of the window: the article with its head, or the first step where there is none."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from factdesk.model.article import Article, Version
from factdesk.model.span import Span
from factdesk.ui.widgets.article_header import ArticleHeader
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.banner import BannerStack
from factdesk.ui.widgets.coverage_strip import CoverageStrip
from factdesk.ui.widgets.earlier_line import EarlierLine
from factdesk.ui.widgets.empty_state import EmptyState
from factdesk.ui.widgets.find_bar import FindBar
from factdesk.ui.widgets.hint_bar import HintBar
from factdesk.ui.widgets.import_progress import ImportProgress
from factdesk.ui.widgets.left_out_panel import LeftOutPanel
from factdesk.ui.widgets.legend import Legend
from factdesk.ui.widgets.overview_page import OverviewPage
from factdesk.ui.widgets.remark_panel import RemarkPanel
from factdesk.ui.widgets.review_panel import ReviewPanel
from factdesk.ui.widgets.version_bar import VersionBar
from factdesk.ui.widgets.who_line import WhoLine


class Page(QWidget):
    """Puts what belongs to one article together, with the messages above it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banners = BannerStack()
        self.progress = ImportProgress()
        self.empty = EmptyState()
        self.header = ArticleHeader()
        self.versions = VersionBar()
        self.review = ReviewPanel()
        self.review.hide()
        self.finder = FindBar()
        self.legend = Legend()
        self.overview = OverviewPage()
        self.who = WhoLine()
        self.view = ArticleView()
        self.strip = CoverageStrip()
        self.hint_bar = HintBar()
        self.earlier = EarlierLine()
        self.remarks = RemarkPanel()
        self.left_out = LeftOutPanel()
        self.left_out.hide()
        self._matches: list[Span] = []
        self._has_article = False
        self._lay_out()
        self._connect()

    def show_article(self, article: Article | None, version: Version | None) -> None:
        """Show the head of an article; without one, the first step."""
        self._has_article = bool(article and version)
        if self._stack.currentWidget() is not self.overview:
            self._stack.setCurrentIndex(int(self._has_article))
        if article and version:
            self.header.show_article(article, version)
            self.left_out.show_blocks(version.left_out)
            if not version.left_out:
                self.left_out.hide()

    def show_overview(self) -> None:
        """Show the desk at a glance in place of the article."""
        self._stack.setCurrentWidget(self.overview)

    def leave_overview(self) -> None:
        """Show the article again, or the first step."""
        if self._stack.currentWidget() is self.overview:
            self._stack.setCurrentIndex(int(self._has_article))
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Lead the keyboard to the article, or to the first step."""
        (self.view if self._has_article else self.empty).setFocus()

    def toggle_left_out(self) -> None:
        """Show what importing left out, or hide it again."""
        self.left_out.setVisible(self.left_out.isHidden())

    def find_words(self, words: str) -> None:
        """Find words in the article and go to the first from here on."""
        self._matches = self.view.find_words(words) if words else []
        self.view.show_matches(self._matches)
        self._told(self.view.next_match())

    def find_next(self) -> None:
        """Go to the next place that was found."""
        self._told(self.view.next_match())

    def find_previous(self) -> None:
        """Go to the place before."""
        self._told(self.view.previous_match())

    def open_finder(self) -> None:
        """Ask for the words to find; what is selected is offered."""
        span = self.view.selected_span()
        words = self.view.text[span.start : span.stop] if span else ""
        self.finder.open_bar(words if "\n" not in words else "")

    def _told(self, number: int | None) -> None:
        self.finder.show_place(0 if number is None else number + 1, len(self._matches))

    def _connect(self) -> None:
        self.finder.find_wished.connect(self.find_words)
        self.finder.next_wished.connect(self.find_next)
        self.finder.previous_wished.connect(self.find_previous)
        self.finder.closed.connect(self.view.setFocus)
        self.header.left_out_wished.connect(self.toggle_left_out)
        self.left_out.closed.connect(self.left_out.hide)
        for left in (self.who.said, self.who.put_off):
            left.connect(self.take_keyboard)

    def _lay_out(self) -> None:
        article = QWidget()
        column = _column(article)
        for part in (self.header, self.versions, self.legend, self.finder):
            column.addWidget(part)
        text = QHBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.view, 1)
        text.addWidget(self.strip)
        column.addLayout(text, 1)
        column.addWidget(self.hint_bar)
        column.addWidget(self.earlier)
        column.addWidget(self.remarks)
        column.addWidget(self.review)
        column.addWidget(self.left_out)
        rest = QWidget()
        self._stack = QStackedLayout(rest)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(article)
        self._stack.addWidget(self.overview)
        whole = _column(self)
        whole.addWidget(self.who)
        whole.addWidget(self.progress)
        whole.addWidget(self.banners)
        whole.addWidget(rest, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the text more room than what was left out of it, however low the window."""
        super().resizeEvent(event)
        self.left_out.setMaximumHeight(self.height() * 2 // 5)

    def sizeHint(self) -> QSize:
        """Wish for room for a comfortable measure."""
        return QSize(720, 800)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
