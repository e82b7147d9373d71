"""From a page's bytes to its tree."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.encoding import declared_charset, decode

#: No page may have more bytes than this once its inline pictures and fonts are out.
LARGEST = 8_000_000

_HEAD = 4096
_DATA_URI = re.compile(
    rb"data:[\w.+/-]{1,80}(?:;[\w=.-]{1,40}){0,4},[^\s\"'<>()]{64,}", re.IGNORECASE
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def markup(document: Document) -> str:
    """Decode a page, its inline pictures and fonts taken out: lxml loses what follows large ones.

    Raises:
        ImportFailed: if what remains is too large.
    """
    content = document.content
    if b"data:" in content:
        content = _DATA_URI.sub(b"", content)
    if len(content) > LARGEST:
        raise ImportFailed(
            f"The page has more than {LARGEST // 1_000_000} MB of text and markup.",
            "Copy the article's text and paste it.",
            kind="too_large",
        )
    declared = declared_charset(document.media_type) or declared_charset(
        content[:_HEAD].decode("latin-1")
    )
    return _UNREADABLE.sub("", _XML_DECLARATION.sub("", decode(content, declared)))


def parse(page: str) -> HtmlElement:
    """Parse a page.

    Raises:
        ImportFailed: if there is nothing in it.
    """
    parser = HTMLParser(
        collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(page.encode(), parser)
    except etree.LxmlError as error:
        raise ImportFailed("The page cannot be parsed.", "Save it again.") from error
    if root is None:
        raise ImportFailed("The page is empty.", "Save it again.", kind="empty")
    return root
