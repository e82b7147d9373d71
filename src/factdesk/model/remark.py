"""What the program remarks on an article: never a verdict, and no state is changed by it."""

from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from factdesk.model.record import Id, Instant, Record


class Remarked(StrEnum):
    """What sort of remark it is."""

    DIFFERS = "differs from evidence"
    ALTERED = "altered quote"
    ABSENT = "not in evidence"
    ARITHMETIC = "does not add up"
    LOCATOR = "missing locator"
    SINGLE = "single source"
    ONE_TEXT = "two sources, one text"
    TOO_NEW = "source newer than its access"
    TOO_OLD = "source older than what is claimed"
    SECONDARY = "secondary where a primary is named"
    UNARCHIVED = "unarchived link"


class Remark(NamedTuple):
    """A remark, in words for the screen.

    ``claim`` and ``reference`` are empty for one on the article itself. ``quote`` is what it is
    about; ``start`` and ``stop`` its place in the version, -1 where it stands in no text. ``other``
    is what the evidence says instead, ``evidence`` the pieces concerned.
    """

    sort: Remarked
    words: str
    claim: Id = ""
    reference: str = ""
    quote: str = ""
    start: int = -1
    stop: int = -1
    other: str = ""
    evidence: tuple[Id, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by when it is set aside: the same remark has the same key again."""
        return "|".join((self.sort, self.claim, self.quote, self.other, *self.evidence))


#: What cannot be so on both sides; the rest asks for more care.
CONTRADICTIONS = frozenset({Remarked.DIFFERS, Remarked.ALTERED, Remarked.ARITHMETIC})

#: What may block *final*; of archived copies and independent sources the policy speaks already.
BLOCKABLE = tuple(one for one in Remarked if one is not Remarked.UNARCHIVED)


class SetAside(Record):
    """A remark that somebody has looked at and set aside, with the reason.

    ``remark`` is the remark's key, ``words`` what it said that day. ``claim`` is None for a remark
    on the article itself.
    """

    article: Id
    claim: Id | None = None
    remark: str
    words: str
    reason: str = Field(min_length=1)
    checker: Id | None = None
    put_aside: Instant


class Weighed(NamedTuple):
    """A remark, and how it was set aside, if it was."""

    remark: Remark
    aside: SetAside | None = None

    @property
    def is_open(self) -> bool:
        """Whether it still counts."""
        return self.aside is None

    @property
    def contradicts(self) -> bool:
        """Whether it counts and something cannot be so."""
        return self.is_open and self.remark.sort in CONTRADICTIONS
