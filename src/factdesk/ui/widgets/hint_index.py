"""Which hints lie where; they never overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from factdesk.model.hint import HintPlace
from factdesk.model.span import Span


class HintIndex:
    """Hints in the order of the text, of which the free ones are shown: no claim lies over them."""

    def __init__(self, is_free: Callable[[Span], bool]) -> None:
        self._is_free = is_free
        self._hints: list[HintPlace] = []
        self._starts: list[int] = []
        self.at_hand: HintPlace | None = None

    def show(self, hints: Iterable[HintPlace]) -> None:
        """Know these hints, which come in the order of the text, and no others."""
        self._hints = list(hints)
        self._starts = [hint.start for hint in self._hints]

    def free(self, span: Span) -> list[HintPlace]:
        """List the free hints that a stretch touches."""
        return [hint for hint in self._touching(span) if self._is_free(hint.span)]

    def painted(self, span: Span) -> list[HintPlace]:
        """List what is to be painted of a stretch: of sentences as a whole only the one at hand."""
        return [hint for hint in self.free(span) if hint.kind or hint == self.at_hand]

    def grown(self, start: int, stop: int) -> Span:
        """Grow a stretch to the words of the hints that it touches, free or not."""
        words = [hint for hint in self._touching(Span(start, stop)) if hint.kind]
        return Span(
            min([start, *(hint.start for hint in words)]),
            max([stop, *(hint.stop for hint in words)]),
        )

    def step(self, steps: int, position: int, *, bare: bool = False) -> HintPlace | None:
        """Find the next free hint that begins after a position, or before it; round and round.

        A bare one is in a sentence that is free as a whole.
        """
        if steps > 0:
            first = bisect_right(self._starts, position)
            numbers = [*range(first, len(self._hints)), *range(first)]
        else:
            first = bisect_left(self._starts, position) - 1
            numbers = [*range(first, -1, -1), *range(len(self._hints) - 1, first, -1)]
        hints = (self._hints[number] for number in numbers)
        return next(
            (one for one in hints if self._is_free(one.sentence if bare else one.span)), None
        )

    def _touching(self, span: Span) -> Iterator[HintPlace]:
        number = max(0, bisect_right(self._starts, span.start) - 1)
        while number < len(self._hints) and self._hints[number].start < span.stop:
            if self._hints[number].stop > span.start:
                yield self._hints[number]
            number += 1
