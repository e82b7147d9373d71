"""Quoted words, compared word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_QUOTED = re.compile(r"“([^”]{3,})”|\"([^\"]{3,})\"|„([^“”]{3,})[“”]|«([^»]{3,})»")
_WORD = re.compile(r"[\w'\u2019-]+")

#: How much of the words must be the same for an altered quote; less is another one.
_ALTERED = 0.6


class Quoted(NamedTuple):
    """Words in quote marks, without the marks."""

    start: int
    stop: int
    text: str


class Likeness(NamedTuple):
    """How words stand in a text: ``ratio`` 1 is to the letter, 0 not at all."""

    ratio: float
    difference: str = ""
    theirs: str = ""


def quoted(text: str) -> Iterator[Quoted]:
    """Find what stands in quote marks; a single word is a distance, not a quotation."""
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 0
        if len(_WORD.findall(match[group])) > 1:
            yield Quoted(match.start(group), match.end(group), match[group])


def likeness(quote: str, text: str) -> Likeness:
    """Find the words of a text that are most like a quote, and how they differ."""
    ours, places = _words(quote), list(_WORD.finditer(text))
    theirs = [_folded(place[0]) for place in places]
    best = _best_window([_folded(word) for word in ours], theirs)
    if best is None:
        return Likeness(0.0)
    begin, end = best
    window = [place[0] for place in places[begin:end]]
    ratio = SequenceMatcher(None, [_folded(word) for word in ours], theirs[begin:end]).ratio()
    if ratio < _ALTERED:
        return Likeness(0.0)
    passage = text[places[begin].start() : places[end - 1].end()]
    return Likeness(ratio, "" if ratio == 1 else _difference(ours, window), passage)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _folded(word: str) -> str:
    return word.casefold().replace("\u2019", "'")


def _best_window(ours: list[str], theirs: list[str]) -> tuple[int, int] | None:
    """Find the run of words that shares most with ours."""
    matcher = SequenceMatcher(None, theirs, ours, autojunk=False)
    blocks = [block for block in matcher.get_matching_blocks() if block.size]
    if not blocks:
        return None
    longest = max(blocks, key=lambda block: block.size)
    begin = max(0, longest.a - longest.b)
    reach = range(begin, min(len(theirs), begin + len(ours) + 2))
    near = [block for block in blocks if block.a in reach or block.a + block.size - 1 in reach]
    last = near[-1]
    rest = len(ours) - last.b - last.size  # words of ours behind the last that is shared
    return max(0, near[0].a - near[0].b), min(len(theirs), last.a + last.size + rest)


def _difference(ours: list[str], theirs: list[str]) -> str:
    """Show two runs of words as one: [-theirs-] where it was changed to {+ours+}."""
    parts = []
    folded = [_folded(word) for word in theirs], [_folded(word) for word in ours]
    for tag, a, b, c, d in SequenceMatcher(None, *folded, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(" ".join(ours[c:d]))
            continue
        if b > a:
            parts.append(f"[-{' '.join(theirs[a:b])}-]")
        if d > c:
            parts.append(f"{{+{' '.join(ours[c:d])}+}}")
    return " ".join(parts)
