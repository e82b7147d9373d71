"""The only write in the program: an edit and its journal row, in one transaction."""

import sqlite3

from factdesk.errors import Conflict
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id, utc_now
from factdesk.store.database import translated
from factdesk.store.rows import before, deletion, insertion, journalled, replacement, row, table
from factdesk.store.transaction import transaction


def apply(connection: sqlite3.Connection, edit: Edit, checker: Id | None) -> int:
    """Write the edit; when this returns it is on the disk. Gives its number in the journal.

    Raises:
        Conflict: if a record is no longer as the edit found it.
        DeskUnusable: if the file or the disk refuses.
    """
    with translated(), transaction(connection):
        for change in edit.changes:
            _write(connection, change)
        return _journal(connection, edit, checker)


def _write(connection: sqlite3.Connection, change: Change) -> None:
    kind = type(change.record)
    if change.before is None:
        connection.execute(insertion(kind), row(change.record))
        return
    statement = deletion(kind) if change.after is None else replacement(kind)
    values = before(change.before) | (row(change.after) if change.after else {})
    if connection.execute(statement, values).rowcount != 1:
        raise Conflict(
            f"This {table(kind)} has been changed elsewhere meanwhile; nothing was written.",
            "Look at what is there now and do it again.",
        )


def _journal(connection: sqlite3.Connection, edit: Edit, checker: Id | None) -> int:
    entry = connection.execute(
        "INSERT INTO journal (title, checker, made) VALUES (?, ?, ?)",
        (edit.title, checker, utc_now()),
    ).lastrowid
    connection.executemany(
        "INSERT INTO journal_change (seq, position, type, record, before, after) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                *(entry, position, table(type(change.record)), change.record.id),
                *(journalled(change.before), journalled(change.after)),
            )
            for position, change in enumerate(edit.changes)
        ),
    )
    return entry or 0
