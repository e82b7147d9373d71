"""Writing reports: rendered on a thread, looked at before, kept where the user says."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from factdesk.desk import reports
from factdesk.errors import FactdeskError
from factdesk.exporters.files import save
from factdesk.exporters.registry import format_named
from factdesk.model.record import Id
from factdesk.model.report import Audience
from factdesk.store.store import Store
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks


class Exports(QObject):
    """Renders the report of an article for an audience in a format."""

    def __init__(self, session: Session, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._tasks = session, tasks

    def render(
        self,
        article: Id,
        form: str,
        audience: Audience,
        done: Callable[[bytes], None],
        failed: Callable[[FactdeskError], None],
    ) -> None:
        """Render on a thread, from a connection of its own; a desk in memory has only this one."""
        path = self._session.store.path
        if path is None:
            done(_rendered(self._session.store, article, form, audience))
            return

        def work() -> bytes:
            with Store.open_to_read(path) as store:
                return _rendered(store, article, form, audience)

        self._tasks.run(work, done, failed)

    def write(
        self,
        content: bytes,
        place: Path,
        done: Callable[[Path], None],
        failed: Callable[[FactdeskError], None],
    ) -> None:
        """Write what was rendered, whole or not at all."""

        def work() -> Path:
            save(content, place)
            return place

        self._tasks.run(work, done, failed)


def _rendered(store: Store, article: Id, form: str, audience: Audience) -> bytes:
    return reports.rendered(store, store.article(article), format_named(form), audience).content
