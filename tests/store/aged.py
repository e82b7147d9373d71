"""Desks as older programs left them: their schema from the program's steps, their rows from SQL."""

import sqlite3
from contextlib import closing
from pathlib import Path

from factdesk.store.database import APPLICATION_ID
from factdesk.store.migrations import steps

DESKS = Path(__file__).parent / "desks"


def build(path: Path, schema: int) -> None:
    """Make the desk of a schema."""
    with closing(sqlite3.connect(path)) as connection:
        for number, sql in steps():
            if number <= schema:
                connection.executescript(sql)
        connection.executescript((DESKS / f"{schema:04}.sql").read_text("utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {schema}")
        connection.commit()
        connection.execute("PRAGMA journal_mode = WAL")
    path.chmod(0o600)
