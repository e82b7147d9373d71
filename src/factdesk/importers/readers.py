"""Readers side by side, so that one slow document does not hold up all others."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import LifoQueue
from types import TracebackType
from typing import Self

from factdesk.importers.base import Document, Draft
from factdesk.importers.claims.told import Told
from factdesk.importers.reader import LIMIT, Reader

#: How many documents are read at once.
COUNT = 2


class Readers:
    """Hands each document to a reader that is free; the others start when they are first needed.

    They may be used from any thread. The reader that was used last is the first to be used again,
    for its libraries are loaded.
    """

    def __init__(self, count: int = COUNT, limit: float = LIMIT) -> None:
        self._all = tuple(Reader(limit) for _ in range(count))
        self._free: LifoQueue[Reader] = LifoQueue()
        for reader in reversed(self._all):
            self._free.put(reader)

    def read(self, document: Document, *, as_text: bool = False) -> Draft:
        """Understand a document as an article, or a page's mere text, when a reader is free.

        Raises:
            ImportFailed: if it holds none, or is beyond the limits.
        """
        with self._one() as reader:
            return reader.read(document, as_text=as_text)

    def claims(self, document: Document) -> Told:
        """Understand what others say of claims in a document, when a reader is free.

        Raises:
            ImportFailed: as `read` does.
        """
        with self._one() as reader:
            return reader.claims(document)

    @contextmanager
    def _one(self) -> Iterator[Reader]:
        """Wait for a reader that is free."""
        reader = self._free.get()
        try:
            yield reader
        finally:
            self._free.put(reader)

    def stop(self) -> None:
        """Break off all that is being read."""
        for reader in self._all:
            reader.stop()

    def __enter__(self) -> Self:
        self._all[0].start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for reader in self._all:
            reader.__exit__(kind, error, trace)
