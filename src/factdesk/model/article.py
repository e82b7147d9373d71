"""Articles, and the immutable versions of their texts."""

from bisect import bisect_right
from enum import StrEnum
from operator import attrgetter
from typing import ClassVar

from pydantic import Field

from factdesk.model.record import Id, Instant, PartialDate, Record, Value
from factdesk.model.span import Block, BlockKind, Span

_STOP = attrgetter("stop")


class Mode(StrEnum):
    """The two jobs: before publication, every word; after it, a few claims."""

    LINE_CHECK = "line-check"
    CLAIM_REVIEW = "claim-review"


class Stage(StrEnum):
    """How far the article is on its way through the house."""

    RECEIVED = "received"
    CHECKING = "checking"
    IN_REVIEW = "in review"
    SIGNED_OFF = "signed off"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class Article(Record):
    """A text under check, as its publisher describes it.

    ``published`` and ``modified`` are ISO 8601 as far as known: ``2026``, ``2026-07-17`` or a
    time with its zone. ``language`` is a BCP 47 tag. ``review_url`` is where the house publishes
    its fact-check of the article.
    """

    title: str
    slug: str
    dek: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    canonical_url: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    language: str = ""
    mode: Mode = Mode.CLAIM_REVIEW
    stage: Stage = Stage.CHECKING
    deadline: PartialDate | None = None
    scale: Id
    review_url: str = ""
    added: Instant


class Original(Record):
    """The bytes of a document as they reached us. The identity is their SHA-256 in hexadecimal."""

    unjournalled: ClassVar[frozenset[str]] = frozenset({"content"})

    media_type: str
    content: bytes = Field(repr=False)


class LeftOut(Value):
    """A block that the importer took out of the text, and why.

    ``position`` is where it would stand: the start of the kept block after it, or the text's end.
    """

    kind: BlockKind
    text: str
    reason: str
    position: int


class Version(Record):
    """One text of an article. Never changed: a new text is a new version.

    ``text`` is canonical (see `factdesk.text.canonical`); ``sha256`` is that of its UTF-8 bytes in
    hexadecimal; blocks do not overlap and stand in the order of the text.
    """

    unjournalled: ClassVar[frozenset[str]] = frozenset({"text", "blocks", "left_out"})

    article: Id
    number: int = Field(ge=1)
    text: str = Field(repr=False)
    sha256: str
    blocks: tuple[Block, ...] = Field(repr=False)
    left_out: tuple[LeftOut, ...] = Field(default=(), repr=False)
    original: Id
    source_name: str = ""
    read_with: str
    warnings: tuple[str, ...] = ()
    added: Instant

    def block_at(self, span: Span) -> int | None:
        """Find the index of the first block that the span touches, in logarithmic time."""
        at = bisect_right(self.blocks, span.start, key=_STOP)
        return at if at < len(self.blocks) and self.blocks[at].start < span.stop else None
