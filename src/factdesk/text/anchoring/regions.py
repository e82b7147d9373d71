"""The sentences around places, for many places of one text."""

from collections.abc import Iterator

from factdesk.model.span import Span
from factdesk.text.sentences import lines_around, sentences, touched

_ELLIPSES = ("...", "\u2026")
_GAP = 8  # more white space than that stands between no two sentences


class Sentences:
    """Finds the sentences around places; each paragraph is split once.

    An ellipsis may end a sentence or not: it ends one only where they are to be ``short``.
    """

    def __init__(self, text: str, *, short: bool = False) -> None:
        self._text, self._short = text, short
        self._known: dict[Span, list[Span]] = {}

    def around(self, span: Span) -> Span:
        """Grow a place to the sentences that it touches."""
        region = lines_around(self._text, span)
        if region not in self._known:
            self._known[region] = list(self._split(region))
        found = touched(self._known[region], span)
        if not found:
            return span
        return Span(min(span.start, found[0].start), max(span.stop, found[-1].stop))

    def beside(self, position: int) -> list[Span]:
        """Give the sentences that end and begin at a position, or next to it."""
        before = self._text[max(0, position - _GAP) : position].rstrip()
        after = self._text[position : position + _GAP]
        start = max(0, position - _GAP) + len(before)
        stop = position + len(after) - len(after.lstrip())
        places = ([start - 1] if before else []) + ([stop] if after.strip() else [])
        return [self.around(Span(place, place + 1)) for place in places]

    def _split(self, region: Span) -> Iterator[Span]:
        """Split a region into sentences."""
        begun: int | None = None
        for start, stop in sentences(self._text[region.start : region.stop]):
            begun = region.start + start if begun is None else begun
            if self._short or not self._text.endswith(_ELLIPSES, begun, region.start + stop):
                yield Span(begun, region.start + stop)
                begun = None
        if begun is not None:
            yield Span(begun, region.stop)
