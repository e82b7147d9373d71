"""The paragraphs and sentences around places, for many places of one text."""

from factdesk.model.span import Span
from factdesk.text.sentences import sentences


def paragraph_around(text: str, span: Span) -> Span:
    """Grow a place to whole lines."""
    stop = text.find("\n", max(span.start, span.stop - 1))
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if stop < 0 else stop)


class Sentences:
    """Finds the sentences around places; each paragraph is split once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[Span, list[Span]] = {}

    def around(self, span: Span) -> Span:
        """Grow a place to the sentences that it touches."""
        region = paragraph_around(self._text, span)
        if region not in self._known:
            self._known[region] = [
                Span(region.start + start, region.start + stop)
                for start, stop in sentences(self._text[region.start : region.stop])
            ]
        touched = [sentence for sentence in self._known[region] if sentence.touches(span)]
        if not touched:
            return span
        return Span(min(span.start, touched[0].start), max(span.stop, touched[-1].stop))
