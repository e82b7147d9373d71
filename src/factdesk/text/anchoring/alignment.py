"""What of an old text is kept in a new one, and where."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from factdesk.model.span import Span

_WORD = re.compile(r"\w+")


class Kept(NamedTuple):
    """A run of code points that stands in both texts."""

    old: int
    new: int
    length: int

    @property
    def shift(self) -> int:
        """By how much it has moved."""
        return self.new - self.old

    def holds(self, span: Span) -> bool:
        """Tell whether a place of the old text lies wholly in it."""
        return self.old <= span.start and span.stop <= self.old + self.length


@dataclass(frozen=True)
class Alignment:
    """Two texts side by side, compared without their typography.

    ``kept`` is in order on both sides; ``moved`` are whole sentences kept elsewhere, in the order
    of the old text. ``lone_old`` and ``lone_new`` are the sentences that have no equal on the other
    side, ``left`` and ``entered`` those that are kept elsewhere, one by one.
    """

    old: str
    new: str
    plain_old: str
    plain_new: str
    kept: list[Kept]
    moved: list[Kept]
    lone_old: list[Span]
    lone_new: list[Span]
    left: list[Span]
    entered: list[Span]

    def around(self, span: Span) -> Kept | None:
        """Find the run that a place lies in wholly, if there is one."""
        for runs, starts in ((self.kept, self._kept_old), (self.moved, self._moved_old)):
            index = bisect_right(starts, span.start) - 1
            if index >= 0 and runs[index].holds(span):
                return runs[index]
        return None

    def project(self, position: int) -> int:
        """Tell where a position of the old text would be: in its run, or after the one before."""
        return _project(position, self._kept_old, self._kept_new, self.kept)

    def project_back(self, position: int) -> int:
        """Tell where a position of the new text would have been."""
        return _project(position, self._kept_new, self._kept_old, self.kept)

    def counterpart(self, span: Span) -> Span:
        """Tell what stands in the new text between what is kept around a place; may be empty."""
        start = self.project(span.start)
        index = bisect_right(self._kept_old, span.stop - 1) - 1
        if index >= 0 and span.stop <= self.kept[index].old + self.kept[index].length:
            return Span(start, max(start, span.stop + self.kept[index].shift))
        stop = self.kept[index + 1].new if index + 1 < len(self.kept) else len(self.new)
        return Span(start, max(start, stop))

    def words_gone(self, span: Span) -> list[str]:
        """Give the words, or parts of them, of a place in the old text that are not in the new."""
        return _words(self.old, _uncovered(span, self._all_old))

    def words_fresh(self, span: Span) -> list[str]:
        """Give the words, or parts of them, of a place in the new text that were not in the old."""
        return _words(self.new, _uncovered(span, self._all_new))

    @cached_property
    def gone(self) -> list[Span]:
        """What of each sentence of the old text is not in the new one, where that is most."""
        return list(_stretches(self.old, self.lone_old, self._all_old))

    @cached_property
    def fresh(self) -> list[Span]:
        """What of each sentence of the new text was not in the old one, where that is most."""
        return list(_stretches(self.new, self.lone_new, self._all_new))

    @cached_property
    def others_old(self) -> list[Span]:
        """The sentences of the old text that are not kept in their place, in order."""
        return sorted((*self.lone_old, *self.left))

    @cached_property
    def others_new(self) -> list[Span]:
        """The sentences of the new text that are not kept in their place, in order."""
        return sorted((*self.lone_new, *self.entered))

    @cached_property
    def _all_old(self) -> list[Span]:
        return sorted(Span(run.old, run.old + run.length) for run in (*self.kept, *self.moved))

    @cached_property
    def _all_new(self) -> list[Span]:
        return sorted(Span(run.new, run.new + run.length) for run in (*self.kept, *self.moved))

    @cached_property
    def _kept_old(self) -> list[int]:
        return [run.old for run in self.kept]

    @cached_property
    def _kept_new(self) -> list[int]:
        return [run.new for run in self.kept]

    @cached_property
    def _moved_old(self) -> list[int]:
        return [run.old for run in self.moved]


def _project(position: int, froms: list[int], tos: list[int], runs: list[Kept]) -> int:
    index = bisect_right(froms, position) - 1
    if index < 0:
        return 0
    return tos[index] + min(position - froms[index], runs[index].length)


def _stretches(text: str, sentences: list[Span], runs: list[Span]) -> Iterator[Span]:
    """Give of each sentence the stretch from its first to its last word that no run covers."""
    for sentence in sentences:
        parts = [part for part in _uncovered(sentence, runs) if _letters(text, [part])]
        if parts:
            stretch = Span(parts[0].start, parts[-1].stop)
            if 2 * _letters(text, parts) > _letters(text, [stretch]):
                yield stretch


def _uncovered(span: Span, runs: list[Span]) -> list[Span]:
    parts, position = [], span.start
    for start, stop in (*_touching(span, runs), Span(span.stop, span.stop)):
        if start > position:
            parts.append(Span(position, start))
        position = max(position, stop)
    return parts


def _words(text: str, parts: Iterable[Span]) -> list[str]:
    return [word for part in parts for word in _WORD.findall(text, *part)]


def _letters(text: str, parts: Iterable[Span]) -> int:
    return sum(map(len, _words(text, parts)))


def _touching(span: Span, runs: list[Span]) -> Iterator[Span]:
    index = max(0, bisect_right(runs, span) - 1)
    while index < len(runs) and runs[index].start < span.stop:
        if runs[index].stop > span.start:
            yield runs[index]
        index += 1
