"""Copies of a desk by SQLite's backup API, looked through before they are believed."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from tempfile import mkstemp
from typing import NamedTuple

from factdesk.errors import DeskDamaged, DeskUnusable, NotADesk
from factdesk.model.record import Id
from factdesk.store.database import APPLICATION_ID, connect_to_read, damaged, translated
from factdesk.store.migrations import refuse_later, schema

_DRAFT = ".factdesk-"
_TABLES = ("article", "claim", "verdict", "source", "evidence", "note")


class Reason(StrEnum):
    """Why a backup was made; a part of its name."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "before-migration"


class Contents(NamedTuple):
    """What is in a desk file. ``last`` is when the last edit was made; "" before the first."""

    schema: int
    articles: int
    claims: int
    verdicts: int
    sources: int
    evidence: int
    notes: int
    edits: int
    last: str


def folder(desk: Path) -> Path:
    """Tell where the backups of a desk lie."""
    return desk.parent / "backups"


def place(desk: Path, reason: Reason) -> Path:
    """Name a backup that is made now."""
    return folder(desk) / f"{desk.stem}-{stamp()}-{reason}.factdesk"


def stamp() -> str:
    """Tell the time as it stands in names of files, in UTC."""
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")


def keep_before_migration(desk: Path) -> None:
    """Make a backup of a desk that is about to be changed; an empty file needs none.

    Raises:
        DeskUnusable: if it cannot be made.
    """
    copy(desk, place(desk, Reason.MIGRATION))


def copy(desk: Path, target: Path) -> Contents:
    """Copy a desk as it stands, while others may work on it; the whole new file or the old one.

    Raises:
        DeskUnusable: if the desk cannot be read or the copy cannot be written.
        DeskDamaged: if the copy does not hold together, and so neither does the desk.
    """
    with closing(connect_to_read(desk)) as source, new_file(target) as draft:
        counted = _copied(source, draft, desk)
        _insist(draft, counted, desk)
    return counted


def _insist(draft: Path, counted: Contents, desk: Path) -> None:
    """Believe a copy only when it has been read through."""
    try:
        found = look_through(draft)
    except DeskDamaged as error:
        raise damaged(desk) from error
    if found != counted:
        raise DeskUnusable(
            f"The backup of {desk} did not become what it should.", "Is the disk in order?"
        )


def _copied(source: sqlite3.Connection, draft: Path, desk: Path) -> Contents:
    """Copy within one reading transaction, so that the copy is what was counted."""
    with translated(desk):
        source.execute("BEGIN")
        counted = contents_of(source)
    with translated(draft), closing(sqlite3.connect(draft, isolation_level=None)) as made:
        made.execute("PRAGMA journal_mode = OFF")  # a draft that breaks off is thrown away
        source.backup(made)
        made.execute("PRAGMA journal_mode = DELETE")  # one file, complete by itself
    return counted


@contextmanager
def new_file(target: Path) -> Iterator[Path]:
    """Give a private draft beside the target; it takes the target's place if all went well.

    Raises:
        DeskUnusable: if it cannot be written.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = mkstemp(dir=target.parent, prefix=_DRAFT, suffix=".tmp")
        os.close(handle)
        draft = Path(name)
        try:
            yield draft
            _sync(draft)
            draft.replace(target)
            _sync(target.parent)
        finally:
            for leftover in (draft, *_companions(draft)):
                leftover.unlink(missing_ok=True)
    except OSError as error:
        raise DeskUnusable(
            f"{target} cannot be written: {error.strerror}.", "Choose another place."
        ) from error


def look_through(path: Path) -> Contents:
    """Look whether a file is a sound desk of today's schema or an older one.

    Raises:
        NotADesk: if it is something else.
        DeskTooNew: if a later program wrote it.
        DeskDamaged: if it does not hold together.
        DeskUnusable: if it cannot be read.
    """
    with closing(connect_to_read(path)) as connection, translated(path):
        refuse_later(connection, path)
        if _identity(connection) != APPLICATION_ID:
            raise NotADesk(f"{path} is not a desk.", "Choose a desk file or a backup of one.")
        (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
        if verdict != "ok":
            raise DeskDamaged(f"{path} is damaged.", "Choose another backup.")
        return contents_of(connection)


def contents(path: Path) -> Contents:
    """Tell what is in a desk file, without looking through it.

    Raises:
        DeskUnusable: if it cannot be read.
    """
    with closing(connect_to_read(path)) as connection, translated(path):
        return contents_of(connection)


def titles(path: Path) -> dict[Id, str]:
    """Name the articles on a desk of today's schema or an older one.

    Raises:
        DeskUnusable: if it cannot be read.
    """
    with closing(connect_to_read(path)) as connection, translated(path):
        return dict(connection.execute("SELECT id, title FROM article ORDER BY title, id"))


def sweep(place: Path, before: float) -> None:
    """Take away the drafts that ended processes left in a folder before a time (POSIX)."""
    with suppress(OSError):
        for draft in place.glob(f"{_DRAFT}*.tmp*"):
            with suppress(OSError):
                if draft.stat().st_mtime < before:
                    draft.unlink()


def contents_of(connection: sqlite3.Connection) -> Contents:
    """Count what is on an open desk."""
    counts = (connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in _TABLES)  # noqa: S608 - ours
    edits, last = connection.execute(
        "SELECT count(*), coalesce((SELECT made FROM journal ORDER BY seq DESC LIMIT 1), '')"
        " FROM journal"
    ).fetchone()
    return Contents._make((schema(connection), *counts, edits, last))


def write_into(desk: Path, backup: Path) -> None:
    """Put a backup in the place of all that is on a sound desk, in one transaction.

    Raises:
        DeskUnusable: if the desk cannot be written.
    """
    with (
        closing(connect_to_read(backup)) as source,
        translated(desk),
        closing(sqlite3.connect(desk, isolation_level=None)) as live,
    ):
        live.execute("PRAGMA synchronous = FULL")
        source.backup(live)


def move_aside(desk: Path, target: Path) -> None:
    """Copy a desk that SQLite cannot read as it lies, with its log; then take the log away.

    Raises:
        DeskUnusable: if that cannot be written.
    """
    log, log_target = _companions(desk)[0], _companions(target)[0]
    for source, aside in ((log, log_target), (desk, target)):
        if source.exists():
            with new_file(aside) as draft:
                _copy_bytes(source, draft)
    for leftover in _companions(desk):
        leftover.unlink(missing_ok=True)


def _copy_bytes(source: Path, target: Path) -> None:
    """Copy a file block by block; what the disk no longer gives is left empty."""
    with source.open("rb") as reader, target.open("r+b") as writer:
        while block := reader.read(1 << 20):
            writer.write(block)


def _companions(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(f"{path.name}-{kind}") for kind in ("wal", "shm", "journal"))


def _identity(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def _sync(path: Path) -> None:
    with suppress(OSError):  # where folders cannot be opened, the system sees to it
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
