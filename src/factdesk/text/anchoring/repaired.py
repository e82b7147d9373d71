"""A text with its broken encoding repaired, which knows where everything stands in the broken one.

"Epsteinâ€™s" is UTF-8 that was read as Windows-1252. Once a house has repaired it, almost every
sentence has changed in letters and none in words; so texts are aligned as they would be repaired.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from factdesk.model.span import Span

_FOLLOWING = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
_BROKEN = re.compile(
    f"[\u00c2-\u00df]{_FOLLOWING}|[\u00e0-\u00ef]{_FOLLOWING}{{2}}|[\u00f0-\u00f4]{_FOLLOWING}{{3}}"
)


class _Repair(NamedTuple):
    """A broken run and the character that it should have been."""

    broken: Span
    right: str


class Repaired:
    """A text as it would be repaired; one in which nothing is broken is itself."""

    def __init__(self, broken: str) -> None:
        repairs = list(_repairs(broken))
        self.text = _applied(broken, repairs)
        self._starts = [repair.broken.start for repair in repairs]
        self._stops = [repair.broken.stop for repair in repairs]
        self._shrunk = [0]  # by how much the text is shorter after so many repairs
        for start, stop in zip(self._starts, self._stops, strict=True):
            self._shrunk.append(self._shrunk[-1] + stop - start - 1)
        self._places = [
            start - less for start, less in zip(self._starts, self._shrunk, strict=False)
        ]

    def inward(self, span: Span) -> Span:
        """Translate a place of the broken text; half a repaired character means all of it."""
        if not self._starts:
            return span
        return Span(self._inward(span.start, 0), self._inward(span.stop, 1))

    def outward(self, span: Span) -> Span:
        """Translate a place of the repaired text."""
        if not self._starts:
            return span
        return Span(*(place + self._shrunk[bisect_left(self._places, place)] for place in span))

    def _inward(self, position: int, end: int) -> int:
        index = bisect_right(self._starts, position - end)
        if index and position < self._stops[index - 1] + end:
            return self._places[index - 1] + end
        return position - self._shrunk[index]


def _repairs(text: str) -> Iterator[_Repair]:
    for match in _BROKEN.finditer(text):
        try:
            right = b"".join(map(_byte, match[0])).decode()
        except UnicodeDecodeError:
            continue
        yield _Repair(Span(*match.span()), right)


def _byte(character: str) -> bytes:
    if ord(character) < 256:
        return bytes([ord(character)])
    return character.encode("cp1252")


def _applied(text: str, repairs: list[_Repair]) -> str:
    parts: list[str] = []
    position = 0
    for repair in repairs:
        parts += (text[position : repair.broken.start], repair.right)
        position = repair.broken.stop
    return "".join((*parts, text[position:])) if parts else text
