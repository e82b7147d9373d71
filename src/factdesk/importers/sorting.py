"""Blocks of a document while it is decided which of them are the story."""

from collections.abc import Iterable
from dataclasses import dataclass

from factdesk.importers.base import DraftBlock, DraftLeftOut
from factdesk.model.span import BlockKind


@dataclass(slots=True)
class Candidate:
    """A block that may be of the story: kept as long as it has no reason to go."""

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    reason: str = ""

    def leave_out(self, reason: str) -> None:
        """Take it out; the first reason stays."""
        self.reason = self.reason or reason


def sort_out(candidates: Iterable[Candidate]) -> tuple[list[DraftBlock], list[DraftLeftOut]]:
    """Part the kept from the left out, which remember where they stood."""
    kept: list[DraftBlock] = []
    left_out: list[DraftLeftOut] = []
    for each in candidates:
        if each.reason:
            left_out.append(DraftLeftOut(each.kind, each.text, each.reason, len(kept)))
        else:
            kept.append(DraftBlock(each.kind, each.text))
    return kept, left_out
