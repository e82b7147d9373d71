"""The claim at hand: one claim with all that is shown beside it, and what is wished for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factdesk.model.article import Mode
from factdesk.model.claim import Anchor, Claim, Claimant, Note, WorkState
from factdesk.model.desk import House
from factdesk.model.record import Id, Instant, PartialDate
from factdesk.model.remark import Weighed
from factdesk.model.source import Evidence, Source, SourceClass, Stance, Visibility
from factdesk.model.span import Span
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    Role,
    Rule,
    SearchLog,
    SignOff,
    Tick,
    Vote,
)


class Cited(NamedTuple):
    """A piece of evidence with the source it comes from."""

    evidence: Evidence
    source: Source


class Missing(NamedTuple):
    """Something that a claim still needs; the rule it can be exempted from, if there is one."""

    words: str
    rule: Rule | None = None


class Signed(NamedTuple):
    """A sign-off, and whether what it covers is still as it was."""

    signoff: SignOff
    valid: bool


class Hindrance(NamedTuple):
    """What stands before a sign-off, in words, and at which claim."""

    words: str
    claim: Id


class Relative(NamedTuple):
    """A part of a compound claim, or the claim it is a part of."""

    claim: Id
    reference: str
    words: str


class Occurrence(NamedTuple):
    """A place where the very words of a claim stand, with the words around it."""

    span: Span
    before: str
    words: str
    after: str


class LifeEvent(NamedTuple):
    """One change in the life of a claim or of a part of it, in words.

    ``number`` counts the changes of that record; 0 where it cannot be brought back.
    """

    made: Instant
    checker: str
    title: str
    words: tuple[str, ...]
    record: Id
    number: int = 0


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A claim with everything its panel shows.

    ``anchors`` stand in the order of the text, ``evidence`` by its number, all else in the order
    in which it came. ``verdict`` is the current one, ``offered`` are the states that may follow and
    ``missing`` is what *final* still needs. ``questions`` are those of its kind, and others
    that were ticked; ``remarks`` are those that are known so far. ``checkers`` gives the names of
    all who work here; ``checker`` is who sits at the desk, with their ``roles``. Of an
    ``outdated`` claim the words have changed since the verdict was given.
    """

    claim: Claim
    anchors: tuple[Anchor, ...]
    scale: Scale
    claimant: Claimant | None = None
    verdict: Verdict | None = None
    verdicts: tuple[Verdict, ...] = ()
    evidence: tuple[Cited, ...] = ()
    notes: tuple[Note, ...] = ()
    checkers: Mapping[Id, str] = field(default_factory=dict)
    checker: Id | None = None
    roles: tuple[Role, ...] = ()
    mode: Mode = Mode.CLAIM_REVIEW
    house: House = field(default_factory=lambda: House(id="house"))
    offered: tuple[WorkState, ...] = ()
    missing: tuple[Missing, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    searches: tuple[SearchLog, ...] = ()
    contacts: tuple[ContactAttempt, ...] = ()
    queries: tuple[Query, ...] = ()
    proposals: tuple[ChangeProposal, ...] = ()
    votes: tuple[Vote, ...] = ()
    questions: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    signoffs: tuple[Signed, ...] = ()
    remarks: tuple[Weighed, ...] = ()
    parts: tuple[Relative, ...] = ()
    whole: Relative | None = None
    outdated: bool = False

    @property
    def quote(self) -> str:
        """The words of the first place; empty for a claim without one."""
        return self.anchors[0].exact if self.anchors else ""

    @property
    def earlier_verdicts(self) -> tuple[Verdict, ...]:
        """All verdicts but the current one, the latest first."""
        return tuple(verdict for verdict in reversed(self.verdicts) if verdict != self.verdict)

    def signed(self, checker: Id | None) -> str:
        """Tell the name of who signed, or nothing."""
        return self.checkers.get(checker, "") if checker else ""


class CiteWish(NamedTuple):
    """A piece of evidence as the checker asks for it, of a source known or new.

    ``source`` is the identity of a known source, empty for one that is to be made of the rest.
    ``evidence`` is the identity of the piece that is to be replaced, empty for a new one.
    ``accessed`` is today where nothing is said. What is confidential is so for both.
    """

    title: str
    url: str
    stance: Stance
    source: Id = ""
    evidence: Id = ""
    container: str = ""
    quote: str = ""
    locator: str = ""
    source_class: SourceClass | None = None
    confidential: bool = False
    archive_url: str = ""
    visibility: Visibility = Visibility.PUBLIC
    independence: str = ""
    note: str = ""
    accessed: PartialDate | None = None
