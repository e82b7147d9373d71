"""Where a claim might be that could not be put anywhere with certainty."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz

from factdesk.model.span import Span
from factdesk.text.anchoring.likeness import Window, likeness, window
from factdesk.text.anchoring.plain import plain
from factdesk.text.anchoring.words import Words
from factdesk.text.boundaries import snap_to_graphemes, snap_to_words

#: So many candidates are shown at most.
MOST = 5
#: Below this likeness a place is no candidate.
WEAK = 0.35

# Of a sentence so many of its rarest words are looked up, if they stand no more often than that.
_RAREST, _RARE = 8, 20
_COPIES = 8

NOWHERE = Span(0, 0)


class Candidate(NamedTuple):
    """A place in the new text that may be the claim's, and how alike it is, from 0 to 1."""

    span: Span
    likeness: float


@dataclass(frozen=True)
class Search:
    """Looks for candidates in one text."""

    text: str
    words: Words

    def candidates(
        self, wanted: Window, sentence: str, nearby: Iterable[Span], home: Span = NOWHERE
    ) -> tuple[Candidate, ...]:
        """Give the best places, the best first, none within another.

        ``sentence`` is the one around the wanted words; ``home`` is what stands between what stood
        around them, and ``nearby`` are other places that come into question.
        """
        text = self.text
        thought_of = self._fitting(wanted, (home, *nearby))
        places = dict.fromkeys((*thought_of, *self._elsewhere(wanted, sentence)))
        found = (
            Candidate(place, likeness(wanted, window(text, place), in_place=place.touches(home)))
            for place in places
        )
        best = sorted((one for one in found if one.likeness >= WEAK), key=_badness)
        return apart(best)

    def _fitting(self, wanted: Window, nearby: Iterable[Span]) -> Iterator[Span]:
        """Cut places to what is like the words, where they are longer."""
        for place in nearby:
            yield from self._trimmed(place)
            if place.stop - place.start > len(wanted.words) + 8:
                yield from self._within(wanted.words, place)

    def _elsewhere(self, wanted: Window, sentence: str) -> Iterator[Span]:
        """Look for the very words, and for paragraphs that share rare words with the sentence."""
        for start in islice(self.words.starts_of(plain(wanted.words)), _COPIES):
            yield from self._trimmed(Span(start, start + len(wanted.words)))
        for paragraph in self._kindred(sentence):
            yield from self._within(wanted.words, paragraph)

    def _kindred(self, sentence: str) -> Iterator[Span]:
        """Find the three paragraphs that share most rare words with a sentence."""
        shared: Counter[int] = Counter()
        for starts in self.words.rarest(plain(sentence), _RAREST, _RARE):
            shared.update({self.text.rfind("\n", 0, start) + 1 for start in starts})
        for start, count in shared.most_common(3):
            if count > 1:
                stop = self.text.find("\n", max(start, start + len(sentence) - 1))
                yield Span(start, len(self.text) if stop < 0 else stop)

    def _within(self, words: str, place: Span) -> Iterator[Span]:
        """Find the part of a place that is most like the words."""
        part = fuzz.partial_ratio_alignment(words, self.text[place.start : place.stop])
        if part and part.dest_end > part.dest_start:
            inside = Span(place.start + part.dest_start, place.start + part.dest_end)
            yield from self._trimmed(snap_to_words(self.text, inside))

    def _trimmed(self, place: Span) -> Iterator[Span]:
        """Take white space off a place; nothing where nothing is left."""
        piece = self.text[place.start : place.stop]
        start = place.start + len(piece) - len(piece.lstrip())
        if piece.strip():
            yield snap_to_graphemes(self.text, Span(start, start + len(piece.strip())))


def _badness(candidate: Candidate) -> tuple[float, int]:
    return -candidate.likeness, candidate.span.start


def apart(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Leave out what overlaps one before it, and what is too much."""
    taken: list[Candidate] = []
    for candidate in candidates:
        if not any(candidate.span.touches(one.span) for one in taken):
            taken.append(candidate)
    return tuple(taken[:MOST])
