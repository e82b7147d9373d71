"""When a claim may be put somewhere without asking anybody.

The words are kept by the alignment, and one of these must hold:

- They stand in a whole paragraph or sentence that is kept, is long enough to speak for itself and
  stands in both texts once.
- On both sides enough of what stands beside them is kept, and the words together with what stands
  before them are found in both texts once, and so are the words with what stands after them: so no
  copy of them, one sentence earlier or later, can be the one that was meant.

And nothing else may come into question: no other changed sentence, near where this one was or
near where it is now, that is like it. It might be the claim's true sentence corrected, beside a
note that quotes how it read before.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from factdesk.model.span import Span
from factdesk.text.anchoring.alignment import Alignment, Kept
from factdesk.text.anchoring.likeness import is_rival
from factdesk.text.anchoring.regions import Sentences, paragraph_around
from factdesk.text.anchoring.words import Words

_WORD = re.compile(r"\w+")

#: So many code points beside the words must be kept, or all up to the end of the paragraph.
BESIDE = 4
#: From this length on, in code points, a sentence speaks for itself.
SPEAKING = 20
#: In a sentence so many words may have changed for it to be the same, of so many letters together.
CORRECTED, LETTERS = 2, 24
#: So many code points kept on both sides of a paragraph are plenty.
UNDISTURBED = 24
#: How many changed sentences on either side of a place are looked at, and how far away they may be.
NEARBY, NEAR = 6, 2000
#: How far beside the words uniqueness is looked for, in code points.
_WIDTHS = (64, 512, 4096)


@dataclass(frozen=True)
class Certainty:
    """Decides over the places of one alignment."""

    sides: Alignment
    old_words: Words
    new_words: Words

    def about(self, span: Span, kept: Kept) -> bool:
        """Tell whether the place is certain to be where its run has gone."""
        place = _moved(span, kept)
        if self._is_undisturbed(span, kept):
            return True
        old, new = self._old_sentences.around(span), self._new_sentences.around(place)
        paragraphs = paragraph_around(self.sides.old, span), paragraph_around(self.sides.new, place)
        found = (
            self._speaks(old, new, kept)
            or self._speaks(*paragraphs, kept)
            or self._is_held(span, kept)
        )
        return found and (self._is_inside(old, kept) or self._is_same(old, new))

    def _is_undisturbed(self, span: Span, kept: Kept) -> bool:
        """Tell whether paragraphs, one of which stands once, are kept in order with plenty around.

        Of most claims this says all, and it looks at nothing but the paragraphs.
        """
        region = paragraph_around(self.sides.old, span)
        lines = self.sides.plain_old[region.start : region.stop].split("\n")
        return self._is_inside(region, kept, UNDISTURBED) and any(
            len(line) >= SPEAKING and self._lines[line] == (1, 1) for line in lines
        )

    @cached_property
    def _old_sentences(self) -> Sentences:
        return Sentences(self.sides.old)

    @cached_property
    def _new_sentences(self) -> Sentences:
        return Sentences(self.sides.new)

    @cached_property
    def _lines(self) -> dict[str, tuple[int, int]]:
        """Count the paragraphs of the old text on either side."""
        old = Counter(self.sides.plain_old.split("\n"))
        new = Counter(self.sides.plain_new.split("\n"))
        return {line: (count, new[line]) for line, count in old.items()}

    def _speaks(self, old: Span, new: Span, kept: Kept) -> bool:
        """Tell whether a paragraph or sentence is kept, speaks for itself and stands once."""
        return (
            old.stop - old.start >= SPEAKING
            and kept.holds(old)
            and (new == _moved(old, kept) or not self.sides.words_fresh(new))
            and self._is_once(old)
        )

    def _is_held(self, span: Span, kept: Kept) -> bool:
        """Tell whether what stands on both sides of the words holds them in their place."""
        return (
            _is_enough(self.sides, span.start, kept.old, kept.shift, -1)
            and _is_enough(self.sides, span.stop, kept.old + kept.length, kept.shift, 1)
            and self._is_once_with_before(span, kept)
            and self._is_once_with_after(span, kept)
        )

    def _is_once_with_before(self, span: Span, kept: Kept) -> bool:
        if kept.old == kept.new == 0:
            return True
        return any(
            self._is_once(Span(max(kept.old, span.start - width), span.stop)) for width in _WIDTHS
        )

    def _is_once_with_after(self, span: Span, kept: Kept) -> bool:
        stop = kept.old + kept.length
        if stop == len(self.sides.old) and stop + kept.shift == len(self.sides.new):
            return True
        return any(
            self._is_once(Span(span.start, min(stop, span.stop + width))) for width in _WIDTHS
        )

    def _is_once(self, old: Span) -> bool:
        words = self.sides.plain_old[old.start : old.stop]
        return self.old_words.has_once(words) and self.new_words.has_once(words)

    def _is_inside(self, old: Span, kept: Kept, beside: int = BESIDE) -> bool:
        """Tell whether a sentence and what stands on both sides of it are kept in order.

        Where the old text begins or ends there, a line of the new one must.
        """
        text, stop = self.sides.new, old.stop + kept.shift
        start = old.start + kept.shift
        around = Span(max(0, old.start - beside), min(len(self.sides.old), old.stop + beside))
        return (
            kept.holds(around)
            and self.sides.project(old.start) == start
            and (old.start >= beside or _ends_line(text[max(0, start - 1) : start]))
            and (old.stop + beside <= len(self.sides.old) or _ends_line(text[stop : stop + 1]))
        )

    def _is_embedded(self, old: Span, new: Span) -> bool:
        """Tell whether words were put before or after a sentence: "It is not so that …".

        At the end where a word is gone too it was replaced, and the sentence is only corrected.
        """
        pairs = zip(_ends(self.sides.old, old), _ends(self.sides.new, new), strict=True)
        return any(
            self.sides.words_fresh(there) and not self.sides.words_gone(here)
            for here, there in pairs
        )

    def _is_same(self, old: Span, new: Span) -> bool:
        """Tell whether a sentence is still the same one, and no other comes into question."""
        sides = self.sides
        gone, fresh = sides.words_gone(old), sides.words_fresh(new)
        if _is_much(gone) or _is_much(fresh) or self._is_embedded(old, new):
            return False
        here = sides.plain_old[old.start : old.stop]
        there = sides.plain_new[new.start : new.stop]
        near_fresh = _near(sides.fresh, sides.project(old.start), new)
        near_gone = _near(sides.gone, sides.project_back(new.start), old)
        return not (
            any(is_rival(here, sides.plain_new[start:stop]) for start, stop in near_fresh)
            or any(is_rival(there, sides.plain_old[start:stop]) for start, stop in near_gone)
        )


def _is_much(changed: list[str]) -> bool:
    return len(changed) > CORRECTED or sum(map(len, changed)) > LETTERS


def _ends(text: str, sentence: Span) -> tuple[Span, Span]:
    """Give the first and the last word of a sentence, or what there is."""
    words = [Span(*word.span()) for word in _WORD.finditer(text, *sentence)]
    return (words[0], words[-1]) if words else (sentence, sentence)


def _moved(span: Span, kept: Kept) -> Span:
    return Span(span.start + kept.shift, span.stop + kept.shift)


def _is_enough(sides: Alignment, border: int, end: int, shift: int, step: int) -> bool:
    """Tell whether enough beside a border is kept: so many code points, or all of the line."""
    if abs(end - border) >= BESIDE:
        return True
    return all(
        _ends_line(text[place - 1 : place] if step < 0 else text[place : place + 1])
        for text, place in ((sides.old, end), (sides.new, end + shift))
    )


def _ends_line(beside: str) -> bool:
    return beside in {"", "\n"}


def _near(pieces: list[Span], position: int, but: Span) -> list[Span]:
    """Give the pieces around a position, but not those that the given place touches."""
    index = bisect_left(pieces, Span(position, position))
    return [
        piece
        for piece in pieces[max(0, index - NEARBY) : index + NEARBY]
        if abs(piece.start - position) <= NEAR and not piece.touches(but)
    ]
