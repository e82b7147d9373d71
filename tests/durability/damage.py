"""Ways to damage a desk on purpose."""

import sqlite3
from contextlib import closing
from pathlib import Path


def overwrite_table(path: Path, table: str) -> None:
    """Overwrite the root page of a table, as a bad sector would."""
    overwrite_page(path, _asked(path, "SELECT rootpage FROM sqlite_schema WHERE name = ?", table))


def overwrite_page(path: Path, page: int) -> None:
    """Overwrite one page; pages count from 1."""
    size = _asked(path, "PRAGMA page_size")
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


def pages(path: Path) -> int:
    """Count the pages of a desk."""
    return _asked(path, "PRAGMA page_count")


def _asked(path: Path, question: str, *words: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(question, words).fetchone()[0])
