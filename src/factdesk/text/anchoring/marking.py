"""A difference with places marked in it, as it is shown: one side, the other, or both at once."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from factdesk.model.span import Span
from factdesk.text.anchoring.difference import Op, Run


class Side(Enum):
    """What of a difference is shown."""

    OLD = frozenset({Op.EQUAL, Op.DELETE})
    NEW = frozenset({Op.EQUAL, Op.INSERT})
    BOTH = frozenset(Op)


class Mark(NamedTuple):
    """A place in one of the texts, under the name by which it is shown."""

    name: str
    span: Span


class Piece(NamedTuple):
    """Words that share a fate and stand in the same places; ``begun`` and ``ended`` are told once.

    A place that goes on after a gap begins anew. ``change`` counts what lies between words that
    stay, from 1; of those it tells how many changes came before.
    """

    op: Op
    moved: bool
    text: str
    names: frozenset[str] = frozenset()
    begun: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    change: int = 0


def pieces(
    runs: Iterable[Run],
    texts: tuple[str, str],
    marks: tuple[Iterable[Mark], Iterable[Mark]],
    side: Side = Side.BOTH,
) -> list[Piece]:
    """Cut a difference where places begin and end.

    Of what is shown of both sides, words that stay are marked with the places in the new text, and
    with those in the old one that are nowhere in the new.
    """
    old, new = tuple(marks[0]), tuple(marks[1])
    kept = {mark.name for mark in new}
    lost = () if side is Side.NEW else tuple(mark for mark in old if mark.name not in kept)
    covers = _Cover(old), _Cover(new), _Cover(lost)
    bare = [
        piece._replace(change=change)
        for run, change in _counted(runs)
        if run.op in side.value
        for piece in _cut(run, texts, covers, is_old=side is Side.OLD)
    ]
    return list(_told(bare))


def _counted(runs: Iterable[Run]) -> Iterator[tuple[Run, int]]:
    """Number the changes."""
    count, stays = 0, True
    for run in runs:
        count += stays and run.op is not Op.EQUAL
        stays = run.op is Op.EQUAL
        yield run, count


class _Cover:
    """Which places cover which part of a text."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        events = sorted(
            [(mark.span.start, 1, mark.name) for mark in marks]
            + [(mark.span.stop, -1, mark.name) for mark in marks]
        )
        self._borders: list[int] = [0]
        self._names: list[frozenset[str]] = [frozenset()]
        count: dict[str, int] = {}
        for border, step, name in events:
            count[name] = count.get(name, 0) + step
            names = frozenset(each for each in (*self._names[-1], name) if count[each])
            if border == self._borders[-1]:
                self._names[-1] = names
            else:
                self._borders.append(border)
                self._names.append(names)

    def at(self, position: int) -> frozenset[str]:
        """Name the places that a position lies in."""
        return self._names[bisect_right(self._borders, position) - 1]

    def borders(self, span: Span) -> list[int]:
        """Tell how far from its start a part of the text is to be cut."""
        first = bisect_right(self._borders, span.start)
        last = bisect_right(self._borders, span.stop - 1)
        return [border - span.start for border in self._borders[first:last]]


def _cut(
    run: Run, texts: tuple[str, str], covers: tuple[_Cover, _Cover, _Cover], *, is_old: bool
) -> Iterator[Piece]:
    """Cut a run; of one that stays both texts' places may be told."""
    in_old, in_new, lost = covers
    from_old = is_old or run.op is Op.DELETE
    span, text = (run.old, texts[0]) if from_old else (run.new, texts[1])
    told = [(in_old if from_old else in_new, span)]
    if run.op is Op.EQUAL and not is_old:
        told.append((lost, run.old))
    borders = {0, span.stop - span.start}.union(*(cover.borders(at) for cover, at in told))
    for start, stop in pairwise(sorted(borders)):
        names = frozenset().union(*(cover.at(at.start + start) for cover, at in told))
        yield Piece(run.op, run.moved, text[span.start + start : span.start + stop], names)


def _told(bare: list[Piece]) -> Iterator[Piece]:
    """Say of each piece which places begin and end with it."""
    none: frozenset[str] = frozenset()
    around = [none, *(piece.names for piece in bare), none]
    for number, piece in enumerate(bare):
        begun, ended = piece.names - around[number], piece.names - around[number + 2]
        yield piece._replace(begun=_in_order(begun), ended=_in_order(ended))


def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    """Order names by length first, as references count."""
    return tuple(sorted(names, key=lambda name: (len(name), name)))
