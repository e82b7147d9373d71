"""Is all that the desk promises true of the file?"""

import hashlib
import sqlite3
from collections.abc import Iterator

from factdesk.model.article import Original, Version
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.record import Record
from factdesk.store.database import translated
from factdesk.store.rows import TYPES, read, table
from factdesk.text.canonical import fits

#: Search tables in which every record of their kind stands; of claims only those with words do.
_WHOLE = frozenset(f"{name}_search" for name in ("version", "article", "source", "evidence"))

#: What must be true across records: a question for what is wrong, and how it is said.
_ACROSS = {
    "The article {} has no text.": """
        SELECT article.id FROM article LEFT JOIN version ON version.article = article.id
        WHERE version.id IS NULL""",
    "The anchor {} ties a claim to another article's text.": """
        SELECT anchor.id FROM anchor JOIN claim ON claim.id = anchor.claim
        JOIN version ON version.id = anchor.version WHERE version.article <> claim.article""",
    "The set-aside {} is of another article than its claim.": """
        SELECT setaside.id FROM setaside JOIN claim ON claim.id = setaside.claim
        WHERE setaside.article <> claim.article""",
    "The reference of claim {} could be given again.": """
        SELECT claim.id FROM claim LEFT JOIN reference USING (article)
        WHERE claim.number > coalesce(last, 0)""",
    "The claim {} cannot be found by its words.": """
        SELECT id FROM claim WHERE (wording <> '' OR rationale <> '')
        AND key NOT IN (SELECT id FROM claim_search_docsize)""",
    "The verdict {} has a number although its scale has none.": """
        SELECT verdict.id FROM verdict JOIN scale ON scale.id = verdict.scale
        WHERE verdict.value IS NOT NULL AND scale.public = 0""",
}


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
        for words, question in _ACROSS.items():
            yield from (words.format(key) for (key,) in connection.execute(question))
        yield from _damaged_search(connection)


def _damaged_search(connection: sqlite3.Connection) -> Iterator[str]:
    """Let FTS5 compare its words with the records. It asks by an INSERT that writes nothing."""
    if connection.execute("PRAGMA query_only").fetchone()[0]:
        return
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%'")
    for (name,) in tables.fetchall():
        try:
            connection.execute(
                f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', ?)",  # noqa: S608
                (int(name in _WHOLE),),
            )
        except sqlite3.DatabaseError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
                raise
            yield f"The words of {name} are not those of the records: search is incomplete."


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
        if isinstance(whole, Version):
            yield from _damaged_text(whole)


def _damaged_text(version: Version) -> Iterator[str]:
    if _sha256(version.text.encode()) != version.sha256:
        yield f"The text of version {version.id} no longer has its SHA-256."
    if not fits(version.text, version.blocks):
        yield f"The blocks of version {version.id} do not fit its text."


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
