"""Taking in what was dropped, pasted, chosen or named, one after the other, off the GUI thread."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from factdesk.desk import articles
from factdesk.errors import FactdeskError, ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.files import documents, load
from factdesk.importers.reader import Reader
from factdesk.model.article import Article
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.ui.dropped import Source, name
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks


@dataclass(slots=True)
class Batch:
    """What became of the things that were dropped together."""

    total: int = 0
    imported: list[Id] = field(default_factory=list)
    present: list[Id] = field(default_factory=list)
    failed: list[tuple[Source, FactdeskError]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """How many are behind us."""
        return len(self.imported) + len(self.present) + len(self.failed)

    @property
    def first(self) -> Id | None:
        """The article to show: the first new one, else the first that was here."""
        return next(iter(self.imported + self.present), None)


class Imports(QObject):
    """A queue of sources with one reader; a failure is a line, never the end of the others."""

    progressed = Signal(object, str)
    """The Batch so far, and what is read now."""

    finished = Signal(object)
    """The Batch, when its last source is done or the rest was cancelled."""

    def __init__(
        self, session: Session, tasks: Tasks, reader: Reader, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._reader = session, tasks, reader
        self._waiting: deque[Source] = deque()
        self._batch: Batch | None = None

    def take_in(self, sources: Iterable[Source]) -> None:
        """Queue sources; what comes while others are read joins their batch."""
        new = list(sources)
        if not new:
            return
        self._waiting.extend(new)
        if self._batch is None:
            self._batch = Batch(total=len(new))
            self._next()
        else:
            self._batch.total += len(new)

    def cancel(self) -> None:
        """Leave the rest; what is in already stays."""
        if self._batch is not None:
            self._batch.total -= len(self._waiting)
            self._waiting.clear()
            self._reader.stop()

    def _next(self) -> None:
        batch = self._batch
        if batch is None:
            return
        if not self._waiting:
            self._batch = None
            self.finished.emit(batch)
            return
        source = self._waiting.popleft()
        self.progressed.emit(batch, name(source))
        if isinstance(source, Path) and source.is_dir():
            self._tasks.run(
                lambda: list(documents(source)), self._unfold, partial(self._fail, source)
            )
        else:
            self._tasks.run(lambda: self._read(source), self._add, partial(self._fail, source))

    def _unfold(self, paths: list[Path]) -> None:
        """Put a folder's documents in its place."""
        if self._batch is not None:
            self._batch.total += len(paths) - 1
            self._waiting.extendleft(reversed(paths))
        self._next()

    def _read(self, source: Source) -> tuple[Document, Draft]:
        if isinstance(source, str):
            raise ImportFailed(
                "Links cannot be fetched yet.",
                "Save the page in the browser and drop the file here.",
                kind="unsupported",
            )
        document = source if isinstance(source, Document) else load(source)
        return document, self._reader.read(document)

    def _add(self, read: tuple[Document, Draft]) -> None:
        document, draft = read
        store, batch = self._session.store, self._batch
        if batch is None:
            return
        if known := articles.already_there(store, document):
            batch.present.append(known.id)
        else:
            added: list[Article] = []

            def plan() -> Edit:
                article, edit = articles.add(store, document, draft)
                added.append(article)
                return edit

            if self._session.do(plan):
                batch.imported.append(added[-1].id)
            else:
                batch.total -= 1
        self._next()

    def _fail(self, source: Source, error: FactdeskError) -> None:
        if self._batch is not None:
            self._batch.failed.append((source, error))
        self._next()
