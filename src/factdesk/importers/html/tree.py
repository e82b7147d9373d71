"""From a page's bytes to its tree."""

import re

from lxml import etree
from lxml.html import HtmlElement

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.encoding import declared_charset, decode

#: No page may have more bytes than this once its inline pictures and fonts are out.
LARGEST = 8_000_000

_HEAD = 4096
#: All elements are of one class: lxml's own parser of HTML asks in Python for each which it is.
_ONE_CLASS = etree.ElementDefaultClassLookup(element=HtmlElement)
#: In small letters, as all browsers write it: only so it is looked for at the speed of the machine.
_DATA_URI = re.compile(rb"data:[\w.+/-]{1,80}(?:;[\w=.-]{1,40}){0,4},[^\s\"'<>()]{64,}")
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_UNREADABLE = bytes(set(range(0x20)) - set(b"\t\n\r"))


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
    return _XML_DECLARATION.sub("", decode(content, declared))


def parse(page: str) -> HtmlElement:
    """Parse a page.

    Raises:
        ImportFailed: if there is nothing in it.
    """
    parser = etree.HTMLParser(
        collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        content = page.encode(errors="ignore").translate(None, _UNREADABLE)
        root = etree.fromstring(content, parser)
    except etree.LxmlError as error:
        raise ImportFailed("The page cannot be parsed.", "Save it again.") from error
    if root is None:
        raise ImportFailed("The page is empty.", "Save it again.", kind="empty")
    return root


def strip_silent(root: HtmlElement) -> None:
    """Take out what no reader sees and no extractor asks for; JSON-LD stays."""
    for script in list(root.iter("script")):
        if "json" not in (script.get("type") or "").lower():
            script.drop_tree()
    etree.strip_elements(root, "style", "svg", with_tail=False)
