"""What two sequences have in common, in order, in nearly linear time.

Patience: elements that stand once on either side are paired first, the longest rising row of the
pairs is kept, and what lies between them is looked at in the same way.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

#: Up to so many pairs of elements the least edits are computed where nothing stands once.
_FEW = 1_000_000


class Match(NamedTuple):
    """A run that both have: ``old[old : old + length] == new[new : new + length]``."""

    old: int
    new: int
    length: int


class _Box(NamedTuple):
    """What is still to be compared: a range on either side."""

    old: int
    old_stop: int
    new: int
    new_stop: int


def common(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Match]:
    """Find the runs in common, in the order in which they stand on both sides."""
    found: list[Match] = []
    boxes = [_Box(0, len(old), 0, len(new))]
    while boxes:
        box = _trim(old, new, boxes.pop(), found)
        if box.old == box.old_stop or box.new == box.new_stop:
            continue
        fixed = _rising(_pairs(old, new, box))
        if fixed:
            found += (Match(*pair, 1) for pair in fixed)
            boxes += _between(box, fixed)
        elif (box.old_stop - box.old) * (box.new_stop - box.new) <= _FEW:
            found += _least_edits(old, new, box)
    return sorted(found)


def _trim(old: Sequence[Hashable], new: Sequence[Hashable], box: _Box, found: list[Match]) -> _Box:
    """Take off what is the same at both ends."""
    i, i_stop, j, j_stop = box
    while i < i_stop and j < j_stop and old[i] == new[j]:
        i, j = i + 1, j + 1
    while i < i_stop and j < j_stop and old[i_stop - 1] == new[j_stop - 1]:
        i_stop, j_stop = i_stop - 1, j_stop - 1
    if i > box.old:
        found.append(Match(box.old, box.new, i - box.old))
    if i_stop < box.old_stop:
        found.append(Match(i_stop, j_stop, box.old_stop - i_stop))
    return _Box(i, i_stop, j, j_stop)


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable], box: _Box) -> list[tuple[int, int]]:
    """Pair what stands once in the box on either side, in the order of the old side."""
    olds, news = old[box.old : box.old_stop], new[box.new : box.new_stop]
    here, there = Counter(olds), Counter(news)
    places = {element: box.new + j for j, element in enumerate(news)}
    return [
        (box.old + i, places[element])
        for i, element in enumerate(olds)
        if here[element] == 1 and there[element] == 1
    ]


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Keep the longest row of pairs that rises on the new side too."""
    ends: list[int] = []  # the least new place at which a row of each length ends
    last: list[int] = []  # which pair that is
    before: list[int] = []
    for index, (_, new) in enumerate(pairs):
        length = bisect_left(ends, new)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [new]
        last[length : length + 1] = [index]
    row: list[tuple[int, int]] = []
    index = last[-1] if last else -1
    while index >= 0:
        row.append(pairs[index])
        index = before[index]
    return row[::-1]


def _between(box: _Box, fixed: list[tuple[int, int]]) -> Iterator[_Box]:
    i, j = box.old, box.new
    for old, new in (*fixed, (box.old_stop, box.new_stop)):
        if old > i and new > j:
            yield _Box(i, old, j, new)
        i, j = old + 1, new + 1


def _least_edits(old: Sequence[Hashable], new: Sequence[Hashable], box: _Box) -> Iterator[Match]:
    olds, news = old[box.old : box.old_stop], new[box.new : box.new_stop]
    for i, j, length in Indel.opcodes(olds, news).as_matching_blocks():
        if length:
            yield Match(box.old + i, box.new + j, length)
