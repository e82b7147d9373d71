"""When a claim may be put somewhere without asking anybody.

The words are kept by the alignment, and one of these must hold:

- They stand in a whole paragraph or sentence that is kept, is long enough to speak for itself and
  stands in both texts once.
- On both sides enough of what stands beside them is kept, and the words together with what stands
  before them are found in both texts once, and so are the words with what stands after them: so no
  copy of them, one sentence earlier or later, can be the one that was meant.

Of words that run over the border of paragraphs no paragraph's sentences may be repeated anywhere:
another paragraph that begins alike may have come in.

And nothing else may come into question: no other changed sentence, near where this one was or
near where it is now, that is like it. It might be the claim's true sentence corrected, beside a
note that quotes how it read before; and of two sentences alike that have changed places, each might
be the other, corrected.
"""

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from factdesk.model.span import Span
from factdesk.text.anchoring.alignment import Alignment, Kept
from factdesk.text.anchoring.candidates import NOWHERE
from factdesk.text.anchoring.likeness import is_rival
from factdesk.text.anchoring.regions import Sentences
from factdesk.text.anchoring.words import Words
from factdesk.text.sentences import lines_around

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")

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
        paragraphs = lines_around(self.sides.old, span), lines_around(self.sides.new, place)
        found = self._speaks(*paragraphs, kept) or (
            (self._speaks(old, new, kept) or self._is_held(span, kept))
            and not self._is_repeated_in_a_line(span)
        )
        return found and (self._is_inside(old, kept) or self._is_same(old, new, kept))

    def _is_in_order(self, kept: Kept) -> bool:
        return self.sides.project(kept.old) == kept.new

    def _is_undisturbed(self, span: Span, kept: Kept) -> bool:
        """Tell whether paragraphs, one of which stands once, are kept in order with plenty around.

        Of most claims this says all, and it looks at nothing but the paragraphs.
        """
        region = lines_around(self.sides.old, span)
        return self._is_inside(region, kept, UNDISTURBED) and self._is_unmistakable(region)

    def _is_unmistakable(self, region: Span) -> bool:
        """Tell whether one of some paragraphs stands once; found out once for all places there."""
        if region not in self._unmistakable:
            lines = self.sides.plain_old[region.start : region.stop].split("\n")
            self._unmistakable[region] = any(
                len(line) >= SPEAKING and self._lines[line] == (1, 1) for line in lines
            )
        return self._unmistakable[region]

    @cached_property
    def _unmistakable(self) -> dict[Span, bool]:
        return {}

    @cached_property
    def _old_sentences(self) -> Sentences:
        return Sentences(self.sides.old)

    @cached_property
    def _new_sentences(self) -> Sentences:
        return Sentences(self.sides.new)

    @cached_property
    def _old_short(self) -> Sentences:
        return Sentences(self.sides.old, short=True)

    @cached_property
    def _new_short(self) -> Sentences:
        return Sentences(self.sides.new, short=True)

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

    def _is_repeated_in_a_line(self, span: Span) -> bool:
        """Tell whether words over several paragraphs have a sentence that stands twice."""
        lines = [Span(*line.span()) for line in _LINE.finditer(self.sides.old, *span)]
        return len(lines) > 1 and any(
            side.has_twice(self.sides.plain_old[slice(*self._old_sentences.around(line))])
            for line in lines
            for side in (self.old_words, self.new_words)
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

    def _is_introduced(self, kept: Kept) -> bool:
        """Tell whether new words stand before a run that make a quotation of it.

        "This was taken out: …"; where it has left its place "It read as follows. …" will do.
        """
        text = self.sides.new
        (before, first) = (*self._new_sentences.beside(kept.new), NOWHERE, NOWHERE)[:2]
        if before.stop > kept.new or not self._is_fresh(before):
            return False
        if text.endswith(":", 0, before.stop):
            return True
        is_one = first.stop >= kept.new + kept.length or "\n" not in text[before.stop : kept.new]
        return is_one and not self._is_in_order(kept)

    def _is_fresh(self, sentence: Span) -> bool:
        letters = sum(map(len, _WORD.findall(self.sides.new, *sentence)))
        return 2 * sum(map(len, self.sides.words_fresh(sentence))) > letters

    def _is_same(self, old: Span, new: Span, kept: Kept) -> bool:
        """Tell whether a sentence is still the same one, and no other comes into question."""
        sides = self.sides
        lost, found = sides.words_gone(old), sides.words_fresh(new)
        if _is_much(lost) or _is_much(found) or self._is_embedded(old, new):
            return False
        if self._is_introduced(kept):
            return False
        here = sides.plain_old[old.start : old.stop]
        there = sides.plain_new[new.start : new.stop]
        come, gone = self._rivals(old, new, kept)
        return not (
            any(is_rival(here, sides.plain_new[start:stop]) for start, stop in come)
            or any(is_rival(there, sides.plain_old[start:stop]) for start, stop in gone)
        )

    def _rivals(self, old: Span, new: Span, kept: Kept) -> tuple[list[Span], list[Span]]:
        """Find what else may have come from a sentence, and what else it may have come from.

        What has left its place looks the same as two sentences alike of which each was corrected
        to read like the other; so of a moved one all come into question that it has changed
        places with. Where an ellipsis leaves it open whether there is one sentence or two, each of
        the two may be the other's rival: only what shares the run itself is none.
        """
        sides = self.sides
        home, origin = sides.project(old.start), sides.project_back(new.start)
        if self._is_in_order(kept):
            come = [*_near(sides.fresh, home), *_near(sides.entered, home)]
            gone = [*_near(sides.gone, origin), *_near(sides.left, origin)]
        else:
            come = [*_near(sides.others_new, home), *self._new_short.beside(home)]
            gone = [*_near(sides.others_old, origin), *self._old_short.beside(origin)]
        own_old = _common(old, Span(kept.old, kept.old + kept.length))
        own_new = _common(new, Span(kept.new, kept.new + kept.length))
        return (
            [span for span in come if not span.touches(own_new)],
            [span for span in gone if not span.touches(own_old)],
        )


def _is_much(changed: list[str]) -> bool:
    return len(changed) > CORRECTED or sum(map(len, changed)) > LETTERS


def _ends(text: str, sentence: Span) -> tuple[Span, Span]:
    """Give the first and the last word of a sentence, or what there is."""
    words = [Span(*word.span()) for word in _WORD.finditer(text, *sentence)]
    return (words[0], words[-1]) if words else (sentence, sentence)


def _common(one: Span, other: Span) -> Span:
    return Span(max(one.start, other.start), min(one.stop, other.stop))


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


def _near(pieces: list[Span], position: int) -> list[Span]:
    """Give the pieces around a position."""
    index = bisect_left(pieces, Span(position, position))
    around = pieces[max(0, index - NEARBY) : index + NEARBY]
    return [piece for piece in around if abs(piece.start - position) <= NEAR]
