"""Where in the text the words stand that a proposed change is about."""

from collections.abc import Iterator

from factdesk.model.report import Finding
from factdesk.model.span import Span
from factdesk.model.workflow import ChangeProposal


def place_of(proposal: ChangeProposal, finding: Finding, text: str) -> Span | None:
    """Find the words within a place of the claim, else those next to its first place."""
    words = proposal.original.strip()
    if not words or not finding.anchors:
        return None
    for anchor in finding.anchors:
        if (at := text.find(words, anchor.start, anchor.stop)) >= 0:
            return Span(at, at + len(words))
    near = finding.anchors[0].start
    at = min(_all(words, text), key=lambda at: abs(at - near), default=-1)
    return Span(at, at + len(words)) if at >= 0 else None


def _all(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
