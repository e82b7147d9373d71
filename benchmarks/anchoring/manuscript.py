"""A text of which every piece knows where it comes from, however it is edited."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from factdesk.model.span import Span
from factdesk.text.canonical import SEPARATOR, canonical
from factdesk.text.sentences import sentences


class Piece(NamedTuple):
    """Some words. ``old`` is where they stood, or what they stand for; None: they are new."""

    text: str
    old: Span | None
    exact: bool = True


Sentence = list[Piece]
Paragraph = list[Sentence]


class Fate(NamedTuple):
    """What truly became of a claim.

    ``place`` is where it is now, None if it is gone; ``same_words`` whether its words are the same
    and stand together; ``little`` whether it stands together and not more than half was cut.
    """

    place: Span | None
    same_words: bool
    little: bool = True


@dataclass
class Manuscript:
    """Paragraphs of sentences of pieces."""

    paragraphs: list[Paragraph]

    def text(self) -> str:
        """Give the whole text."""
        return "".join(piece.text for piece in self.pieces())

    def pieces(self) -> Iterator[Piece]:
        """Give all pieces in order, with those that stand between sentences."""
        last: Sentence | None = None
        for paragraph in filter(None, self.paragraphs):
            between = SEPARATOR
            for sentence in paragraph:
                if last is not None:
                    yield _between(last, sentence, between)
                yield from sentence
                last, between = sentence, " "

    def settle(self) -> str:
        """Take the text as it is for the old one; every piece comes from where it stands now."""
        position, last = 0, None
        for paragraph in filter(None, self.paragraphs):
            between = SEPARATOR
            for sentence in paragraph:
                position += len(between) if last is not None else 0
                words = told(sentence)
                sentence[:] = [Piece(words, Span(position, position + len(words)))]
                position += len(words)
                last, between = sentence, " "
        return self.text()

    def fates(self, old: str, places: list[Span]) -> list[Fate]:
        """Tell what has become of places of the old text."""
        position, placed = 0, []
        for piece in self.pieces():
            placed.append((Span(position, position + len(piece.text)), piece))
            position += len(piece.text)
        new = self.text()
        return [_fate(place, old[place.start : place.stop], new, placed) for place in places]


def manuscript(text: str) -> Manuscript:
    """Take a text apart."""
    return Manuscript(
        [
            [[Piece(line[start:stop], None)] for start, stop in sentences(line)]
            for line in canonical(text).split("\n")
            if line
        ]
    )


def told(sentence: Sentence) -> str:
    """Give the words of a sentence."""
    return "".join(piece.text for piece in sentence)


def written(words: str) -> Sentence:
    """Make a sentence that is new."""
    return [Piece(words, None)]


def replace(sentence: Sentence, span: Span, words: str) -> None:
    """Put other words in the place of some of a sentence's."""
    before, _, after = _cut(sentence, span)
    gone = [piece.old for piece in _cut(sentence, span)[1] if piece.old]
    old = Span(gone[0].start, gone[-1].stop) if gone else None
    sentence[:] = [*before, Piece(words, old, exact=False), *after]


def _cut(sentence: Sentence, span: Span) -> tuple[Sentence, Sentence, Sentence]:
    parts: tuple[Sentence, Sentence, Sentence] = ([], [], [])
    position = 0
    for piece in sentence:
        stop = position + len(piece.text)
        borders = sorted({position, stop, *(b for b in span if position < b < stop)})
        for start, end in pairwise(borders):
            part = parts[0] if end <= span.start else parts[2] if start >= span.stop else parts[1]
            part.append(_part(piece, start - position, end - position))
        position = stop
    return parts


def _part(piece: Piece, start: int, stop: int) -> Piece:
    whole = (start, stop) == (0, len(piece.text))
    if whole or piece.old is None or not piece.exact:
        return Piece(piece.text[start:stop], piece.old, piece.exact)
    return Piece(piece.text[start:stop], Span(piece.old.start + start, piece.old.start + stop))


def _between(last: Sentence, sentence: Sentence, words: str) -> Piece:
    """Tell what the white space between two sentences was: the same, other, or none."""
    here, there = last[-1].old, sentence[0].old
    if here is None or there is None or not 0 < there.start - here.stop <= len(SEPARATOR):
        return Piece(words, None)
    return Piece(words, Span(here.stop, there.start), len(words) == there.start - here.stop)


def _fate(place: Span, words: str, new: str, placed: list[tuple[Span, Piece]]) -> Fate:
    pieces = [(now, piece) for now, piece in placed if piece.old and piece.old.touches(place)]
    if not pieces:
        return Fate(None, same_words=False)
    here = [_now(place, now, piece) for now, piece in pieces]
    lost = len(words) - sum(_overlap(place, piece.old) for _, piece in pieces)
    exact = all(piece.exact for _, piece in pieces)
    hull = Span(min(span.start for span in here), max(span.stop for span in here))
    joined = hull.stop - hull.start <= sum(span.stop - span.start for span in here)
    if joined and new[hull.start : hull.stop] == words:
        return Fate(hull, same_words=True)
    if exact and lost <= 4 and new.count(words) == 1 and words in new[hull.start : hull.stop]:
        # Whole, though a sentence that it ends in is doubled: either copy is the true one.
        start = new.index(words)
        return Fate(Span(start, start + len(words)), same_words=True)
    return Fate(hull, same_words=False, little=joined and 2 * lost <= len(words))


def _now(place: Span, now: Span, piece: Piece) -> Span:
    """Tell where the part of a place is that is in a piece; a replacement is there whole."""
    if piece.old is None or not piece.exact:
        return now
    offset = now.start - piece.old.start
    start, stop = max(place.start, piece.old.start), min(place.stop, piece.old.stop)
    return Span(start + offset, stop + offset)


def _overlap(one: Span, other: Span | None) -> int:
    return max(0, min(one.stop, other.stop) - max(one.start, other.start)) if other else 0
