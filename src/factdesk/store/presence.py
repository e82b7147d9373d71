"""Who is at work on a desk: a lock on a file beside it, which outlives no process."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from factdesk.errors import DeskUnusable

if sys.platform != "win32":
    import fcntl

#: How long somebody waits who finds the desk in the hands of one alone, in seconds.
PATIENCE = 30.0

_STEP = 0.02


class Presence:
    """A share in a desk. Where files cannot be locked, everybody believes to be alone.

    Attributes:
        alone: nobody else was there when this one came; until `share`, nobody else comes in.
    """

    def __init__(self, path: Path) -> None:
        self._place = path.with_name(f"{path.name}-open")
        self._handle: int | None = None
        self.alone = True

    @classmethod
    def join(cls, path: Path) -> Self:
        """Come to a desk, alone if nobody is there.

        Raises:
            DeskUnusable: if somebody has it for himself alone and does not let go of it.
        """
        presence = cls(path)
        last = time.monotonic() + PATIENCE
        while not presence._try():
            if time.monotonic() > last:
                raise DeskUnusable(
                    f"{path}: another program has the desk for itself; nothing was written.",
                    "Wait until it is done, then try again.",
                )
            time.sleep(_STEP)
        return presence

    def share(self) -> None:
        """Let others in."""
        if self._handle is not None and self.alone:
            _lock(self._handle, alone=False)

    def leave(self) -> None:
        """Go; the last one takes the lock file away."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if _lock(handle, alone=True):
            with suppress(OSError):
                self._place.unlink()
        os.close(handle)

    def _try(self) -> bool:
        try:
            handle = os.open(self._place, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:  # a folder that cannot be written: SQLite will say so
            return True
        self.alone = _lock(handle, alone=True)
        if (self.alone or _lock(handle, alone=False)) and self._is_still(handle):
            self._handle = handle
            return True
        os.close(handle)
        return False

    def _is_still(self, handle: int) -> bool:
        """Tell whether the file that was locked is the one that lies there: the last may go."""
        try:
            return os.path.samestat(os.fstat(handle), self._place.stat())
        except OSError:
            return False


@contextmanager
def alone_at(path: Path) -> Iterator[None]:
    """Have a desk for oneself.

    Raises:
        DeskUnusable: if somebody is at work on it.
    """
    presence = Presence.join(path)
    try:
        if not presence.alone:
            raise DeskUnusable(
                f"{path} is open in another window or program; nothing was changed.",
                "Close it there, then try again.",
            )
        yield
    finally:
        presence.leave()


def _lock(handle: int, *, alone: bool) -> bool:
    """Lock or change the lock, without waiting; a system without such locks always agrees."""
    if sys.platform == "win32":
        return True
    try:
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a drive without locks
        return True
    return True
