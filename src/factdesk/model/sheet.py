"""The claim at hand: one claim with all that is shown beside it, and what is wished for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from factdesk.model.claim import Anchor, Claim, Claimant, Note
from factdesk.model.record import Id
from factdesk.model.source import Evidence, Source, SourceClass, Stance
from factdesk.model.verdict import Scale, Verdict


class Cited(NamedTuple):
    """A piece of evidence with the source it comes from."""

    evidence: Evidence
    source: Source


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """A claim with everything its panel shows.

    ``anchors`` stand in the order of the text, ``verdicts`` and ``notes`` in the order in which
    they were given, ``evidence`` by its number. ``verdict`` is the current one. ``checkers`` gives
    the names of those who signed any of it.
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
