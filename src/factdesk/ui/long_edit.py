"""An edit too large for one moment: planned on a thread, written in parts, with a way out."""

from collections.abc import Callable
from threading import Event
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from factdesk.errors import FactdeskError, ImportFailed
from factdesk.model.edit import Edit
from factdesk.store.store import Store
from factdesk.ui.asking import ask_aside
from factdesk.ui.dialogs.waiting import WaitingDialog
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

#: So many changes are written at once: some 60 milliseconds of the GUI thread.
PART = 1000

#: Is told how much is planned; raises where it is broken off.
Told = Callable[[int], None]


class LongWish(NamedTuple):
    """What is to be done: its name, how much it is, and how it is planned.

    ``holds`` tells whether the plan still fits the desk; if not it is made anew.
    """

    name: str
    total: int
    plan: Callable[[Store, Told], Edit]
    holds: Callable[[], bool]
    done: Callable[[], None]


class LongEdit(QObject):
    """Carries one edit out, whole or not at all: what is broken off is taken back."""

    _told = Signal(int)

    def __init__(self, session: Session, tasks: Tasks, wish: LongWish, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._wish = session, tasks, wish
        self._stopped = Event()
        self.dialog = WaitingDialog("Importing claims", window)
        self.dialog.cancelled.connect(self._stopped.set)
        self._told.connect(self._show_progress)

    def begin(self) -> None:
        """Plan it on a thread."""
        ask_aside(
            self._session,
            self._tasks,
            lambda store: self._wish.plan(store, self._tell),
            self._take,
            self._fail,
        )

    def _tell(self, done: int) -> None:
        """Say from any thread how much is planned."""
        if self._stopped.is_set():
            raise _cancelled()
        self._told.emit(done)

    def _take(self, edit: Edit) -> None:
        if not self._wish.holds():
            self.begin()
        elif len(edit.changes) > PART:
            self._write(edit, 0)
        else:
            self._end()
            if self._session.do(lambda: edit):
                self._wish.done()

    def _write(self, edit: Edit, written: int) -> None:
        """Write the next part; the others follow when the window has been looked after."""
        part = Edit(edit.title, edit.changes[written : written + PART])
        if self._stopped.is_set() or not self._session.write(part):
            self._take_back(edit, written)
            return
        written += len(part.changes)
        if written == len(edit.changes):
            self._session.conclude(edit)
            self._end()
            self._wish.done()
            return
        self._show_progress(self._wish.total * written // len(edit.changes), " (writing)")
        QTimer.singleShot(0, self, lambda: self._write(edit, written))

    def _take_back(self, edit: Edit, written: int) -> None:
        """Take back the part that was written last, then the one before."""
        begin = (written - 1) // PART * PART
        if written <= 0 or not self._session.write(
            Edit(edit.title, edit.changes[begin:written]).inverse()
        ):
            self._fail(_cancelled())
            return
        self._show_progress(self._wish.total * begin // len(edit.changes), " (taking back)")
        QTimer.singleShot(0, self, lambda: self._take_back(edit, begin))

    def _fail(self, error: FactdeskError) -> None:
        self._end()
        self._session.refused.emit(error)

    def _show_progress(self, done: int, what: str = "") -> None:
        self.dialog.progress.show_progress(done, self._wish.total, f"{self._wish.name}{what}")

    def _end(self) -> None:
        self.dialog.end()
        self.deleteLater()


def _cancelled() -> ImportFailed:
    return ImportFailed("The import was cancelled; nothing came in.", kind="stopped")
