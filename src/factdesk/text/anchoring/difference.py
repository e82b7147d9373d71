"""What has changed between two texts, word by word."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from factdesk.model.span import Span
from factdesk.text.anchoring.aligning import align
from factdesk.text.anchoring.alignment import Kept

#: A number that a text begins or ends with, or the part of one that goes on beyond it.
_HEAD = re.compile(r"[.,\u2019']?\d(?:[.,\u2019']?\d)*")
_TAIL = re.compile(r"\d(?:[.,\u2019']?\d)*[.,\u2019']?$")


class Op(StrEnum):
    """What has become of a run of words."""

    EQUAL = "equal"
    DELETE = "delete"
    INSERT = "insert"


class Run(NamedTuple):
    """A run of code points in both texts; of a deletion the new place is empty, and so on.

    ``moved`` tells of whole sentences that were taken from one place to another: they are deleted
    here and inserted there.
    """

    op: Op
    old: Span
    new: Span
    moved: bool = False


def difference(old: str, new: str) -> list[Run]:
    """Tell what has changed, in the order of the texts; a deletion comes before an insertion.

    Quote marks, dashes and spaces in another style are changes too. Of a number of which a part
    has changed all has: ``1,350`` has become ``1,450``, not ``350`` ``450``.
    """
    sides = align(old, new)
    away = [Span(run.old, run.old + run.length) for run in sides.moved]
    come = sorted(Span(run.new, run.new + run.length) for run in sides.moved)
    i = j = 0
    found: list[Run] = []
    for kept in (*sides.kept, Kept(len(old), len(new), 0)):
        found += _change(Span(i, kept.old), Span(j, kept.new))
        found += _restyled(old, new, kept)
        i, j = kept.old + kept.length, kept.new + kept.length
    whole = _ordered(_with_whole_numbers(_ordered(found), old, new))
    return [part for run in whole for part in _told_apart(run, away, come)]


def _with_whole_numbers(runs: Iterable[Run], old: str, new: str) -> Iterator[Run]:
    """Give to a change the digits on its borders that are one number with its own."""
    for run in runs:
        if run.op is not Op.EQUAL:
            yield run
            continue
        text = old[run.old.start : run.old.stop]
        borders = ((old, run.old), (new, run.new))
        head, tail = _HEAD.match(text), _TAIL.search(text)
        begins, ends = 0, len(text)
        if head and any(
            _TAIL.search(side[max(0, at.start - 2) : at.start]) for side, at in borders
        ):
            begins = head.end()
        if tail and any(_HEAD.match(side[at.stop : at.stop + 2]) for side, at in borders):
            ends = max(begins, tail.start())
        kept = Kept(run.old.start, run.new.start, len(text))
        yield from _change(*_spans(kept, 0, begins))
        if begins < ends:
            yield Run(Op.EQUAL, *_spans(kept, begins, ends))
        yield from _change(*_spans(kept, ends, len(text)))


def _told_apart(run: Run, away: list[Span], come: list[Span]) -> Iterator[Run]:
    """Part a change into what has moved and what has not."""
    if run.op is Op.EQUAL:
        yield run
        return
    whole, moved = (run.old, away) if run.op is Op.DELETE else (run.new, come)
    position = whole.start
    first, last = (bisect_left(moved, Span(border, border)) for border in whole)
    for piece in moved[first:last]:
        yield from _changed(run, Span(position, piece.start))
        yield from _changed(run, piece, moved=True)
        position = piece.stop
    yield from _changed(run, Span(position, whole.stop))


def _changed(run: Run, place: Span, *, moved: bool = False) -> Iterator[Run]:
    if place.start < place.stop:
        at_old, at_new = (place, run.new) if run.op is Op.DELETE else (run.old, place)
        yield Run(run.op, at_old, at_new, moved)


def _change(old: Span, new: Span) -> Iterator[Run]:
    if old.start < old.stop:
        yield Run(Op.DELETE, old, Span(new.start, new.start))
    if new.start < new.stop:
        yield Run(Op.INSERT, Span(old.stop, old.stop), new)


def _restyled(old: str, new: str, kept: Kept) -> Iterator[Run]:
    """Part a run that is kept but for its typography into what is the same and what is not."""
    if kept.length and old.startswith(new[kept.new : kept.new + kept.length], kept.old):
        yield Run(Op.EQUAL, *_spans(kept, 0, kept.length))
        return
    same = (old[kept.old + n] == new[kept.new + n] for n in range(kept.length))
    position = 0
    for is_same, group in groupby(same):
        stop = position + sum(1 for _ in group)
        here, there = _spans(kept, position, stop)
        if is_same:
            yield Run(Op.EQUAL, here, there)
        else:
            yield from _change(here, there)
        position = stop


def _spans(kept: Kept, start: int, stop: int) -> tuple[Span, Span]:
    return Span(kept.old + start, kept.old + stop), Span(kept.new + start, kept.new + stop)


def _ordered(runs: Iterable[Run]) -> Iterator[Run]:
    """Join runs of a kind, so that between two equal runs there is one deletion, one insertion."""
    for is_equal, group in groupby(runs, key=lambda run: run.op is Op.EQUAL):
        part = list(group)
        old = Span(part[0].old.start, part[-1].old.stop)
        new = Span(part[0].new.start, part[-1].new.stop)
        if is_equal:
            yield Run(Op.EQUAL, old, new)
        else:
            yield from _change(old, new)
