"""Files in which others keep claims: what is in one, and the claims themselves."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.claims import rows
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.claims.columns import Field
from factdesk.importers.claims.table import Table
from factdesk.importers.claims.told import Told

#: Files with these endings are claims for certain, if they can be claims at all.
_TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm"})
#: Others that begin as JSON does may be a text with a bracket in front, or RTF.
_JSON = frozenset({".json", ".jsonl", ".ndjson", ".jsonld"})


@dataclass(frozen=True)
class ClaimFile:
    """A document with claims in it, or with a table whose columns have yet to be named.

    ``draft`` is the article in which they were marked, if they were marked in one.
    """

    document: Document
    claims: tuple[ForeignClaim, ...] = ()
    table: Table | None = None
    draft: Draft | None = None

    @property
    def words(self) -> str:
        """What is in it: ``12 comments and 1 tracked change``."""
        if self.table is not None:
            return _count(len(self.table.rows), "row")
        return counted(self.claims) if self.draft else _count(len(self.claims), "claim")

    def with_columns(self, columns: Mapping[Field, int]) -> "ClaimFile":
        """Read the rows of the table as claims."""
        if self.table is None:
            return self
        return ClaimFile(self.document, tuple(rows.claims(self.table, columns)))


def opened(document: Document, understand: Callable[[Document], Told]) -> ClaimFile:
    """Find the claims in a document; ``understand`` reads it, within limits.

    Raises:
        ImportFailed: if there are none in it, or it cannot be read.
    """
    told = understand(document)
    if isinstance(told, Table):
        return ClaimFile(document, table=told)
    return of_draft(document, told) if isinstance(told, Draft) else ClaimFile(document, told)


def of_draft(document: Document, draft: Draft) -> ClaimFile:
    """Take what was marked in a document that has been read.

    Raises:
        ImportFailed: if nothing was.
    """
    if not draft.claims:
        raise ImportFailed(
            "There is neither a comment nor a tracked change in this document.",
            "To take in its text, import it as an article.",
            kind="no_claims",
        )
    return ClaimFile(document, draft.claims, draft=draft)


def recognised(document: Document, understand: Callable[[Document], Told]) -> ClaimFile | None:
    """Find the claims in a document that nobody said is one of claims; None where it is none."""
    is_json = document.content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in {b"{", b"["}
    suffix = PurePath(document.name).suffix.lower()
    if not is_json and suffix not in _TABLES:
        return None
    try:
        found = opened(document, understand)
    except ImportFailed as failure:
        if failure.kind != "no_claims" and suffix in _TABLES | _JSON:
            raise
        return None
    return None if found.draft else found


def counted(claims: Sequence[ForeignClaim]) -> str:
    """Say what was marked in a document."""
    changes = sum(1 for claim in claims if claim.change)
    counts = ((len(claims) - changes, "comment"), (changes, "tracked change"))
    return " and ".join(_count(count, word) for count, word in counts if count)


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
