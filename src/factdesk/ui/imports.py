"""Taking in what was dropped, pasted, chosen or named, two at a time, off the GUI thread."""

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from factdesk.desk import annotations, articles, claim_files, exchange, likely, tables
from factdesk.desk.claim_files import ClaimFile
from factdesk.desk.exchange import Package
from factdesk.errors import FactdeskError, ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.files import documents, load
from factdesk.importers.html import PageImporter
from factdesk.importers.readers import COUNT, Readers
from factdesk.importers.web import fetch, noted
from factdesk.model.article import Article
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.ui.batch import Batch
from factdesk.ui.dropped import Source, name
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

#: With these a page that was loaded could not be read as an article.
_UNREAD = {"crashed", "timeout", "too_large"}

#: What reading a source gives: an article, claims, or an article from another desk.
_Read = tuple[Document, Draft] | ClaimFile | Package


class Imports(QObject):
    """A queue of sources, read side by side; a failure is a line, never the end of the others."""

    progressed = Signal(object, str)
    """The Batch so far, and what is read now."""

    recognised = Signal(object, object, object)
    """A Document and its Draft that look like a new version of an Article; nothing is done yet."""

    claims_found = Signal(object)
    """A ClaimFile that came alone: it is to be asked where its claims shall go."""

    version_read = Signal(object, object, object)
    """A Document and its Draft that are an Article as it reads now; nothing is done yet."""

    finished = Signal(object)
    """The Batch, when its last source is done or the rest was cancelled."""

    def __init__(
        self, session: Session, tasks: Tasks, reader: Readers, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._reader = session, tasks, reader
        self._waiting: deque[Source] = deque()
        self._batch: Batch | None = None
        self._running = self._begun = 0
        self._cancelled = False
        self._turns: deque[Callable[[], None]] = deque()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_turn)
        self._allowed: set[Source] = set()
        self._as_text: set[Source] = set()
        self._versions: dict[Source, Article] = {}
        self.has_page: Callable[[], bool] = lambda: False

    def take_in(self, sources: Iterable[Source]) -> None:
        """Queue sources; what comes while others are read joins their batch."""
        new = list(sources)
        if not new:
            return
        self._waiting.extend(new)
        if self._batch is None:
            self._batch, self._cancelled = Batch(), False
        self._batch.total += len(new)
        self._go_on()

    def take_in_private(self, links: Iterable[Source]) -> None:
        """Queue links into the user's own network, which the user has allowed."""
        allowed = list(links)
        self._allowed.update(allowed)
        self.take_in(allowed)

    def take_in_as_text(self, sources: Iterable[Source]) -> None:
        """Queue pages of which the whole text is wanted, since the article could not be found."""
        chosen = list(sources)
        self._as_text.update(chosen)
        self.take_in(chosen)

    def take_in_version(self, source: Source, article: Article) -> None:
        """Queue what is an article as it reads now, whatever it looks like."""
        self._versions[source] = article
        self.take_in([source])

    def note_work(self) -> None:
        """Somebody works on an article while others come in: it is not to be taken away."""
        if self._batch is not None:
            self._batch.is_beside_work = True

    def cancel(self) -> None:
        """Leave the rest; what is in already stays."""
        if self._batch is not None:
            self._batch.total -= len(self._waiting)
            self._waiting.clear()
            self._cancelled = True
            self._reader.stop()

    def _go_on(self) -> None:
        """Begin with as many sources as may be read at once."""
        while self._waiting and self._running < COUNT:
            self._running += 1
            self._begin(self._waiting.popleft())

    def _begin(self, source: Source) -> None:
        self.progressed.emit(self._batch, name(source))
        self._begun += 1
        end = partial(self._end_one, self._begun)
        failed = partial(self._fail, end, source)
        if isinstance(source, Path) and source.is_dir():
            self._tasks.run(lambda: list(documents(source)), partial(self._unfold, end), failed)
        else:
            self._tasks.run(lambda: self._read(source), partial(self._add, end, source), failed)

    def _later(self, *turns: Callable[[], None]) -> None:
        """Land one thing after the other, each in a turn of its own: the window may paint."""
        self._turns.extend(turns)
        self._turn.start()

    def _take_turn(self) -> None:
        turn = self._turns.popleft()
        if not self._turns:
            self._turn.stop()
        turn()

    def _end_one(self, number: int) -> None:
        """Go on after one source is done, or end the batch after the last."""
        self._running -= 1
        if self._batch is not None:
            self._batch.number(number)
        self._go_on()
        if not self._running and (batch := self._batch) is not None:
            self._batch = None
            batch.keep(set(self._session.store.article_ids()))
            self.finished.emit(batch)

    def _unfold(self, end: Callable[[], None], paths: list[Path]) -> None:
        """Put a folder's documents in its place."""
        if self._batch is not None:
            found = [] if self._cancelled else paths
            self._batch.total += len(found) - 1
            self._waiting.extendleft(reversed(found))
        self._later(end)

    def _read(self, source: Source) -> _Read:
        """Load or fetch a source and read it; on a thread of its own."""
        as_text = source in self._as_text
        if not isinstance(source, str):
            document = source if isinstance(source, Document) else load(source)
            if exchange.recognises(document.content):
                return exchange.read(document.content)
            return claim_files.recognised(document, self._reader.claims) or (
                document,
                self._reader.read(document, as_text=as_text),
            )
        hops: list[str] = []
        document = fetch(source, allow_private=source in self._allowed, on_redirect=hops.append)
        if self._cancelled:
            raise ImportFailed("The import was cancelled.", kind="stopped")
        return document, noted(self._reader.read(document, as_text=as_text), hops)

    def _add(self, end: Callable[[], None], source: Source, read: _Read) -> None:
        self._later(lambda: self._land(source, read), end)

    def _land(self, source: Source, read: _Read) -> None:
        if (batch := self._batch) is None:
            return
        if isinstance(read, ClaimFile):
            self._add_claims(read, batch)
        elif isinstance(read, Package):
            self._take_over(read, batch)
        elif article := self._versions.pop(source, None):
            batch.total -= 1
            self.version_read.emit(*read, article)
        else:
            self._add_article(*read, batch)

    def _add_article(self, document: Document, draft: Draft, batch: Batch) -> None:
        store = self._session.store
        marked = claim_files.of_draft(document, draft) if draft.claims else None
        like = articles.already_there(store, document) or likely.article_of(store, document, draft)
        if like and likely.has_text(store, like, draft):
            batch.present.append(like.id)
            batch.marked |= {like.id: marked} if marked else {}
        elif like:
            batch.total -= 1
            self.recognised.emit(document, draft, like)
        elif marked and batch.total == 1 and self.has_page():
            batch.total -= 1
            self.claims_found.emit(marked)
        else:
            self._turns.appendleft(lambda: self._add_new(document, draft, marked, batch))
            self._turn.start()

    def _add_new(
        self, document: Document, draft: Draft, marked: ClaimFile | None, batch: Batch
    ) -> None:
        if article := self._take(document, draft):
            batch.imported.append(article)
            batch.warnings |= {article: draft.warnings} if draft.warnings else {}
            batch.marked |= {article: marked} if marked else {}
        else:
            batch.total -= 1

    def _add_claims(self, file: ClaimFile, batch: Batch) -> None:
        """Ask about claims that came alone; of those among others each file is an article."""
        if batch.total == 1:
            batch.total -= 1
            self.claims_found.emit(file)
            return
        columns = tables.columns_of(file.table) if file.table else {}
        claims = file.with_columns(columns).claims
        gathered: list[Article] = []

        def plan() -> Edit:
            store, checker = self._session.store, self._session.checker
            article, arrivals = annotations.gather(store, file.document, claims, checker)
            gathered.append(article)
            return arrivals.edit

        if known := articles.already_there(self._session.store, file.document):
            batch.present.append(known.id)
        elif self._session.do(plan):
            batch.imported.append(gathered[-1].id)
        else:
            batch.total -= 1

    def _take_over(self, package: Package, batch: Batch) -> None:
        """Take an article from another desk in, unless it is here."""
        store = self._session.store
        if (edit := exchange.take_in(store, package)) is None:
            batch.present.append(package.article.id)
        elif self._session.do(lambda: edit):
            batch.imported.append(package.article.id)
        else:
            batch.total -= 1

    def take_in_as_new(self, document: Document, draft: Draft) -> None:
        """Take a draft in as an article of its own, whatever it is like."""
        if article := self._take(document, draft):
            warnings = {article: draft.warnings}
            marked = {article: claim_files.of_draft(document, draft)} if draft.claims else {}
            batch = Batch(total=1, imported=[article], warnings=warnings, marked=marked)
            self.finished.emit(batch)

    def _take(self, document: Document, draft: Draft) -> Id | None:
        added: list[Article] = []

        def plan() -> Edit:
            article, edit = articles.add(self._session.store, document, draft)
            added.append(article)
            return edit

        return added[-1].id if self._session.do(plan) else None

    def _fail(self, end: Callable[[], None], source: Source, error: FactdeskError) -> None:
        if self._batch is not None and self._cancelled and error.kind == "stopped":
            self._batch.total -= 1
        elif self._batch is not None:
            self._batch.failed.append((source, error))
        self._later(end)


def is_private(source: Source, error: FactdeskError) -> bool:
    """Tell whether a link was refused because it leads into the user's own network."""
    return isinstance(source, str) and error.kind == "private_address"


def may_be_read_as_text(source: Source, error: FactdeskError) -> bool:
    """Tell whether the mere text of a page might still be had."""
    if isinstance(source, Document):
        return error.kind in _UNREAD and source.media_type.startswith("text/html")
    is_page = isinstance(source, Path) and source.suffix.lower() in PageImporter.suffixes
    return is_page and error.kind in _UNREAD
