"""Finds words in a text and keeps what was found in order."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from factdesk.model.span import Span


def occurrences(text: str, wanted: str) -> list[Span]:
    """Find words whatever their case; a space in them fits any white space, so also a new line."""
    words = wanted.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text)]


class Matches:
    """What was found, in the order of the text, and which of it is looked at."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)
        self.number: int | None = None

    def __len__(self) -> int:
        return len(self._spans)

    @property
    def current(self) -> Span | None:
        """The match that is looked at."""
        return None if self.number is None else self._spans[self.number]

    def go_to(self, number: int) -> Span | None:
        """Look at one, counted from 0 and round and round; None where there is none."""
        self.number = number % len(self._spans) if self._spans else None
        return self.current

    def step(self, step: int, position: int) -> Span | None:
        """Look at the next one or, by a step of -1, the one before; first seen from a position."""
        if self.number is not None:
            return self.go_to(self.number + step)
        after = bisect_left(self._spans, Span(position, position))
        return self.go_to(after if step > 0 else after - 1)

    def touching(self, span: Span) -> list[Span]:
        """List the matches in a stretch of text; they do not overlap."""
        first = bisect_right(self._spans, span.start, key=lambda match: match.stop)
        last = bisect_left(self._spans, span.stop, key=lambda match: match.start)
        return self._spans[first:last]
