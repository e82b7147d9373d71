"""Reading documents in a process of their own, within limits."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from types import TracebackType
from typing import Any, Self

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.claims.table import Table
from factdesk.importers.claims.told import Told
from factdesk.importers.frames import ARTICLE, CLAIMS, TEXT, receive, send

#: Seconds that one document may take.
LIMIT = 20.0
_START = 60.0

_PASTE = "Import a page as plain text (--as-text), or copy the article's text and paste it."
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
        self._ready = False

    def start(self) -> None:
        """Start the child in the background; it loads its libraries while others work."""
        if self._child is None or self._child.poll() is not None:
            self._close()  # it may have been stopped just after its last answer
            self._ready = False
            self._child = subprocess.Popen(
                [sys.executable, "-B", "-m", "factdesk.importers.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )

    def read(self, document: Document, *, as_text: bool = False) -> Draft:
        """Understand a document as an article, or as the mere text of a page.

        Raises:
            ImportFailed: if it holds none, or is beyond the limits; ``kind`` is then ``timeout``,
                ``crashed`` or, after `stop`, ``stopped``.
        """
        answer = self._answer(document, TEXT if as_text else ARTICLE)
        return Draft.model_validate(answer["draft"])

    def claims(self, document: Document) -> Told:
        """Understand what others say of claims in a document, or mark in an article.

        Raises:
            ImportFailed: as `read` does.
        """
        answer = self._answer(document, CLAIMS)
        if "table" in answer:
            head, rows = answer["table"]["head"], answer["table"]["rows"]
            return Table(tuple(head), [tuple(row) for row in rows])
        if "claims" in answer:
            return tuple(ForeignClaim.model_validate(claim) for claim in answer["claims"])
        return Draft.model_validate(answer["draft"])

    def stop(self) -> None:
        """Break off what is being read, if anything is; a new child reads the next document."""
        if self._lock.locked():
            self._end("stopped")

    def _answer(self, document: Document, wanted: str) -> dict[str, Any]:
        with self._lock:
            self._cause = "crashed"
            self.start()
            try:
                with self._within(_START):
                    self._wait_for_start()
                with self._within(self._limit):
                    answer = self._ask(document, wanted)
            except (EOFError, OSError, ValueError) as error:
                self._close()
                raise ImportFailed(*_CAUSES[self._cause], kind=self._cause) from error
        if failure := answer.get("failure"):
            raise ImportFailed(failure["message"], failure["advice"], kind=failure["kind"])
        return answer

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

    @contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        """Break off what takes longer."""
        timer = Timer(seconds, self._end, ("timeout",))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _wait_for_start(self) -> None:
        """Let a new child load its libraries: no document pays for that."""
        if not self._ready and self._child is not None and self._child.stdout is not None:
            receive(self._child.stdout)
            self._ready = True

    def _ask(self, document: Document, wanted: str) -> dict[str, Any]:
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            raise EOFError
        words = document.model_dump(exclude={"content"}) | {"wanted": wanted}
        send(child.stdin, words, document.content)
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
