"""How much of a text is covered by claims, counted in sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from factdesk.model.article import Version
from factdesk.model.span import BlockKind, Span
from factdesk.text.sentences import sentences

_READ = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM, BlockKind.DEK}


class Coverage(NamedTuple):
    """How many sentences there are, and those that no claim touches, in the order of the text."""

    sentences: int
    unmarked: tuple[Span, ...]

    @property
    def covered(self) -> int:
        """How many sentences a claim touches."""
        return self.sentences - len(self.unmarked)


def sentences_of(version: Version) -> list[Span]:
    """List the sentences of what is read: headings, captions and tables are left out."""
    text = version.text
    return [
        Span(block.start + start, block.start + stop)
        for block in version.blocks
        if block.kind in _READ
        for start, stop in sentences(text[block.start : block.stop])
    ]


def coverage(said: Sequence[Span], places: Sequence[Span]) -> Coverage:
    """Find the sentences that no place touches; both lists in the order of the text."""
    touched = [False] * len(said)
    starts = [sentence.start for sentence in said]
    for place in places:
        at = max(0, bisect_left(starts, place.start + 1) - 1)
        while at < len(said) and said[at].start < place.stop:
            touched[at] |= said[at].touches(place)
            at += 1
    unmarked = (
        sentence for sentence, is_touched in zip(said, touched, strict=True) if not is_touched
    )
    return Coverage(len(said), tuple(unmarked))
