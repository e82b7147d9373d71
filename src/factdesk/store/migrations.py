"""Numbered steps from any older desk to today's, each in one transaction."""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from factdesk.errors import DeskTooNew


def steps() -> list[tuple[int, str]]:
    """Give the migrations: their numbers, rising by one from 1, and their SQL."""
    folder = files("factdesk.store") / "schema"
    found = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir())
    numbered = [(int(name[:4]), sql) for name, sql in found if name.endswith(".sql")]
    if [number for number, _ in numbered] != list(range(1, len(numbered) + 1)):
        raise AssertionError("migrations are numbered 1, 2, 3 …, each number once")
    return numbered


def migrate(connection: sqlite3.Connection, application_id: int, path: Path | None) -> None:
    """Bring the desk to today's schema; a desk with work in it is copied aside first.

    Raises:
        DeskTooNew: if a later program wrote it.
    """
    todo = steps()
    version = _version(connection)
    if version > todo[-1][0]:
        raise DeskTooNew(
            f"{path} was written by a later version of Factdesk.",
            "Nothing was changed. Install the current version to open it.",
        )
    if version == todo[-1][0]:
        return
    if version and path is not None:
        _copy_aside(connection, path.with_name(f"{path.name}.before-{todo[-1][0]:04}"))
    for number, sql in todo:
        _step(connection, number, sql, application_id)


def _step(connection: sqlite3.Connection, number: int, sql: str, application_id: int) -> None:
    """Run one step, unless another process has done it while we waited for the lock."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if _version(connection) < number:
            for statement in _statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {application_id}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(sql: str) -> list[str]:
    """Split a script; `executescript` would commit behind our back."""
    statements, current = [], ""
    for line in sql.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _copy_aside(connection: sqlite3.Connection, path: Path) -> None:
    path.touch(mode=0o600)
    with closing(sqlite3.connect(path)) as copy:
        connection.backup(copy)
