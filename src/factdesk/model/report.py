"""All that a report says, gathered, ordered and free of the store.

What the audience may not read is not in here: an exporter cannot leak what it was never given.
"""

from enum import StrEnum

from pydantic import SerializeAsAny

from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, Checker, Claim, Claimant, Note
from factdesk.model.desk import House
from factdesk.model.record import Record, Value
from factdesk.model.source import Evidence, Source, Visibility
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import Tick


class Audience(StrEnum):
    """Who will read the report."""

    INTERNAL = "internal"
    PUBLIC = "public"


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
    withheld: int = 0


class LeftOutClaim(Value):
    """A claim that the report does not print, and the reason in words."""

    reference: str
    reason: str


class Report(Value):
    """Everything about one article for one audience.

    ``findings`` follow the order of the text; ``sources`` are numbered from 1 in the order in which
    the findings cite them. ``papers`` are all records that the audience may have, each after those
    it refers to, where they were asked for; ``last_reference`` is the highest that was ever given.
    """

    audience: Audience
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
    made: str = ""
    papers: tuple[SerializeAsAny[Record], ...] = ()
    last_reference: int = 0
