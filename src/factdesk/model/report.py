"""All that a report says, gathered, ordered and free of the store.

What the audience may not read is not in here: an exporter cannot leak what it was never given.
"""

from enum import StrEnum

from pydantic import SerializeAsAny

from factdesk.model.article import Article, Version
from factdesk.model.changes import Changes
from factdesk.model.claim import Anchor, Checker, Claim, Claimant, Note
from factdesk.model.desk import House
from factdesk.model.record import Record, Value
from factdesk.model.remark import Weighed
from factdesk.model.sheet import Signed
from factdesk.model.source import Evidence, Source, Visibility
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    SearchLog,
    Tick,
)


class Audience(StrEnum):
    """Who will read the report."""

    INTERNAL = "internal"
    PUBLIC = "public"


class Part(StrEnum):
    """The documents that are made of the same data."""

    REPORT = "report"
    COPY = "copy"
    MEMO = "memo"
    CHANGES = "changes"


class Citation(Value):
    """A piece of evidence and its source; `number` is that of the source in the report."""

    number: int
    evidence: Evidence
    source: Source

    @property
    def is_public(self) -> bool:
        """Whether the public may know that this source says this."""
        return self.evidence.visibility is Visibility.PUBLIC and not self.source.confidential


class Finding(Value):
    """A claim with all that belongs to it.

    ``anchors`` are its places in the report's version, in the order of the text; none of a claim
    that is orphaned. ``verdicts`` stand in the order in which they were given, ``verdict`` is the
    current one. ``withheld`` counts the evidence that this audience may not see.
    """

    claim: Claim
    anchors: tuple[Anchor, ...]
    claimant: Claimant | None = None
    verdict: Verdict | None = None
    verdicts: tuple[Verdict, ...] = ()
    evidence: tuple[Citation, ...] = ()
    notes: tuple[Note, ...] = ()
    ticks: tuple[Tick, ...] = ()
    proposals: tuple[ChangeProposal, ...] = ()
    queries: tuple[Query, ...] = ()
    contacts: tuple[ContactAttempt, ...] = ()
    searches: tuple[SearchLog, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    signoffs: tuple[Signed, ...] = ()
    remarks: tuple[Weighed, ...] = ()
    withheld: int = 0


#: Why a claim is left out of every report.
DAMAGED = "its record on the desk is damaged"


class LeftOutClaim(Value):
    """A claim that the report does not print, and the reason in words."""

    reference: str
    reason: str


class Report(Value):
    """Everything about one article for one audience.

    ``findings`` follow the order of the text; ``sources`` are numbered from 1 in the order in which
    the findings cite them. ``language`` is that of its fixed words. ``signoffs`` are those of the
    whole article; ``partial`` tells that the last was given although not everything was settled.
    ``remarks`` are the program's on the article itself, where they were asked for.
    ``changes`` are those since the article was checked, None where there are none.
    ``papers`` are all records that the audience may have, each after those it refers to, where they
    were asked for; ``last_reference`` is the highest that was ever given.
    """

    audience: Audience
    language: str = "en"
    house: House
    article: Article
    version: Version
    versions: int = 1
    original_media_type: str = ""
    scale: Scale
    scales: tuple[Scale, ...] = ()
    checkers: tuple[Checker, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOutClaim, ...] = ()
    sources: tuple[Source, ...] = ()
    signoffs: tuple[Signed, ...] = ()
    remarks: tuple[Weighed, ...] = ()
    changes: Changes | None = None
    partial: bool = False
    made: str = ""
    papers: tuple[SerializeAsAny[Record], ...] = ()
    last_reference: int = 0
