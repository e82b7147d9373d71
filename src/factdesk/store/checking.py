"""Is all that the desk promises true of the file?"""

import hashlib
import sqlite3
from collections.abc import Iterator

from factdesk.model.article import Original, Version
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.record import Record
from factdesk.store.database import translated
from factdesk.store.rows import TYPES, read, table

_SEARCH_TABLES = ("version", "article", "claim", "source", "evidence")


def findings(connection: sqlite3.Connection) -> Iterator[str]:
    """Name everything that is wrong, a sentence each; nothing when all is well.

    Raises:
        DeskUnusable: if the file cannot even be read through.
    """
    with translated():
        yield from _damaged_pages(connection)
        yield from _loose_ends(connection)
        for record in TYPES.values():
            yield from _damaged_records(connection, record)
        yield from _places_that_do_not_fit(connection)


def _damaged_pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (line,) in connection.execute("PRAGMA integrity_check"):
        if line != "ok":
            yield f"The file is damaged: {line}."


def _loose_ends(connection: sqlite3.Connection) -> Iterator[str]:
    for child, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"Row {row} of {child} refers to a {parent} that is not there."


def _damaged_records(connection: sqlite3.Connection, record: type[Record]) -> Iterator[str]:
    for values in connection.execute(f"SELECT * FROM {table(record)}"):  # noqa: S608 - ours
        try:
            whole = read(record, dict(values))
        except ValueError:
            yield f"The {table(record)} {values['id']} cannot be read."
            continue
        if isinstance(whole, Original) and _sha256(whole.content) != whole.id:
            yield f"The stored file {whole.id} no longer has its SHA-256."
        if isinstance(whole, Version) and _sha256(whole.text.encode()) != whole.sha256:
            yield f"The text of version {whole.id} no longer has its SHA-256."


def _places_that_do_not_fit(connection: sqlite3.Connection) -> Iterator[str]:
    """Invariant 1. SQLite's substr counts code points, as we do."""
    rows = connection.execute(
        "SELECT anchor.id FROM anchor JOIN version ON version.id = anchor.version "
        "WHERE anchor.status <> ? AND substr(text, start + 1, stop - start) IS NOT exact",
        (AnchorStatus.ORPHANED.value,),
    )
    for (key,) in rows:
        yield f"The {table(Anchor)} {key} does not hold the words it quotes."


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
