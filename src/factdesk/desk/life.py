"""The life of a claim in words: what changed of it and of all that hangs on it, and who did it."""

from collections import Counter
from collections.abc import Mapping

from factdesk.desk.history import FieldChange, fields_of
from factdesk.model.claim import Claim
from factdesk.model.record import Id
from factdesk.model.sheet import LifeEvent
from factdesk.store.journal import Entry
from factdesk.store.rows import TYPES
from factdesk.store.store import Store

#: What nobody wants to read of a record.
_SILENT = {
    *("id", "claim", "article", "version", "key", "number", "marked", "added", "given", "signed"),
    *("searched", "made", "asked", "proposed", "granted", "written", "value", "scale", "sha256"),
    *(
        "put_aside",
        "ticked",
        "remark",
        "prefix",
        "suffix",
        "start",
        "stop",
        "answered",
        "decided",
        "basis",
        "checker",
        "role",
    ),
}

#: The kinds of record whose earlier states can be brought back.
_COMING_BACK = {"claim", "evidence", "changeproposal", "contactattempt", "query", "searchlog"}

_LONGEST = 160


def of_claim(store: Store, claim: Claim) -> list[LifeEvent]:
    """Tell the life of a claim, the latest change first."""
    names = store.names()
    counted: Counter[Id] = Counter()
    events = []
    for record, entry in store.history_of_claim(claim.id):
        counted[record] += 1
        events.append(_event(record, counted[record], entry, names))
    return events[::-1]


def _event(record: Id, number: int, entry: Entry, names: Mapping[Id, str]) -> LifeEvent:
    words = tuple(
        f"{change.field.replace('_', ' ')}: {_change(change.before, change.after, names)}"
        for change in fields_of(entry)
        if change.field not in _SILENT and not _goes_without_saying(entry, change)
    )
    comes_back = entry.type in _COMING_BACK and entry.after is not None
    return LifeEvent(
        made=entry.made,
        checker=names.get(entry.checker or "", ""),
        title=entry.title,
        words=words,
        record=record,
        number=number if comes_back else 0,
    )


def _goes_without_saying(entry: Entry, change: FieldChange) -> bool:
    """Tell whether a record came, or went, with what every such record has."""
    if not (change.before or change.after):
        return True
    default = TYPES[entry.type].model_fields[change.field].default
    return entry.before is None and change.after == default


def _change(before: object, after: object, names: Mapping[Id, str]) -> str:
    told = _value(after, names)
    return f"{_value(before, names)} → {told}" if before not in (None, "", []) else told


def _value(value: object, names: Mapping[Id, str]) -> str:
    if value in (None, "", []):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    words = names.get(value, value) if isinstance(value, str) else str(value)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
