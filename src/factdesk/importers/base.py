"""What goes into an importer and what comes out of it."""

from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, Protocol

from pydantic import Field

from factdesk.importers.claims.base import ForeignClaim
from factdesk.model.record import Value
from factdesk.model.span import BlockKind


class Document(Value):
    """A document as it reached us.

    ``name`` is the file's name without its folder, empty for what was pasted. ``media_type`` is
    what the source declared, empty where it declared nothing; ``url`` is where it came from.
    """

    name: str = ""
    media_type: str = ""
    content: bytes = Field(repr=False)
    url: str = ""

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal: what they are known by on the desk."""
        return sha256(self.content).hexdigest()


class DraftBlock(NamedTuple):
    """A block of the article: canonical text without a blank line in it."""

    kind: BlockKind
    text: str


class DraftLeftOut(NamedTuple):
    """A block taken out of the article, with the reason in words.

    ``before`` is the index of the kept block before which it stood; the number of kept blocks
    where it stood at the end.
    """

    kind: BlockKind
    text: str
    reason: str
    before: int


class Draft(Value):
    """An article as an importer understood it; what is not known is empty, never invented.

    Dates are ISO 8601 as far as known, ``language`` is a BCP 47 tag, ``read_with`` names the
    importer and the library behind it. ``claims`` are what others have marked in the document; they
    come in on the user's word alone.
    """

    title: str = ""
    dek: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    canonical_url: str = ""
    published: str = ""
    modified: str = ""
    section: str = ""
    language: str = ""
    blocks: tuple[DraftBlock, ...] = ()
    claims: tuple[ForeignClaim, ...] = ()
    left_out: tuple[DraftLeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    media_type: str = ""
    read_with: str = ""


class Importer(Protocol):
    """Reads one family of documents. Pure: the same document gives the same draft."""

    name: str
    media_types: frozenset[str]
    suffixes: frozenset[str]

    def recognises(self, head: bytes) -> bool:
        """Tell from the first 4,096 bytes whether the document is of this family."""

    def read(self, document: Document) -> Draft:
        """Understand the document as an article.

        Raises:
            ImportFailed: if it holds no article, or cannot be read at all.
        """
