"""What every record is: immutable, with an identity that the program makes."""

import re
from datetime import UTC, date, datetime
from typing import Annotated, ClassVar
from uuid import uuid4

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

#: UUID text. Made here and never by the database, so that an undeleted claim is the same claim.
Id = str

#: UTC in ISO 8601, ending in Z.
Instant = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$")]

#: A day, month or year as it is known, never padded: ``1965``, ``2026-02``, ``2026-02-17``.
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
_PARTIAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


def new_id() -> Id:
    """Make an identity."""
    return str(uuid4())


def is_partial_date(text: str) -> bool:
    """Tell whether a text is a day, month or year that there is: 2026-02-30 only looks like one."""
    if not _PARTIAL.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def utc_now() -> Instant:
    """Tell the time to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Value(BaseModel):
    """Immutable and without identity: a part of a record."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Record(Value):
    """Immutable, with an identity of its own; a change replaces it whole."""

    #: Fields that the journal leaves out: they are large and never change.
    unjournalled: ClassVar[frozenset[str]] = frozenset()

    id: Id = Field(default_factory=new_id)
