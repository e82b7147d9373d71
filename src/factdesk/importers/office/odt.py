"""OpenDocument texts, as LibreOffice writes them."""

from collections.abc import Iterator

from lxml.etree import _Element

from factdesk.importers.archive import Archive, encrypted
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.markup_blocks import local_name
from factdesk.importers.office.odt_text import Reading
from factdesk.importers.office.properties import CREATED, first, people, title_and_blocks
from factdesk.model.span import BlockKind

_MANIFEST = "META-INF/manifest.xml"
#: What the styles that come with the program mean; others are traced to their parents.
_KINDS = {
    "Title": BlockKind.HEADING,
    "Subtitle": BlockKind.DEK,
    **dict.fromkeys(("Quotations", "Quote", "Block_20_Text"), BlockKind.QUOTE),
    **dict.fromkeys(("Caption", "Illustration", "Figure", "Drawing"), BlockKind.CAPTION),
}
_FARTHEST = 20  # parents of a style


def read(archive: Archive, document: Document) -> Draft:
    """Read an OpenDocument text.

    Raises:
        ImportFailed: if it is damaged, encrypted, or a part of it is unsafe.
    """
    if _MANIFEST in archive.names and b"encryption-data" in archive.read(_MANIFEST):
        raise encrypted()
    content = archive.xml("content.xml")
    trees = [archive.xml(name) for name in ("styles.xml",) if name in archive.names]
    meta = archive.xml("meta.xml") if "meta.xml" in archive.names else None
    reading = Reading(_style_kinds([content, *trees]))
    blocks: list[DraftBlock] = []
    for body in content.iter("{*}text"):
        if local_name(body.getparent()) == "body":
            blocks.extend(reading.blocks(body))
    title, kept = title_and_blocks(first(meta, "title"), blocks)
    created = first(meta, "creation-date")
    return Draft(
        title=title,
        authors=people(first(meta, "initial-creator", "creator")),
        published=created,
        modified=first(meta, "date"),
        language=first(meta, "language"),
        url=document.url,
        blocks=(*kept, *reading.notes),
        dek=next((block.text for block in kept if block.kind == "dek"), ""),
        warnings=(*_warnings(content), *([CREATED] if created else [])),
        media_type="application/vnd.oasis.opendocument.text",
        read_with="OpenDocument",
    )


def _style_kinds(trees: list[_Element]) -> dict[str, BlockKind]:
    """Trace every paragraph style to one that means something."""
    parents = {
        _attribute(style, "name"): _attribute(style, "parent-style-name")
        for tree in trees
        for style in tree.iter("{*}style")
    }
    kinds = {}
    for style in [*parents, *_KINDS]:
        name = style
        for _ in range(_FARTHEST):
            if name in _KINDS or not name:
                break
            name = parents.get(name, "")
        if name in _KINDS:
            kinds[style] = _KINDS[name]
    return kinds


def _attribute(element: _Element, name: str) -> str:
    return next((str(v) for k, v in element.items() if str(k).endswith("}" + name)), "")


def _warnings(content: _Element) -> Iterator[str]:
    comments = sum(1 for _ in content.iter("{*}annotation"))
    changes = sum(1 for _ in content.iter("{*}changed-region"))
    if comments:
        yield f"Comments in the document, which were not brought in: {comments}."
    if changes:
        yield f"Tracked changes: {changes}; the text is read as if all were accepted."
