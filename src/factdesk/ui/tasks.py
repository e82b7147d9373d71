"""Work off the GUI thread. Workers read, parse and render; only the GUI thread writes."""

import time
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QThreadPool, Signal

from factdesk.errors import FactdeskError

T = TypeVar("T")


class Tasks(QObject):
    """Runs work on a thread and brings its outcome back to the GUI thread as a value."""

    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._ends = False
        self._ended.connect(self._tell)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[FactdeskError], None],
    ) -> None:
        """Do the work elsewhere; then call back here.

        What the work raises beyond a FactdeskError is our own fault and is raised here again, so
        that it ends in the crash dialog.
        """

        def outcome() -> Callable[[], None]:
            try:
                result = work()
            except FactdeskError as error:
                fault = error
                return lambda: failed(fault)
            return lambda: done(result)

        if not self._ends:
            self._pool.start(lambda: self._ended.emit(*_caught(outcome)))

    def finish(self) -> None:
        """Wait for the work that is under way."""
        while not self._pool.waitForDone(10):
            time.sleep(0.001)  # waitForDone keeps Python's lock, which the work needs to end

    def end(self) -> None:
        """Wait for the work that is under way, and begin none any more.

        A pool that is deleted while it works waits for its threads without letting them work on.
        """
        self._ends = True
        self.finish()

    @staticmethod
    def _tell(call: object, crash: object) -> None:
        if isinstance(crash, BaseException):
            raise crash
        cast("Callable[[], None]", call)()


def _caught(outcome: Callable[[], Callable[[], None]]) -> tuple[object, object]:
    """Carry an exception across the threads as a value; nothing is swallowed."""
    try:
        return outcome(), None
    except BaseException as crash:  # noqa: BLE001 - raised again on the GUI thread
        return None, crash
