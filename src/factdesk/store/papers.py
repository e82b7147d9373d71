"""The question after everything that belongs to one article, for copies that leave the desk."""

import json
from collections.abc import Sequence

from factdesk.model.article import Article
from factdesk.model.desk import House
from factdesk.model.export import Export
from factdesk.model.hint import HintSettings
from factdesk.model.record import Id, Record
from factdesk.store.reading import Reading
from factdesk.store.rows import TYPES, table

#: What is the desk's own, and goes along with no article.
_OF_THE_DESK = {House, HintSettings}

#: No identity is longer.
_LONGEST_ID = 64


class PaperReading(Reading):
    """An article's records of every type there is, those of later schemas too."""

    def papers(self, article: Id) -> list[Record]:
        """Read the article, all that hangs on it or on its claims, and whatever these refer to.

        What was exported is not among it: the same article gives the same copy each time. Type by
        type, each in the order in which it came; what is damaged is missing.
        """
        owned = {kind: self._owned(kind, article) for kind in TYPES.values()}
        named = json.dumps(sorted({name for of in owned.values() for name in _names(of)}))
        return [
            record
            for kind, records in owned.items()
            for record in (records or self._referred_to(kind, named))
        ]

    def identities(self, kind: type[Record], wanted: Sequence[Id]) -> set[Id]:
        """Tell which of these records the desk has."""
        statement = f"SELECT id FROM {table(kind)} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
        return {row[0] for row in self._rows(statement, (json.dumps(wanted),))}

    def _owned(self, kind: type[Record], article: Id) -> list[Record]:
        if kind is Export:
            return []
        if kind is Article:
            return self._all(kind, "id = ?", article)
        if "article" in kind.model_fields:
            return self._all(kind, "article = ? ORDER BY key", article)
        if "claim" in kind.model_fields:
            of_claims = "claim IN (SELECT id FROM claim WHERE article = ?) ORDER BY key"
            return self._all(kind, of_claims, article)
        return []

    def _referred_to(self, kind: type[Record], named: str) -> list[Record]:
        if kind in _OF_THE_DESK or {"article", "claim"} & kind.model_fields.keys():
            return []
        return self._all(kind, "id IN (SELECT value FROM json_each(?)) ORDER BY key", named)


def _names(records: list[Record]) -> set[str]:
    """Collect all that may be the identity of another record."""
    return {
        value
        for record in records
        for value in record.__dict__.values()
        if isinstance(value, str) and len(value) <= _LONGEST_ID
    }
