"""The desk's file: questions, and one way to write."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.store import checking, writing
from factdesk.store.articles import ArticleReading
from factdesk.store.claims import ClaimReading
from factdesk.store.database import back_up, connect, connect_to_read
from factdesk.store.dossiers import DossierReading
from factdesk.store.journal import JournalReading
from factdesk.store.search import SearchReading
from factdesk.store.workflow import WorkflowReading


class Store(
    ArticleReading, ClaimReading, DossierReading, WorkflowReading, SearchReading, JournalReading
):
    """An open desk file. Belongs to the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        super().__init__(connection)
        self.path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a desk file, made if there is none.

        Raises:
            DeskUnusable: if the file cannot be opened, is no desk, or is a later one.
        """
        return cls(connect(path), path)

    @classmethod
    def open_to_read(cls, path: Path) -> Self:
        """Open a desk file beside the one that writes, for another thread.

        Raises:
            DeskUnusable: if the file cannot be read.
        """
        return cls(connect_to_read(path), path)

    @classmethod
    def in_memory(cls) -> Self:
        """Open a desk that is gone when it is closed."""
        return cls(connect(None), None)

    def apply(self, edit: Edit, checker: Id | None = None) -> None:
        """Write an edit, whole or not at all; when this returns it is on the disk.

        Raises:
            Conflict: if a record is no longer as the edit found it.
            DeskUnusable: if the file or the disk refuses.
        """
        writing.apply(self._connection, edit, checker)

    def findings(self) -> Iterator[str]:
        """Name everything that is wrong with the file; nothing when all is well."""
        return checking.findings(self._connection)

    def back_up(self, path: Path) -> None:
        """Copy the desk as it stands."""
        back_up(self._connection, path)

    def counts(self) -> dict[str, Any]:
        """Count what is on the desk."""
        tables = ("article", "version", "claim", "verdict", "source", "evidence", "note", "journal")
        counted = {name: self._rows(f"SELECT count(*) FROM {name}")[0][0] for name in tables}  # noqa: S608
        return counted | {"schema": self._rows("PRAGMA user_version")[0][0]}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
