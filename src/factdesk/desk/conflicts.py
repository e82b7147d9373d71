"""Two people changed one record: what of it is disputed, and the edit that holds both."""

from typing import NamedTuple

from factdesk.model.edit import Change, Edit, changed
from factdesk.model.record import Id, Record
from factdesk.store.store import Store


class Disputed(NamedTuple):
    """A field that both have changed, as each left it; ``theirs`` is None where all is gone."""

    record: Id
    kind: str
    field: str
    mine: object
    theirs: object


class Rebased(NamedTuple):
    """An edit put on top of what is there now: mine wins what is disputed."""

    edit: Edit
    disputed: tuple[Disputed, ...]


def rebase(store: Store, edit: Edit) -> Rebased:
    """Plan an edit anew on what others have made of its records meanwhile.

    What only one side has changed is taken from that side. A record that is gone stays gone.
    """
    changes: list[Change] = []
    disputed: list[Disputed] = []
    for change in edit.changes:
        now = store.record(type(change.record).__name__.lower(), change.record.id)
        if change.before is None or now is None:
            disputed += _gone(change) if change.before is not None else ()
            changes += [change] if change.before is None and now is None else []
        elif change.after is None:
            changes.append(Change(now, None))
        else:
            merged, fields = _merged(change.before, change.after, now)
            disputed += fields
            changes += changed(now, merged)
    return Rebased(Edit(edit.title, tuple(changes)), tuple(disputed))


def _gone(change: Change) -> list[Disputed]:
    """Dispute what was changed in a record that somebody else has removed."""
    if change.before is None or change.after is None:
        return []
    kind = type(change.record).__name__.lower()
    return [
        Disputed(change.record.id, kind, name, getattr(change.after, name), None)
        for name in type(change.after).model_fields
        if getattr(change.after, name) != getattr(change.before, name)
    ]


def _merged(before: Record, mine: Record, now: Record) -> tuple[Record, list[Disputed]]:
    fields: dict[str, object] = {}
    disputed: list[Disputed] = []
    kind = type(now).__name__.lower()
    for name in type(now).model_fields:
        was, wanted, is_now = (getattr(one, name) for one in (before, mine, now))
        if wanted != was:
            fields[name] = wanted
            if is_now not in (was, wanted):
                disputed.append(Disputed(now.id, kind, name, wanted, is_now))
    return now.model_copy(update=fields), disputed
