"""Which kind of claims a file holds."""

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.claims import annotations, claimreview
from factdesk.importers.claims.base import ForeignClaim, loaded
from factdesk.importers.html import jsonld
from factdesk.importers.sniff import HEAD, is_archive, is_text, plain_head


def is_table(document: Document) -> bool:
    """Tell whether claims stand in rows: in a workbook, or text that is neither JSON nor a page."""
    content = document.content
    if is_archive(content):
        from factdesk.importers.archive import Archive  # noqa: PLC0415 - loads lxml

        return any(name.startswith("xl/") for name in Archive(content).names)
    return plain_head(content[:HEAD]).lstrip()[:1] not in {b"{", b"[", b"<", b""} and is_text(
        content[:HEAD]
    )


def read(content: bytes) -> list[ForeignClaim]:
    """Read the claims in a file: annotations of the W3C's form or Hypothesis', or ClaimReviews.

    ClaimReviews may also stand in a saved page.

    Raises:
        ImportFailed: if there are none in it.
    """
    document = _of_page(content) if content.lstrip()[:1] == b"<" else loaded(content)
    found = annotations.claims(document) or claimreview.claims(document)
    if not found:
        raise ImportFailed(
            "There is neither an annotation nor a ClaimReview in this file.",
            "Export W3C Web Annotations, Hypothesis annotations or ClaimReviews as JSON.",
            kind="no_claims",
        )
    return found


def _of_page(content: bytes) -> object:
    """Give what a page says of itself in JSON-LD."""
    from lxml import etree, html  # noqa: PLC0415 - only for pages

    try:
        return jsonld.nodes(html.document_fromstring(content))
    except (ValueError, etree.LxmlError):  # there is nothing in it
        return []
