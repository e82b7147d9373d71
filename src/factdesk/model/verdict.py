"""Scales and their ratings as data, and the verdicts given with them."""

from enum import StrEnum

from pydantic import Field

from factdesk.model.record import Id, Instant, Record, Value
from factdesk.model.workflow import Confidence, Issue


class Place(StrEnum):
    """Where a rating stands among all scales, so that reports can count across them."""

    TRUE = "true"
    MOSTLY_TRUE = "mostly true"
    MIXED = "mixed"
    MOSTLY_FALSE = "mostly false"
    FALSE = "false"
    UNVERIFIABLE = "unverifiable"
    NOT_APPLICABLE = "not applicable"


class Rating(Value):
    """One step of a scale.

    ``value`` is None for a rating that stands off the scale: no export ever shows a number for it.
    ``light`` and ``dark`` are the hues (``#rrggbb``) for the two colour schemes. A retired rating
    is offered no more; verdicts that were given with it keep it.
    """

    code: str
    label: str
    definition: str
    value: int | None = None
    place: Place
    light: str
    dark: str
    glyph: str
    retired: bool = False


class Scale(Record):
    """An ordered set of ratings, best first. The identity of a shipped one is its plain name."""

    title: str
    language: str = "en"
    ratings: tuple[Rating, ...]
    public: bool = True

    @property
    def offered(self) -> tuple[Rating, ...]:
        """The ratings that can be given today."""
        return tuple(rating for rating in self.ratings if not rating.retired)

    def rating(self, code: str) -> Rating | None:
        """Find a rating by its code."""
        return next((rating for rating in self.ratings if rating.code == code), None)


class Basis(StrEnum):
    """Why the verdict was given."""

    INITIAL = "initial"
    REVISION = "revision"
    CORRECTION = "correction"
    VOTE = "vote"


class Verdict(Record):
    """A rating given to a claim, with its label as it read that day.

    ``number`` counts a claim's verdicts from 1: the current one is the last that was not withdrawn.
    Only ``withdrawn`` is ever set later; the rest never changes.
    """

    claim: Id
    number: int = Field(ge=1)
    scale: Id
    rating: str
    label: str
    value: int | None = None
    place: Place
    rationale: str = ""
    issues: tuple[Issue, ...] = ()
    confidence: Confidence | None = None
    basis: Basis = Basis.INITIAL
    checker: Id | None = None
    given: Instant
    withdrawn: Instant | None = None
