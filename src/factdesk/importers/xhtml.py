"""XHTML, which is XML: elements may be closed in themselves, and sections may hold characters."""

import re

from factdesk.importers.base import Document, Draft
from factdesk.importers.html import PageImporter
from factdesk.importers.sniff import is_xhtml

_SELF_CLOSED = re.compile(
    rb"<((?:script|title|style|iframe|textarea|noscript|object|video|audio|canvas|select|option|ul"
    rb"|ol|li|p|div|span|a|i|b|em|strong|td|th|h[1-6]|section|article|aside|figure)\b"
    rb"[^<>]*?)/>",
    re.IGNORECASE,
)
_MARKS = (b"<![CDATA[", b"]]>")


class XhtmlImporter:
    """Reads XHTML by the rules of XML where these differ from those of pages."""

    name = "XHTML"
    media_types = frozenset({"application/xhtml+xml"})
    suffixes = frozenset({".xhtml", ".xht", ".html", ".htm"})

    def recognises(self, head: bytes) -> bool:
        """Take XML that names the namespace of XHTML."""
        return is_xhtml(head)

    def read(self, document: Document) -> Draft:
        """Rewrite it as a page, and read that.

        Raises:
            ImportFailed: if the page is too large or holds no article.
        """
        content = as_page(document.content)
        draft = PageImporter().read(document.model_copy(update={"content": content}))
        return draft.model_copy(update={"media_type": "application/xhtml+xml"})


def as_page(content: bytes) -> bytes:
    """Close what is closed in itself, and take out what marks sections of characters."""
    for mark in _MARKS:
        content = content.replace(mark, b"")
    return _SELF_CLOSED.sub(_closed, content)


def _closed(found: re.Match[bytes]) -> bytes:
    name = found[1].split(maxsplit=1)[0]
    return b"<" + found[1].rstrip() + b"></" + name + b">"
