"""The articles at the left: listed, searched, kept up with every edit."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from factdesk.desk import articles
from factdesk.errors import FactdeskError
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim
from factdesk.model.edit import Change, Edit
from factdesk.model.lines import ArticleLine, SearchHit
from factdesk.model.record import Id
from factdesk.model.verdict import Verdict
from factdesk.store.store import Store
from factdesk.ui.asking import ask_aside
from factdesk.ui.models.articles import ArticlesModel
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.article_list import ArticleList

T = TypeVar("T")

#: How many articles are listed before the window is painted; the rest follows from a thread.
FIRST_PAGE = 300

#: How long after an edit the claims of its article are counted anew, in milliseconds.
COUNTING = 300


class Library(QObject):
    """Fills the list of articles and answers its searches."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        model: ArticlesModel,
        shown: ArticleList,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._model, self._shown = session, tasks, model, shown
        self._sought = ""
        self._searching = False
        self._stale: set[Id] = set()
        self._counting = QTimer(self, singleShot=True, interval=COUNTING)
        self._counting.timeout.connect(self._count)
        shown.search_wished.connect(self.search)
        shown.removal_wished.connect(self.remove)
        session.changed.connect(self._take_in)

    def fill(self) -> None:
        """List the articles: the latest at once, all of them as soon as a thread has read them."""
        lines = self._session.store.article_lines(limit=FIRST_PAGE)
        self._model.show_lines(lines)
        if len(lines) == FIRST_PAGE:
            self._read(lambda store: store.article_lines(), self._show_all)

    def search(self, words: str) -> None:
        """Look for words everywhere; while a search runs, only the latest of the next is kept."""
        self._sought = words
        if self._searching or not words:
            return
        self._searching = True
        self._read(lambda store: (words, store.search(words)), self._show_hits)

    def remove(self, article: Id) -> None:
        """Take an article off the desk; undo brings it back."""
        store = self._session.store
        self._session.do(lambda: articles.remove(store, store.article(article)))

    def _read(self, question: Callable[[Store], T], answered: Callable[[T], None]) -> None:
        ask_aside(self._session, self._tasks, question, answered, self._fail)

    def _fail(self, error: FactdeskError) -> None:
        self._searching = False
        self._session.refused.emit(error)

    def _show_all(self, lines: list[ArticleLine]) -> None:
        self._model.show_lines(lines)

    def _show_hits(self, found: tuple[str, list[SearchHit]]) -> None:
        words, hits = found
        self._searching = False
        if words == self._sought:
            self._shown.show_hits(hits)
        else:
            self.search(self._sought)

    def _take_in(self, edit: Edit) -> None:
        """Take in articles at once; counts of claims may wait, for they are counted anew."""
        for change in edit.changes:
            if isinstance(change.record, Article):
                self._show_line(
                    change.record.id, self._session.store.article_line(change.record.id)
                )
            elif article := self._article_of(change):
                self._stale.add(article)
                self._counting.start()

    def _count(self) -> None:
        """Count the claims of what has changed, on a thread."""
        stale, self._stale = sorted(self._stale), set()

        def show(lines: list[ArticleLine | None]) -> None:
            for article, line in zip(stale, lines, strict=True):
                self._show_line(article, line)

        self._read(lambda store: [store.article_line(article) for article in stale], show)

    def _show_line(self, article: Id, line: ArticleLine | None) -> None:
        if line is None:
            self._model.drop_line(article)
        else:
            self._model.put_line(line)

    def _article_of(self, change: Change) -> Id | None:
        record = change.record
        if isinstance(record, Version | Claim):
            return record.article
        if isinstance(record, Verdict):
            return self._session.store.article_of_claim(record.claim)
        return None
