"""The backups in the window: made, compared with the desk, and put back in its place."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from factdesk.desk import backups
from factdesk.desk.backups import Backup, Preview
from factdesk.errors import FactdeskError
from factdesk.ui import door
from factdesk.ui.dialogs.backups import BackupsDialog, Offer
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

T = TypeVar("T")

#: How many titles are named one by one.
_TOLD = 5


class Safekeeping(QObject):
    """Leads the wishes of the dialog of backups; the files are read on a thread."""

    restore_wished = Signal(object)
    """The file of a backup that shall take the desk's place."""

    def __init__(self, session: Session, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self.dialog: BackupsDialog | None = None

    def open(self) -> None:
        """Show what backups there are; a desk in memory has none."""
        desk = self._session.store.path
        if desk is None:
            return
        dialog = self.dialog = BackupsDialog(self._window)
        dialog.finished.connect(self._forget)
        dialog.preview_wished.connect(lambda path: self._compare(desk, path))
        dialog.backup_wished.connect(lambda: self._make(desk))
        dialog.restore_wished.connect(self.restore_wished)
        dialog.open()
        self._list(desk)

    def _list(self, desk: Path) -> None:
        def show(found: list[Backup]) -> None:
            if self.dialog is not None:
                self.dialog.show_offers(
                    [Offer(one.path, door.words(one), one.contents is not None) for one in found]
                )

        self._ask(lambda: backups.listed(desk), show)

    def _compare(self, desk: Path, path: Path) -> None:
        def show(preview: Preview) -> None:
            if self.dialog is not None and self.dialog.chosen == path:
                self.dialog.show_preview(told(preview), restorable=True)

        self._ask(lambda: backups.preview(desk, path), show)

    def _make(self, desk: Path) -> None:
        self._ask(lambda: backups.make(desk), lambda _made: self._list(desk))

    def _ask(self, question: Callable[[], T], answered: Callable[[T], None]) -> None:
        def fail(error: FactdeskError) -> None:
            if self.dialog is not None:
                self.dialog.show_preview(f"⚠ {error}")

        self._tasks.run(question, answered, fail)

    def _forget(self) -> None:
        self.dialog = None


def told(preview: Preview) -> str:
    """Say what restoring would do, in a few lines."""
    edits = preview.now.edits - preview.then.edits
    lines = [
        _named("would go", preview.going),
        _named("would come back", preview.coming),
        f"Edits made since then, which would go: {edits:,}." if edits > 0 else "",
        "The desk as it is now would be kept aside, beside it.",
    ]
    return "\n".join(filter(None, lines))


def _named(what: str, titles: tuple[str, ...]) -> str:
    if not titles:
        return ""
    more = f" and {len(titles) - _TOLD:,} more" if len(titles) > _TOLD else ""
    names = ", ".join(f"“{title}”" for title in titles[:_TOLD])
    return f"{len(titles):,} article{'s' if len(titles) > 1 else ''} {what}: {names}{more}."
