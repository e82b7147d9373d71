"""A text of a Word document, with the places in it that its comments and changes name."""

from bisect import bisect_right
from collections.abc import Mapping
from typing import NamedTuple

from factdesk.importers.claims.base import ForeignPlace
from factdesk.importers.office.word_borders import Border
from factdesk.model.span import Block, Span
from factdesk.text.anchors import surroundings
from factdesk.text.ink import Inked

#: A place with so much around it speaks for itself, in code points.
_SPEAKING = 20


class Range(NamedTuple):
    """A range in ink; one without any is a point."""

    start: int
    stop: int

    def widened(self, left: int, right: int) -> "Range":
        """Make a wider one."""
        return Range(self.start - left, self.stop + right)


class Edition(NamedTuple):
    """A text of the document: as it is, or as it was before its tracked changes.

    The borders are counted in ink, that of the title before the text included.
    """

    title: Inked
    text: Inked
    blocks: tuple[Block, ...]
    borders: Mapping[Border, int]

    def range(self, of: str) -> Range | None:
        """Find a range in the text; one that was written the wrong way round is turned.

        One of which an end is missing is the point where the other is, or where it is referred to.
        """
        ends = [self.borders.get(Border(of, edge)) for edge in ("start", "stop", "point")]
        start, stop, point = (end - self.title.count if end is not None else None for end in ends)
        if start is None or stop is None:
            start = stop = next((end for end in (start, stop, point) if end is not None), None)
        if start is None or stop is None:
            return None
        return Range(min(start, stop), max(start, stop))

    def place(self, of: Range) -> ForeignPlace | None:
        """Say where a range is: its words, or those in the title; of a point the word beside it."""
        span = self.text.span(*of)
        if span is not None:
            return self._spoken(span)
        if of.start < 0:
            title = self.title.span(of.start + self.title.count, of.stop + self.title.count)
            return ForeignPlace(exact=self.title.text[slice(*title)]) if title else None
        return self._beside(of.start)

    def words(self, of: Range) -> str:
        """Give the words of a range as they are written."""
        span = self.text.span(*of)
        return self.text.text[slice(*span)] if span else ""

    def neighbours(self, at: int) -> Range:
        """Find how much ink the word at a point has, to its left and to its right.

        Where the point is between words it is the one before; where a block begins, the one after.
        """
        left, right = self._word(at - 1), self._word(at)
        if left and right and left == right:
            return Range(at - left.start, right.stop - at)
        if left and (not right or self._block(at - 1) == self._block(at) or at == self.text.count):
            return Range(at - left.start, 0)
        return Range(0, right.stop - at) if right else Range(0, 0)

    def _beside(self, at: int) -> ForeignPlace | None:
        left, right = self.neighbours(at)
        span = self.text.span(at - left, at + right)
        return self._spoken(span).model_copy(update={"guessed": True}) if span else None

    def _word(self, at: int) -> Range | None:
        return Range(*self.text.word(at)) if 0 <= at < self.text.count else None

    def _block(self, at: int) -> Block | None:
        span = self.text.span(at, at + 1)
        return self._around(span) if span else None

    def _around(self, span: Span) -> Block | None:
        """Find the block in which a place begins."""
        at = bisect_right(self.blocks, span.start, key=lambda block: block.start) - 1
        return self.blocks[at] if at >= 0 and span.start < self.blocks[at].stop else None

    def _spoken(self, span: Span) -> ForeignPlace:
        """Quote a place with what stands around it: in its paragraph, where that is enough.

        Paragraphs may stand in another order in another copy, or beside others.
        """
        text = self.text.text
        exact = text[span.start : span.stop]
        prefix, suffix = surroundings(text, span)
        first, last = self._around(span), self._around(Span(span.stop - 1, span.stop))
        if first and last:
            before = prefix[max(0, len(prefix) - (span.start - first.start)) :]
            after = suffix[: last.stop - span.stop]
            whole = before + exact + after
            if len(whole) >= _SPEAKING and text.find(whole, text.find(whole) + 1) < 0:
                prefix, suffix = before, after
        return ForeignPlace(exact=exact, prefix=prefix, suffix=suffix, start=span.start)
