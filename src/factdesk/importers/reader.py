"""Reading documents in a process of their own, within limits."""

import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from types import TracebackType
from typing import Any, Self

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.frames import receive, send

#: Seconds that one document may take.
LIMIT = 20.0

_PASTE = "Copy the article's text and paste it."
_CAUSES = {
    "timeout": ("Reading the document took too long and was stopped.", _PASTE),
    "stopped": ("Reading the document was stopped.", ""),
    "crashed": ("The document is more than its reader could bear.", _PASTE),
}


class Reader:
    """Reads documents one after the other; a child that breaks off is started anew.

    It may be used from any thread, and `stop` from another one while a document is being read.
    """

    def __init__(self, limit: float = LIMIT) -> None:
        self._limit = limit
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._cause = ""

    def start(self) -> None:
        """Start the child in the background; it loads its libraries while others work."""
        if self._child is None or self._child.poll() is not None:
            self._child = subprocess.Popen(
                [sys.executable, "-B", "-m", "factdesk.importers.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def read(self, document: Document) -> Draft:
        """Understand a document as an article.

        Raises:
            ImportFailed: if it holds none, or is beyond the limits; ``kind`` is then ``timeout``,
                ``crashed`` or, after `stop`, ``stopped``.
        """
        with self._lock:
            self._cause = "crashed"
            self.start()
            timer = Timer(self._limit, self._end, ("timeout",))
            timer.daemon = True
            timer.start()
            try:
                answer = self._ask(document)
            except (EOFError, OSError, ValueError) as error:
                self._close()
                raise ImportFailed(*_CAUSES[self._cause], kind=self._cause) from error
            finally:
                timer.cancel()
        if failure := answer.get("failure"):
            raise ImportFailed(failure["message"], failure["advice"], kind=failure["kind"])
        return Draft.model_validate(answer["draft"])

    def stop(self) -> None:
        """Break off what is being read, if anything is; a new child reads the next document."""
        if self._lock.locked():
            self._end("stopped")

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
        with self._lock:
            self._close()

    def _ask(self, document: Document) -> dict[str, Any]:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise EOFError
        send(child.stdin, document.model_dump(exclude={"content"}), document.content)
        return receive(child.stdout)[0]

    def _end(self, cause: str) -> None:
        self._cause = cause
        if (child := self._child) is not None:
            child.kill()
            child.wait()

    def _close(self) -> None:
        """Bury the child."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            for pipe in (child.stdin, child.stdout):
                if pipe is not None:
                    with suppress(OSError):
                        pipe.close()
