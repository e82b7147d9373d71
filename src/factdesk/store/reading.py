"""How the store reads: one statement, and records out of rows."""

import logging
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from factdesk.errors import FactdeskError, NotFound
from factdesk.model.record import Record
from factdesk.store.database import translated
from factdesk.store.rows import read, table

R = TypeVar("R", bound=Record)
Parameters = Sequence[Any] | Mapping[str, Any]

log = logging.getLogger(__name__)


class Damaged(FactdeskError):
    """A record on the desk cannot be read; the others are not concerned."""

    kind = "damaged_record"


class Reading:
    """A connection with the three ways in which all the store's questions are asked."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def _rows(self, statement: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        with translated():
            return self._connection.execute(statement, parameters).fetchall()

    def _one(self, record: type[R], condition: str, *parameters: object) -> R | None:
        """Read the first record for which the condition holds.

        Raises:
            Damaged: if its row does not hold such a record.
        """
        statement = f"SELECT * FROM {table(record)} WHERE {condition} LIMIT 1"  # noqa: S608 - ours
        rows = self._rows(statement, parameters)
        return self._record(record, rows[0]) if rows else None

    def _all(self, record: type[R], condition: str, *parameters: object) -> list[R]:
        """Read all records for which the condition holds; a damaged one never hides the others."""
        statement = f"SELECT * FROM {table(record)} WHERE {condition}"  # noqa: S608 - ours
        return list(self._whole(record, self._rows(statement, parameters)))

    def _whole(self, record: type[R], rows: list[sqlite3.Row]) -> Iterator[R]:
        for values in rows:
            try:
                yield self._record(record, values)
            except Damaged as error:
                log.warning("%s", error.message)

    @staticmethod
    def _record(record: type[R], values: sqlite3.Row) -> R:
        try:
            return read(record, dict(values))
        except ValueError as error:
            raise Damaged(
                f"The {table(record)} {values['id']} is damaged and cannot be read.",
                "Everything else is there; `factdesk desk check` names every damaged record.",
            ) from error


def found(record: R | None, what: str) -> R:
    """Insist on a record.

    Raises:
        NotFound: if there is none.
    """
    if record is None:
        raise NotFound(f"There is no {what} on this desk.", "`factdesk list` shows what there is.")
    return record
