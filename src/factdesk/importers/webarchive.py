"""Web archives, as Safari saves a page: a property list that holds the page's bytes."""

import plistlib
from xml.parsers.expat import ExpatError

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.html import PageImporter
from factdesk.importers.sniff import is_property_list


class WebArchiveImporter:
    """Reads the main page of a web archive."""

    name = "web archive"
    media_types = frozenset({"application/x-webarchive"})
    suffixes = frozenset({".webarchive"})

    def recognises(self, head: bytes) -> bool:
        """Take property lists, binary or XML."""
        return is_property_list(head)

    def read(self, document: Document) -> Draft:
        """Read the main resource as the page that it is.

        Raises:
            ImportFailed: if it is no web archive, or its page cannot be read.
        """
        page = _page(_main(document.content), document)
        read_with = "web archive, page (trafilatura)"
        update = {"media_type": "application/x-webarchive", "read_with": read_with}
        return PageImporter().read(page).model_copy(update=update)


def _page(main: dict[str, object], document: Document) -> Document:
    content, charset = main.get("WebResourceData"), main.get("WebResourceTextEncodingName")
    url = str(main.get("WebResourceURL") or "")
    return Document(
        name=document.name,
        media_type=f"text/html; charset={charset or ''}",
        content=content if isinstance(content, bytes) else str(content or "").encode(),
        url=document.url or (url if url.startswith(("http://", "https://")) else ""),
    )


def _main(content: bytes) -> dict[str, object]:
    try:
        archive = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, RecursionError) as error:
        raise ImportFailed("The web archive is damaged.", "Save the page again.") from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict):
        raise ImportFailed(
            "This is a property list that holds no page.",
            "Save the page as a web archive in Safari.",
            kind="unsupported",
        )
    return main
