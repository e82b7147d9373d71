"""How alike two places are, their surroundings included."""

from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from factdesk.model.span import Span
from factdesk.text.anchors import CONTEXT

_PLACE = 0.1  # the weight of standing in place
_RIVAL = 0.5  # from this likeness on
_PART = 75.0  # or where a part of the one is like the other that much, of 100
_SPEAKING = 16  # and that is not too short for it to mean anything, in code points


class Window(NamedTuple):
    """The words at a place with up to 32 code points on either side."""

    before: str
    words: str
    after: str


def window(text: str, span: Span) -> Window:
    """Cut out a place with its surroundings."""
    return Window(
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.start : span.stop],
        text[span.stop : span.stop + CONTEXT],
    )


def likeness(one: Window, other: Window, *, in_place: bool) -> float:
    """Compare two places: 1 is the same to the letter and in place; unrelated prose is below 0.35.

    Each code point weighs the same, so that of a long quote its words decide and of a short one
    its surroundings: another "12" elsewhere is little like this one. In place is what stands
    between the same neighbours; a corrected sentence is more like it was than a note that quotes
    how it read before.
    """
    lengths = [max(len(a), len(b)) for a, b in zip(one, other, strict=True)]
    same = (
        Levenshtein.normalized_similarity(a, b) * length
        for a, b, length in zip(one, other, lengths, strict=True)
    )
    return (1 - _PLACE) * sum(same) / max(1, sum(lengths)) + _PLACE * in_place


def is_rival(sentence: str, other: str) -> bool:
    """Tell whether one of two sentences might be the other, changed, or hold it, changed."""
    shorter = min(len(sentence), len(other))
    return Levenshtein.normalized_similarity(sentence, other, score_cutoff=_RIVAL) > 0 or (
        shorter >= _SPEAKING and fuzz.partial_ratio(sentence, other, score_cutoff=_PART) > 0
    )
