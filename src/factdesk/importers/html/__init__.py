"""Saved pages: the story by trafilatura, then a pass of our own over its blocks."""

from factdesk.importers.base import Document, Draft
from factdesk.importers.salvage import is_too_deep, salvaged
from factdesk.importers.sniff import has_markup


class PageImporter:
    """Reads HTML and XHTML. The libraries are loaded with the first page."""

    name = "page"
    media_types = frozenset({"text/html", "application/xhtml+xml"})
    suffixes = frozenset({".html", ".htm", ".xhtml", ".xht", ".shtml"})

    def recognises(self, head: bytes) -> bool:
        """Take what has at least one tag of HTML."""
        return has_markup(head)

    def read(self, document: Document) -> Draft:
        """Understand the page as the article that its readers see.

        Raises:
            ImportFailed: if the page is too large or holds no article.
        """
        if is_too_deep(document.content):
            return salvaged(document)
        from factdesk.importers.html.page import read  # noqa: PLC0415 - loads lxml and trafilatura

        try:
            return read(document)
        except RecursionError:  # what never stands in one another in a sound page does here
            return salvaged(document)
