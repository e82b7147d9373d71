"""Places in a text. Positions are code points of the version's canonical text."""

from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points: ``text[start:stop]``."""

    start: int
    stop: int

    def touches(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.stop and other.start < self.stop


class BlockKind(StrEnum):
    """What a block of the article is to its readers."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    TABLE = "table"
    DEK = "dek"


class Block(NamedTuple):
    """Structure beside the text: what the code points from start to stop are."""

    kind: BlockKind
    start: int
    stop: int

    @property
    def span(self) -> Span:
        """The block's place."""
        return Span(self.start, self.stop)
