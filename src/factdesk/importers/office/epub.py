"""Electronic books: the chapters of the spine, one after the other."""

import html
import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from factdesk.errors import ImportFailed
from factdesk.importers import markup_blocks
from factdesk.importers.archive import Archive, encrypted
from factdesk.importers.base import Document, Draft
from factdesk.importers.encoding import decode
from factdesk.importers.office.epub_headings import mark_headings
from factdesk.importers.office.properties import first, people

_CONTAINER, _ENCRYPTION = "META-INF/container.xml", "META-INF/encryption.xml"
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[[^\]]*\])?[^>]*>|<\?xml[^>]*\?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w{1,31};")


def read(archive: Archive, document: Document) -> Draft:
    """Read a book.

    Raises:
        ImportFailed: if it is damaged, encrypted, or a part of it is unsafe.
    """
    roots = (root.get("full-path", "") for root in archive.xml(_CONTAINER).iter("{*}rootfile"))
    package = next(roots, "")
    opf = archive.xml(package)
    metadata = next(opf.iter("{*}metadata"), None)
    chapters = [name for name in _chapters(opf, dirname(package)) if name in archive.names]
    trees = [_chapter(archive.read(name)) for name in chapters]
    mark_headings(trees, _sheets(archive))
    blocks = tuple(block for tree in trees for block in markup_blocks.blocks(tree))
    if not blocks and _ENCRYPTION in archive.names:
        raise encrypted()
    title = first(metadata, "title")
    creators = [] if metadata is None else list(metadata.iter("{*}creator"))
    return Draft(
        title=title,
        authors=people(["".join(each.itertext()).strip() for each in creators]),
        publisher=first(metadata, "publisher"),
        published=first(metadata, "date"),
        language=first(metadata, "language"),
        url=document.url,
        blocks=blocks[1:] if blocks and blocks[0].text == title else blocks,
        media_type="application/epub+zip",
        read_with="EPUB",
    )


def _chapters(opf: _Element, folder: str) -> Iterator[str]:
    """Name the entries of the spine; the table of contents is none of the text."""
    manifest = {item.get("id"): item for item in opf.iter("{*}item")}
    for reference in opf.iter("{*}itemref"):
        item = manifest.get(reference.get("idref"))
        if item is None or "nav" in item.get("properties", "").split():
            continue
        if item.get("media-type") in {"application/xhtml+xml", "text/html"}:
            yield normpath(join(folder, unquote(item.get("href", ""))))


def _sheets(archive: Archive) -> Iterator[str]:
    for name in sorted(archive.names):
        if name.endswith(".css"):
            yield decode(archive.read(name))


def _chapter(content: bytes) -> _Element:
    """Read a chapter, its declarations taken out: they could only name entities."""
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), _DOCTYPE.sub("", decode(content)))
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise ImportFailed("A chapter of the book is damaged.", kind="damaged")
    return root
