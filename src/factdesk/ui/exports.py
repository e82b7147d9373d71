"""Writing reports: rendered on a thread, looked at before, kept where the user says."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from factdesk.desk import exports
from factdesk.desk.exports import Written, Wrote
from factdesk.desk.reports import Rendered
from factdesk.errors import FactdeskError
from factdesk.exporters.registry import format_named
from factdesk.model.export import Order
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

T = TypeVar("T")
Failed = Callable[[FactdeskError], None]

#: Shown as their reader sees them by the page that says the same: their own form is no text.
_SHOWN_AS_PAGES = {"docx", "pdf"}


@dataclass(slots=True)
class Batch:
    """What became of many reports: what is written, and the titles of articles that failed."""

    written: list[Written] = field(default_factory=list)
    failed: list[tuple[str, FactdeskError]] = field(default_factory=list)
    left: int = 0


class Exports(QObject):
    """Renders reports and writes them, each from a connection of its own."""

    progressed = Signal(int, int)
    """How many reports of how many are done."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks
        self._stopped = Event()

    def render(
        self, article: Id, order: Order, done: Callable[[Rendered], None], failed: Failed
    ) -> None:
        """Render a report."""
        self._read(
            lambda store: exports.rendered(store, store.article(article), order), done, failed
        )

    def show(
        self, article: Id, order: Order, done: Callable[[Rendered], None], failed: Failed
    ) -> None:
        """Render what of a report can be shown here."""
        shown = order._replace(format="html") if order.format in _SHOWN_AS_PAGES else order
        self.render(article, shown, done, failed)

    def write(
        self,
        article: Id,
        order: Order,
        place: Path,
        done: Callable[[Wrote], None],
        failed: Failed,
        *,
        singles: bool,
    ) -> None:
        """Write a report, whole or not at all."""
        self._read(
            lambda store: exports.write(
                store, store.article(article), order, place, singles=singles
            ),
            done,
            failed,
        )

    def write_all(self, order: Order, folder: Path, done: Callable[[Batch], None]) -> None:
        """Write the report of every article into a folder; one that fails stops none of the others.

        `stop` leaves the rest.
        """
        self._stopped.clear()

        def work(store: Store) -> Batch:
            keys, batch = store.article_ids(), Batch()
            for number, key in enumerate(keys):
                if self._stopped.is_set():
                    batch.left = len(keys) - number
                    break
                self.progressed.emit(number, len(keys))
                _write_one(store, key, order, folder, batch)
            return batch

        self._read(work, done, lambda error: done(Batch(failed=[("", error)])))

    def stop(self) -> None:
        """Leave the reports that are not begun."""
        self._stopped.set()

    def _read(self, work: Callable[[Store], T], done: Callable[[T], None], failed: Failed) -> None:
        """Work on a thread, from a connection of its own; a desk in memory has only this one."""
        path = self._session.store.path
        if path is None:
            try:
                result = work(self._session.store)
            except FactdeskError as error:
                failed(error)
            else:
                done(result)
            return

        def elsewhere() -> T:
            with Store.open_to_read(path) as store:
                return work(store)

        self._tasks.run(elsewhere, done, failed)


def _write_one(store: Store, key: Id, order: Order, folder: Path, batch: Batch) -> None:
    title = key
    try:
        article = store.article(key)
        title = article.title
        place = folder / f"{article.slug}{format_named(order.format).suffix}"
        batch.written.append(exports.write(store, article, order, place, singles=True).written)
    except FactdeskError as error:
        batch.failed.append((title, error))
