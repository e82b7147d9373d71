"""Opening the file: what makes it a desk, and what SQLite's errors mean to the user."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from factdesk.errors import Conflict, DeskDamaged, DeskUnusable, FactdeskError, NotADesk, Refused
from factdesk.store.migrations import migrate, refuse_later

#: "FDsk": what `file` and other programs know a desk by.
APPLICATION_ID = 0x4644736B

#: How long a write waits for another process's, in milliseconds.
PATIENCE = 30_000


def connect(path: Path | None, keep: Callable[[], object]) -> sqlite3.Connection:
    """Open the desk file, made if there is none; None opens a desk in memory.

    Args:
        path: the file.
        keep: makes a backup before the desk is brought to today's schema.

    Raises:
        DeskUnusable: if the file cannot be opened, is no desk, or is a later one.
    """
    if path is not None:
        prepare(path)
    with translated(path):
        connection = sqlite3.connect(
            str(path or ":memory:"), isolation_level=None, timeout=PATIENCE / 1000
        )
        try:
            _set_up(connection, path, keep)
        except BaseException:
            connection.close()
            raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a second connection that only reads, for another thread."""
    with translated(path):
        connection = sqlite3.connect(
            path.absolute().as_uri() + "?mode=ro",
            uri=True,
            isolation_level=None,
            timeout=PATIENCE / 1000,
        )
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA query_only = ON")
            recognise(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def examine(path: Path) -> None:
    """Look through a desk that was not closed properly, before anything writes to it.

    Raises:
        DeskDamaged: if its pages do not fit together.
        DeskUnusable: if it cannot be read.
    """
    with translated(path), closing(connect_to_read(path)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise damaged(path)


def ended_badly(path: Path) -> bool:
    """Tell whether the last session left its log behind; one that ends well takes it away."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def damaged(path: Path | str) -> DeskDamaged:
    """Say that a desk is damaged."""
    return DeskDamaged(
        f"{path} is damaged: its pages no longer fit together. Nothing was written to it.",
        "`factdesk desk restore BACKUP` puts a backup in its place,"
        " `factdesk desk salvage NEWFILE` saves what can be read.",
    )


def prepare(path: Path) -> None:
    """Make the file, readable by its owner alone, so that no later moment finds it open to all.

    A file that is there is not touched: to open and close it beside SQLite would take away the
    locks that this very process holds on it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise DeskUnusable(
            f"The desk {path} cannot be opened: {error.strerror}.",
            "Choose another place with --desk FILE, or mend the permissions of that one.",
        ) from error


def _set_up(connection: sqlite3.Connection, path: Path | None, keep: Callable[[], object]) -> None:
    connection.row_factory = sqlite3.Row
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    recognise(connection, path)
    refuse_later(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -8192")
    migrate(connection, APPLICATION_ID, keep)


def recognise(connection: sqlite3.Connection, path: Path | None) -> None:
    """Look whether a database is a desk, or empty.

    Raises:
        NotADesk: if it is another program's.
    """
    (identity,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if identity != APPLICATION_ID and (identity or tables):
        raise NotADesk(
            f"{path} is a database of another program.", "Nothing was changed. Choose a desk file."
        )


@contextmanager
def translated(path: Path | None = None) -> Iterator[None]:
    """Turn SQLite's errors into words; our own mistakes in SQL stay as they are.

    Raises:
        FactdeskError: for whatever the world did to the file.
    """
    try:
        yield
    except sqlite3.IntegrityError as error:
        raise Conflict(
            "Somebody else has changed this at the same moment; nothing was written.",
            "Look at what is there now and do it again.",
        ) from error
    except UnicodeEncodeError as error:
        raise Refused(
            "This text holds half of a character, which no desk can keep.",
            "Delete what is shown as an empty box in it, or type it anew.",
        ) from error
    except OverflowError as error:
        raise Refused("This number is larger than a desk can keep.", "Is it one?") from error
    except sqlite3.DatabaseError as error:
        if (words := _in_words(error, path)) is None:
            raise
        raise words from error


def _in_words(error: sqlite3.DatabaseError, path: Path | None) -> FactdeskError | None:
    name = str(path or "the desk")
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_NOTADB:
        return NotADesk(f"{name} is not a desk.", "Nothing was changed. Choose a desk file.")
    if code == sqlite3.SQLITE_CORRUPT:
        return damaged(name)
    reasons = {
        sqlite3.SQLITE_FULL: ("the disk is full", "Make room, then do it again."),
        sqlite3.SQLITE_READONLY: ("the file is read-only", "Mend its permissions."),
        sqlite3.SQLITE_CANTOPEN: ("it cannot be opened", "Is the folder there and yours?"),
        sqlite3.SQLITE_PERM: ("access was denied", "Mend its permissions."),
        sqlite3.SQLITE_IOERR: ("the disk does not answer", "Is the drive still connected?"),
        sqlite3.SQLITE_BUSY: ("another program is writing", "Close it or wait, then try again."),
    }
    if code not in reasons:
        return None
    reason, advice = reasons[code]
    return DeskUnusable(f"{name}: {reason}; nothing was written.", advice)
