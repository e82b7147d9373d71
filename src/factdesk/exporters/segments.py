"""The article cut where claims begin and end, so that any format can show overlapping places."""

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from factdesk.model.claim import Anchor
from factdesk.model.report import Finding, Report
from factdesk.model.span import Block, Span


class Mark(NamedTuple):
    """A place of a claim; ``first`` is told where it is the claim's first one in the text."""

    finding: Finding
    anchor: Anchor
    first: bool


class Segment(NamedTuple):
    """A run of text that the same places cover; those that begin and end with it are named."""

    text: str
    start: int
    marks: tuple[Mark, ...] = ()
    begun: tuple[Mark, ...] = ()
    ended: tuple[Mark, ...] = ()


class Passage(NamedTuple):
    """A block of the article in segments, and the claims whose first place begins in it."""

    block: Block
    segments: tuple[Segment, ...]
    findings: tuple[Finding, ...]


def passages(report: Report, cuts: Iterable[int] = ()) -> Iterator[Passage]:
    """Give the article block by block; its segments also end at the cuts."""
    by_block, cuts = _by_block(report), sorted(cuts)
    for index, block in enumerate(report.version.blocks):
        marks = by_block.get(index, [])
        first = (mark.finding for mark in marks if mark.first and _begins(mark, block))
        within = cuts[bisect_right(cuts, block.start) : bisect_left(cuts, block.stop)]
        segments = _segments(report.version.text, block, marks, within)
        yield Passage(block, tuple(segments), tuple(first))


def _begins(mark: Mark, block: Block) -> bool:
    return block.start <= mark.anchor.start < block.stop


def _by_block(report: Report) -> dict[int, list[Mark]]:
    """Find the places that each block has a part of, in the order of the text."""
    found: dict[int, list[Mark]] = {}
    blocks = report.version.blocks
    for finding in report.findings:
        for nth, anchor in enumerate(finding.anchors):
            mark = Mark(finding, anchor, first=nth == 0)
            index = report.version.block_at(anchor.span)
            while index is not None and index < len(blocks):
                if blocks[index].start >= anchor.stop:
                    break
                found.setdefault(index, []).append(mark)
                index += 1
    for marks in found.values():
        marks.sort(
            key=lambda mark: (mark.anchor.start, -mark.anchor.stop, mark.finding.claim.number)
        )
    return found


def _segments(text: str, block: Block, marks: list[Mark], cuts: Iterable[int]) -> Iterator[Segment]:
    places = [(mark, _within(mark.anchor.span, block)) for mark in marks]
    borders = sorted({*block.span, *cuts, *(at for _, place in places for at in place)})
    waiting, covering = deque(places), list[tuple[Mark, Span]]()
    for start, stop in pairwise(borders):
        while waiting and waiting[0][1].start <= start:
            covering.append(waiting.popleft())
        covering = [(mark, place) for mark, place in covering if place.stop > start]
        here = tuple(mark for mark, _ in covering)
        yield Segment(
            text[start:stop],
            start,
            here,
            tuple(mark for mark in here if mark.anchor.start == start),
            tuple(mark for mark in here if mark.anchor.stop == stop),
        )


def _within(span: Span, block: Block) -> Span:
    return Span(max(span.start, block.start), min(span.stop, block.stop))
