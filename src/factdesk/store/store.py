"""The desk's file: questions, and one way to write."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Self

from factdesk.errors import DeskUnusable
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.store import checking, writing
from factdesk.store.articles import ArticleReading
from factdesk.store.backup import keep_before_migration
from factdesk.store.claims import ClaimReading
from factdesk.store.database import connect, connect_to_read, ended_badly, examine, prepare
from factdesk.store.dossiers import DossierReading
from factdesk.store.following import FollowReading
from factdesk.store.hints import HintReading
from factdesk.store.journal import JournalReading
from factdesk.store.memory import MemoryReading
from factdesk.store.presence import Presence
from factdesk.store.search import SearchReading
from factdesk.store.workflow import WorkflowReading


class Store(
    ArticleReading,
    ClaimReading,
    DossierReading,
    WorkflowReading,
    SearchReading,
    MemoryReading,
    HintReading,
    JournalReading,
    FollowReading,
):
    """An open desk file. Belongs to the thread that opened it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path | None,
        presence: Presence | None = None,
    ) -> None:
        super().__init__(connection)
        self.path = path
        self._presence = presence
        self._file = path.stat() if path else None

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a desk file, made if there is none.

        Raises:
            DeskUnusable: if the file cannot be opened, is no desk, or is a later one.
        """
        prepare(path)
        presence = Presence.join(path)
        try:
            if presence.alone and ended_badly(path):
                examine(path)
            store = cls(connect(path, partial(keep_before_migration, path)), path, presence)
        except BaseException:
            presence.leave()
            raise
        presence.share()
        return store

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
        return cls(connect(None, lambda: None), None)

    def apply(self, edit: Edit, checker: Id | None = None) -> None:
        """Write an edit, whole or not at all; when this returns it is on the disk.

        Raises:
            Conflict: if a record is no longer as the edit found it.
            DeskUnusable: if the file or the disk refuses.
        """
        self._insist_on_the_file()
        self.note_own(writing.apply(self._connection, edit, checker))
        self._insist_on_the_file()

    def findings(self) -> Iterator[str]:
        """Name everything that is wrong with the file; nothing when all is well."""
        return checking.findings(self._connection)

    def counts(self) -> dict[str, Any]:
        """Count what is on the desk."""
        tables = ("article", "version", "claim", "verdict", "source", "evidence", "note", "journal")
        counted = {name: self._rows(f"SELECT count(*) FROM {name}")[0][0] for name in tables}  # noqa: S608
        return counted | {"schema": self._rows("PRAGMA user_version")[0][0]}

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
        if self._presence is not None:
            self._presence.leave()

    def _insist_on_the_file(self) -> None:
        """Write to no file that has been taken away: SQLite would not notice it.

        Raises:
            DeskUnusable: if another file, or none, lies where the desk was.
        """
        if self.path is None or self._file is None:
            return
        with suppress(OSError):
            if os.path.samestat(self._file, self.path.stat()):
                return
        raise DeskUnusable(
            f"{self.path} was moved, deleted or replaced while it was open; the last was not kept.",
            "Put it back in its place, or close Factdesk and open the desk where it is now.",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
