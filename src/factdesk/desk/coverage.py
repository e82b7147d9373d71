"""How much of a text is covered by claims, counted in sentences."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from factdesk.model.article import Version
from factdesk.model.span import Block, BlockKind, Span
from factdesk.text.hints.regions import readable
from factdesk.text.sentences import sentences

_READ = {
    *(BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM),
    *(BlockKind.DEK, BlockKind.CAPTION),
}


def sentences_in(version: Version, block: Block) -> list[Span]:
    """List the sentences of a block in which something is said; none where it is not read."""
    if block.kind not in _READ:
        return []
    said = (
        Span(block.start + start, block.start + stop)
        for start, stop in sentences(version.text[block.start : block.stop])
    )
    return [span for span in said if readable(version.text, span, (block,))]


class Cover:
    """How often each sentence is touched, kept up with every place that comes and goes.

    A place costs the same in a short text and in a long one. Sentences come in their order.
    ``unmarked`` counts those that no place touches, ``facts`` those of them that are checkable.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._said: list[Span] = []
        self._touched: list[int] = []
        self._checkable: list[bool] = []
        self.unmarked = self.facts = 0

    def __len__(self) -> int:
        return len(self._said)

    def add(self, sentences: Iterable[Span]) -> None:
        """Take in more sentences, those that no place has touched yet."""
        for sentence in sentences:
            self._starts.append(sentence.start)
            self._said.append(sentence)
            self._touched.append(0)
            self._checkable.append(False)
            self.unmarked += 1

    def show_checkable(self, sentences: Iterable[Span]) -> None:
        """Say which of the sentences are checkable, and that no other is."""
        self._checkable = [False] * len(self._said)
        for sentence in sentences:
            number = bisect_right(self._starts, sentence.start) - 1
            if number >= 0 and self._starts[number] == sentence.start:
                self._checkable[number] = True
        pairs = zip(self._checkable, self._touched, strict=True)
        self.facts = sum(checkable and not touched for checkable, touched in pairs)

    def put(self, place: Span) -> None:
        """Take a place in."""
        for number in self._under(place):
            if not self._touched[number]:
                self.unmarked -= 1
                self.facts -= self._checkable[number]
            self._touched[number] += 1

    def drop(self, place: Span) -> None:
        """Forget a place that was taken in."""
        for number in self._under(place):
            self._touched[number] -= 1
            if not self._touched[number]:
                self.unmarked += 1
                self.facts += self._checkable[number]

    def next_unmarked(self, position: int) -> Span | None:
        """Find the first unmarked sentence that begins after a position, else from the top."""
        first = bisect_right(self._starts, position)
        numbers = (*range(first, len(self._said)), *range(first)) if self.unmarked else ()
        return next((self._said[number] for number in numbers if not self._touched[number]), None)

    def _under(self, place: Span) -> Iterator[int]:
        number = max(0, bisect_right(self._starts, place.start) - 1)
        while number < len(self._said) and self._said[number].start < place.stop:
            if self._said[number].touches(place):
                yield number
            number += 1
