"""An edit is data: saving, undoing, refreshing views and history are made from this alone."""

from dataclasses import dataclass

from factdesk.model.record import Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record, before and after. No before: a birth; no after: a death."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record as it is after the change, or as it last was.

        Raises:
            ValueError: if the change holds neither side.
        """
        record = self.after or self.before
        if record is None:
            raise ValueError("a change has a before or an after")
        return record


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that stand or fall together, under the name the user knows them by."""

    title: str
    changes: tuple[Change, ...]

    def inverse(self) -> "Edit":
        """Make the edit that takes this one back."""
        return Edit(
            self.title,
            tuple(Change(change.after, change.before) for change in reversed(self.changes)),
        )


def birth(record: Record) -> Change:
    """Bring a record into being."""
    return Change(None, record)


def death(record: Record) -> Change:
    """Take a record away."""
    return Change(record, None)


def changed(before: Record, after: Record) -> tuple[Change, ...]:
    """Turn a record into another; nothing where it is the same."""
    return (Change(before, after),) if after != before else ()
