"""Numbered steps from any older desk to today's, each in one transaction."""

import sqlite3
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from factdesk.errors import DeskTooNew
from factdesk.store.transaction import transaction


def steps() -> list[tuple[int, str]]:
    """Give the migrations: their numbers, rising by one from 1, and their SQL."""
    folder = files("factdesk.store") / "schema"
    found = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir())
    numbered = [(int(name[:4]), sql) for name, sql in found if name.endswith(".sql")]
    if [number for number, _ in numbered] != list(range(1, len(numbered) + 1)):
        raise AssertionError("migrations are numbered 1, 2, 3 …, each number once")
    return numbered


def refuse_later(connection: sqlite3.Connection, path: Path | None) -> None:
    """Look at the schema before anything is written.

    Raises:
        DeskTooNew: if a later program wrote the desk.
    """
    if schema(connection) > steps()[-1][0]:
        raise DeskTooNew(
            f"{path} was written by a later version of Factdesk.",
            "Nothing was changed. Install the current version to open it.",
        )


def migrate(
    connection: sqlite3.Connection, application_id: int, keep: Callable[[], object]
) -> None:
    """Bring the desk to today's schema, whole or not at all; one with work in it is kept first.

    Raises:
        DeskUnusable: if the backup cannot be made.
    """
    todo = steps()
    if schema(connection) == todo[-1][0]:
        return
    with transaction(connection):
        was = schema(connection)  # another process may have done it while we waited for the lock
        if was and was < todo[-1][0]:
            keep()
        for number, sql in todo:
            if number > was:
                _step(connection, number, sql)
        connection.execute(f"PRAGMA application_id = {application_id}")


def _step(connection: sqlite3.Connection, number: int, sql: str) -> None:
    for statement in _statements(sql):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {number}")


def _statements(sql: str) -> list[str]:
    """Split a script; `executescript` would commit behind our back."""
    statements, current = [], ""
    for line in sql.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            statements.append(current)
            current = ""
    return statements


def schema(connection: sqlite3.Connection) -> int:
    """Tell by which migration the desk was last changed; 0: a new one."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
