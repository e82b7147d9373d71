"""Questions about what was done, when and by whom."""

from typing import NamedTuple

from factdesk.model.record import Id, Instant, Record
from factdesk.store.reading import Reading
from factdesk.store.rows import TYPES


class Entry(NamedTuple):
    """One change of one record: JSON before and after, None for a birth or a death."""

    type: str
    title: str
    checker: Id | None
    made: Instant
    before: str | None
    after: str | None


class JournalReading(Reading):
    """What the journal tells."""

    def history(self, record: Id) -> list[Entry]:
        """Tell every change of a record, the first first."""
        rows = self._rows(
            "SELECT type, title, checker, made, before, after "
            "FROM journal_change JOIN journal USING (seq) WHERE record = ? ORDER BY seq, position",
            (record,),
        )
        return [Entry(*row) for row in rows]

    def history_of_claim(self, claim: Id) -> list[tuple[Id, Entry]]:
        """Tell every change of a claim and of what hangs or hung on it, the first first."""
        rows = self._rows(
            "SELECT record, type, title, checker, made, before, after "
            "FROM journal_change JOIN journal USING (seq) "
            "WHERE record = :claim OR coalesce(after, before) ->> '$.claim' = :claim "
            "ORDER BY seq, position",
            {"claim": claim},
        )
        return [(row[0], Entry(*row[1:])) for row in rows]

    def names(self) -> dict[Id, str]:
        """Name all checkers, claimants and sources by their identity."""
        rows = self._rows(
            "SELECT id, name FROM checker UNION ALL SELECT id, name FROM claimant "
            "UNION ALL SELECT id, title FROM source"
        )
        return {row[0]: row[1] for row in rows}

    def record(self, kind: str, key: Id) -> Record | None:
        """Read any record by the name of its table and its identity."""
        return self._one(TYPES[kind], "id = ?", key)

    def edit_count(self) -> int:
        """Count the edits that were ever made."""
        return int(self._rows("SELECT count(*) FROM journal")[0][0])

    def worked_before(self, day: str) -> bool:
        """Tell whether articles lie here and the first edit was made before that day."""
        rows = self._rows(
            "SELECT (SELECT made FROM journal ORDER BY seq LIMIT 1) < ? "
            "AND EXISTS (SELECT 1 FROM article)",
            (day,),
        )
        return bool(rows[0][0])
