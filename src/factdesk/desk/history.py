"""What a record was, who changed it and when; and bringing an earlier state back."""

import json
from typing import NamedTuple

from factdesk.errors import Refused
from factdesk.model.article import Original, Version
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit, changed
from factdesk.model.record import Id, Instant, Record
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import SignOff
from factdesk.store.journal import Entry
from factdesk.store.store import Store


class FieldChange(NamedTuple):
    """One field, before and after, as JSON values; None where the record was not there."""

    field: str
    before: object
    after: object


class Moment(NamedTuple):
    """One change in a record's life."""

    number: int
    title: str
    checker: str
    made: Instant
    changes: tuple[FieldChange, ...]


def of_record(store: Store, record: Id) -> list[Moment]:
    """Tell a record's life, the first change first."""
    names = {checker.id: checker.name for checker in store.checkers()}
    return [
        Moment(
            number, entry.title, names.get(entry.checker or "", ""), entry.made, fields_of(entry)
        )
        for number, entry in enumerate(store.history(record), 1)
    ]


def of_article(store: Store, article: Id) -> list[Moment]:
    """Tell an article's life, and which reports of it have left the desk, the first first."""
    written = (moment for one in store.exports(article) for moment in of_record(store, one.id))
    return sorted([*of_record(store, article), *written], key=lambda moment: moment.made)


def bring_back(store: Store, record: Id, number: int) -> Edit:
    """Plan to make a record what it was after its change of that number.

    Raises:
        Refused: if the record is of a kind that never changes, or is gone, or was not there then.
    """
    life = store.history(record)
    if not 1 <= number <= len(life) or life[number - 1].after is None:
        raise Refused("There is no such state to bring back.", "Choose one from the history.")
    now = store.record(life[-1].type, record)
    if now is None or isinstance(now, Version | Original | Verdict | SignOff):
        raise Refused("This cannot be brought back here.", "Undo, or do it anew.")
    then = type(now).model_validate_json(life[number - 1].after or "")
    return Edit("Bring back an earlier state", changed(now, _without_lost(store, then)))


def _without_lost(store: Store, then: Record) -> Record:
    """Leave out of a claim's earlier state what it refers to and is gone by now."""
    if not isinstance(then, Claim):
        return then
    references = {"parent": "claim", "claimant": "claimant", "assignee": "checker"}
    lost = {
        field: None
        for field, kind in references.items()
        if (key := getattr(then, field)) and store.record(kind, key) is None
    }
    return then.model_copy(update=lost)


def fields_of(entry: Entry) -> tuple[FieldChange, ...]:
    """Tell which fields a change of a record touched."""
    before = json.loads(entry.before) if entry.before else {}
    after = json.loads(entry.after) if entry.after else {}
    return tuple(
        FieldChange(field, before.get(field), after.get(field))
        for field in {**before, **after}
        if before.get(field) != after.get(field)
    )
