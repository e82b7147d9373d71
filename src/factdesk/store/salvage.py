"""Saving what can be read of a damaged desk into a new one; the damaged one is only read."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from factdesk.errors import DeskDamaged
from factdesk.model.article import Article, Original, Version
from factdesk.model.record import Record
from factdesk.model.verdict import Scale
from factdesk.store.backup import new_file
from factdesk.store.database import connect, connect_to_read, damaged, translated
from factdesk.store.rows import TYPES, insertion, nested, read, row, table
from factdesk.store.transaction import transaction

#: How far a gap of unreadable rows is looked through one by one.
_WIDEST = 200_000

_JOURNAL = {"journal": "seq", "journal_change": "seq", "reference": "article"}


class Salvaged(NamedTuple):
    """How many records of each kind were saved, and a sentence for each that was not."""

    saved: dict[str, int]
    lost: tuple[str, ...]


def salvage(desk: Path, target: Path, founding: Sequence[Record]) -> Salvaged:
    """Read what can be read into a new desk that holds together.

    Args:
        desk: the damaged desk.
        target: where the new one shall lie.
        founding: what no desk can be without; it takes the place of what is lost of it.

    Raises:
        DeskDamaged: if not even the list of tables can be read.
        DeskUnusable: if the new desk cannot be written.
    """
    lost: list[str] = []
    with closing(connect_to_read(desk)) as source, new_file(target) as draft:
        _insist_on_tables(source, desk)
        with closing(connect(draft, lambda: None)) as made, translated(draft):
            made.execute("PRAGMA foreign_keys = OFF")
            with transaction(made):
                lost += _fill(source, made, founding)
            saved = {name: _count(made, name) for name in TYPES}
            made.execute("PRAGMA journal_mode = DELETE")
    return Salvaged(saved, tuple(lost))


def _insist_on_tables(source: sqlite3.Connection, desk: Path) -> None:
    try:
        source.execute("SELECT 1 FROM article, claim LIMIT 0").fetchall()
    except sqlite3.DatabaseError as error:
        raise DeskDamaged(damaged(desk).message, "Restore a backup.") from error


def _fill(
    source: sqlite3.Connection, made: sqlite3.Connection, founding: Sequence[Record]
) -> list[str]:
    """Save all that can be read, then see to it that it holds together."""
    lost: list[str] = []
    there = {name for (name,) in source.execute("SELECT name FROM sqlite_schema")}
    for name, record in TYPES.items():
        if name in there:  # an older desk has fewer
            lost += _save(source, made, record)
    missing = {table(type(needed)) for needed in founding if not _count(made, table(type(needed)))}
    for needed in founding:
        if table(type(needed)) in missing | {"scale"}:
            made.execute(insertion(type(needed)).replace("INSERT", "INSERT OR IGNORE"), row(needed))
    for name, order in _JOURNAL.items():
        lost += _save_raw(source, made, name, order)
    made.execute("DELETE FROM journal_change WHERE seq NOT IN (SELECT seq FROM journal)")
    return [*lost, *_stand_in(made), *_drop_loose_ends(made)]


def _save(source: sqlite3.Connection, made: sqlite3.Connection, kind: type[Record]) -> list[str]:
    """Save the records of a kind that can be read."""
    lost: list[str] = []
    keys = set()
    for values in _readable(source, table(kind), lost):
        keys.add(values.get("id"))
        try:
            record = read(kind, _today(kind, values))
            made.execute(insertion(kind), row(record))
        except (ValueError, sqlite3.IntegrityError):
            lost.append(f"The {table(kind)} {values.get('id')} holds no such record.")
    missing = _known(source, table(kind)) - keys
    return [*lost, *(f"The {table(kind)} {key} cannot be read." for key in sorted(missing))]


def _today(kind: type[Record], values: dict[str, Any]) -> dict[str, Any]:
    """Give a row of an older schema the columns that came later, as their fields begin."""
    fields = kind.model_fields.items()
    later = {name: field for name, field in fields if name not in values}
    return values | {
        name: "[]" if name in nested(kind) else field.get_default(call_default_factory=True)
        for name, field in later.items()
    }


def _readable(source: sqlite3.Connection, name: str, lost: list[str]) -> Iterator[dict[str, Any]]:
    """Give the rows of a table from the front, from the back, and those in between one by one."""
    last = 0
    try:
        for values in source.execute(f"SELECT * FROM {name} ORDER BY key"):  # noqa: S608 - ours
            last = values["key"]
            yield dict(values)
    except sqlite3.DatabaseError:
        lost.append(f"Pages of {name} are damaged.")
    else:
        return
    back: list[dict[str, Any]] = []
    try:
        backwards = f"SELECT * FROM {name} WHERE key > ? ORDER BY key DESC"  # noqa: S608 - ours
        for values in source.execute(backwards, (last,)):
            back.append(dict(values))  # noqa: PERF401 - what was read before the fault counts
    except sqlite3.DatabaseError:
        lost.append(f"Pages of {name} are damaged further on.")
    stop = min((values["key"] for values in back), default=_last(source, name) + 1)
    for key in range(last + 1, min(stop, last + _WIDEST)):
        yield from _one(source, name, key)
    yield from reversed(back)


def _one(source: sqlite3.Connection, name: str, key: int) -> list[dict[str, Any]]:
    try:
        found = source.execute(f"SELECT * FROM {name} WHERE key = ?", (key,))  # noqa: S608 - ours
        return [dict(values) for values in found]
    except sqlite3.DatabaseError:
        return []


def _last(source: sqlite3.Connection, name: str) -> int:
    try:
        return int(source.execute(f"SELECT coalesce(max(key), 0) FROM {name}").fetchone()[0])  # noqa: S608
    except sqlite3.DatabaseError:
        return 0


def _known(source: sqlite3.Connection, name: str) -> set[str]:
    """List the identities that the index knows, whether or not the rows can be read."""
    try:
        rows = source.execute(f"SELECT id FROM {name} INDEXED BY sqlite_autoindex_{name}_1")  # noqa: S608
        return {values[0] for values in rows}
    except sqlite3.DatabaseError:
        return set()


def _save_raw(
    source: sqlite3.Connection, made: sqlite3.Connection, name: str, order: str
) -> list[str]:
    """Save what is no record: the history, up to where it can be read."""
    try:
        for values in source.execute(f"SELECT * FROM {name} ORDER BY {order}"):  # noqa: S608 - ours
            places = ", ".join("?" * len(values.keys()))
            made.execute(f"INSERT OR REPLACE INTO {name} VALUES ({places})", tuple(values))  # noqa: S608
    except sqlite3.DatabaseError:
        return [f"A part of {name} cannot be read."]
    return []


def _stand_in(made: sqlite3.Connection) -> list[str]:
    """Put something in the place of what is lost where a text would otherwise be lost with it."""
    lost = []
    for child in ("article", "verdict"):
        for user in _loose(made, child, "scale", "scale"):
            scale = Scale(id=user["scale"], title=user["scale"], ratings=(), public=False)
            made.execute(insertion(Scale), row(scale))
            lost.append(f"The scale {scale.id} has lost its ratings; verdicts keep their labels.")
    for version in _loose(made, "version", "original", "original"):
        stand_in = Original(id=version["original"], media_type="", content=b"")
        made.execute(insertion(Original), row(stand_in))
        lost.append(f"The stored file {stand_in.id} is empty now; its text is there.")
    for version in _loose(made, "version", "article", "article"):
        text = read(Version, dict(version)).text
        article = Article(
            id=version["article"],
            title=text.partition("\n")[0][:200],
            slug=f"salvaged-{version['article']}",
            scale=made.execute("SELECT id FROM scale ORDER BY key").fetchone()[0],
            added=version["added"],
        )
        made.execute(insertion(Article), row(article))
        lost.append(f"The article {article.id} is lost but for its text.")
    return lost


def _loose(made: sqlite3.Connection, child: str, column: str, parent: str) -> list[sqlite3.Row]:
    """List children whose parent is not there, one for each parent."""
    return made.execute(
        f"SELECT * FROM {child} WHERE {column} NOT IN (SELECT id FROM {parent}) GROUP BY {column}"  # noqa: S608
    ).fetchall()


def _drop_loose_ends(made: sqlite3.Connection) -> list[str]:
    """Leave out what belongs to something that is lost, until everything holds together."""
    textless = made.execute(
        "DELETE FROM article WHERE id NOT IN (SELECT article FROM version) RETURNING id"
    )
    lost = [f"The article {key} has lost its text." for (key,) in textless.fetchall()]
    while loose := made.execute("PRAGMA foreign_key_check").fetchall():
        for child, key, parent, _ in loose:
            gone = made.execute(f"DELETE FROM {child} WHERE key = ? RETURNING id", (key,))  # noqa: S608
            for (name,) in gone.fetchall():
                lost.append(f"The {child} {name} belongs to a {parent} that is lost.")
    return lost


def _count(made: sqlite3.Connection, name: str) -> int:
    return int(made.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - ours
