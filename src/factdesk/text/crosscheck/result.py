"""What a comparison ends in."""

from enum import StrEnum
from typing import NamedTuple


class Outcome(StrEnum):
    """Whether the evidence says the same."""

    FOUND = "found"
    DIFFERS = "differs"
    ABSENT = "not there"


class Check(NamedTuple):
    """A place of the claim, and what the evidence has for it.

    ``quote`` is ``claim[start:stop]``; ``other`` is what the evidence says instead, empty where it
    says nothing; ``why`` is in words for the screen. For quoted words ``why`` shows the difference
    as [-theirs-] and {+ours+}.
    """

    kind: str
    start: int
    stop: int
    quote: str
    outcome: Outcome
    other: str = ""
    why: str = ""
