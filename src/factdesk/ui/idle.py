"""Long work on the GUI thread in slices so short that nobody notices."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

#: How long a slice may take, in seconds: a quarter of a frame.
SLICE = 0.004

#: How long the user has in between, in milliseconds.
_REST = 12


class Idle(QObject):
    """Carries on one piece of work whenever nothing else is to be done.

    The work is an iterator: between two of its steps it may be left off. Work that is begun while
    other work is under way replaces it.
    """

    def __init__(self, pause: int, parent: QObject | None = None) -> None:
        """Wait so many milliseconds before the first slice."""
        super().__init__(parent)
        self._pause = pause
        self._work: Iterator[None] | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, work: Iterator[None]) -> None:
        """Do this, and nothing else any more."""
        self._work = work
        self._timer.start(self._pause)

    def stop(self) -> None:
        """Leave off for good."""
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        work, last = self._work, time.perf_counter() + SLICE
        while work is not None and work is self._work and time.perf_counter() < last:
            if next(work, self) is self:
                self._work = None
                return
        if self._work is not None:
            self._timer.start(_REST)
