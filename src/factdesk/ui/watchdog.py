"""How long the window keeps its user waiting: a debugging option, off unless asked for."""

import faulthandler
import os
import sys
import time
from array import array
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer

#: Set to the seconds after which it shall be told what the GUI thread is doing.
OPTION = "FACTDESK_WATCHDOG"
_INTERVAL = 4  # milliseconds


class Waits(NamedTuple):
    """How often the thread was asked for an answer, and how late it was, in milliseconds."""

    answers: int
    median: float
    p99: float
    p999: float
    longest: float

    def __str__(self) -> str:
        return (
            f"{self.answers:,} answers, late by {self.median:.1f} ms in the median,"
            f" {self.p99:.1f} at 99 %, {self.p999:.1f} at 99.9 %, {self.longest:.1f} at most"
        )


class Watchdog(QObject):
    """Wants to be called every few milliseconds and notes how late it is."""

    def __init__(self, alarm: float = 0.0, parent: QObject | None = None) -> None:
        """Begin to watch.

        Args:
            alarm: after so many seconds without an answer, print on standard error what the
                threads are doing; 0 never does.
            parent: with this it ends.
        """
        super().__init__(parent)
        self._alarm = alarm
        self._late = array("d")
        self._before = time.perf_counter()
        self._timer = QTimer(self, interval=_INTERVAL, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._answer)
        self._timer.start()

    def stop(self) -> Waits:
        """End, and tell what was seen."""
        self._timer.stop()
        if self._alarm:
            faulthandler.cancel_dump_traceback_later()
        late = sorted(self._late) or [0.0]
        median, p99, p999 = (late[int((len(late) - 1) * part)] for part in (0.5, 0.99, 0.999))
        return Waits(len(self._late), median, p99, p999, late[-1])

    def _answer(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._before) * 1000 - _INTERVAL))
        self._before = now
        if self._alarm:
            faulthandler.dump_traceback_later(self._alarm, file=sys.stderr)


def asked_for() -> Watchdog | None:
    """Begin to watch if the option says so."""
    alarm = os.environ.get(OPTION, "")
    return Watchdog(float(alarm)) if alarm else None
