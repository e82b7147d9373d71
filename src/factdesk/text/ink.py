"""A text without its white space: what stays the same however a text is laid out."""

from functools import cached_property

from factdesk.model.span import Span
from factdesk.text.canonical import canonical

#: Some programs write it between words; importing makes a space of it.
_ZERO_WIDTH_SPACE = "\u200b"


def ink(text: str) -> str:
    """Take all white space out of a text, and what canonical form drops."""
    return "".join(canonical(text.replace(_ZERO_WIDTH_SPACE, " ")).split())


class Inked:
    """A canonical text of which places are counted in ink."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _positions(self) -> list[int]:
        return [
            at
            for at, sign in enumerate(self.text)
            if not sign.isspace() and sign != _ZERO_WIDTH_SPACE
        ]

    @property
    def count(self) -> int:
        """How much ink there is."""
        return len(self._positions)

    def span(self, start: int, stop: int) -> Span | None:
        """Find the place that holds the ink from start to stop; None where there is none.

        It begins and ends with ink.
        """
        start, stop = max(start, 0), min(stop, self.count)
        if start >= stop:
            return None
        return Span(self._positions[start], self._positions[stop - 1] + 1)

    def letters(self, start: int, stop: int) -> str:
        """Give the ink itself from start to stop."""
        return "".join(self.text[at] for at in self._positions[max(start, 0) : max(stop, 0)])

    def word(self, at: int) -> tuple[int, int]:
        """Find the word, from space to space, that the ink at a place belongs to, in ink."""
        start, stop = at, at + 1
        places = self._positions
        while start > 0 and places[start - 1] == places[start] - 1:
            start -= 1
        while stop < len(places) and places[stop] == places[stop - 1] + 1:
            stop += 1
        return start, stop
