"""Word documents: mammoth turns them into clean markup, and that becomes blocks."""

import logging
from collections import Counter
from collections.abc import Iterator
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from factdesk.errors import ImportFailed
from factdesk.importers import markup_blocks, xml_tree
from factdesk.importers.archive import Archive
from factdesk.importers.base import Document, Draft
from factdesk.importers.office.properties import (
    CREATED,
    Properties,
    first,
    people,
    title_and_blocks,
)

#: Bytes of the text's own XML: mammoth takes a hundred times as much memory.
LARGEST = 10_000_000
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOTES = ("footnote-", "endnote-")
_BACK = ("#footnote-ref", "#endnote-ref")
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => subtitle:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Quotations'] => blockquote:fresh
p[style-name='Block Text'] => blockquote:fresh
p[style-name='Caption'] => figcaption:fresh
p[style-name='Illustration'] => figcaption:fresh
p[style-name='Figure'] => figcaption:fresh
p[style-name='heading 7'] => h6:fresh
p[style-name='heading 8'] => h6:fresh
p[style-name='heading 9'] => h6:fresh
p[style-name='List Paragraph'] => p:fresh
p[style-name^='toc '] => nav:fresh
p[style-name='TOC Heading'] => nav:fresh
"""


def read(archive: Archive, document: Document) -> Draft:
    """Read a Word document.

    Raises:
        ImportFailed: if a part is damaged, unsafe or too large, or there is no text.
    """
    parts = {name: archive.xml(name) for name in sorted(archive.names) if _is_text(name)}
    if sum(len(etree.tostring(part)) for part in parts.values()) > LARGEST:
        raise ImportFailed(
            "The document is longer than any article.",
            "Copy the article's text and paste it.",
            kind="too_large",
        )
    told = _properties(archive)
    blocks = list(markup_blocks.blocks(_markup(document.content)))
    title, kept = title_and_blocks(told.title, blocks)
    return Draft(
        **{**told._asdict(), "title": title},
        url=document.url,
        blocks=kept,
        dek=next((block.text for block in kept if block.kind == "dek"), ""),
        warnings=(*_warnings(parts), *([CREATED] if told.published else [])),
        media_type=_TYPE,
        read_with="Word (mammoth)",
    )


def _is_text(name: str) -> bool:
    """Tell whether mammoth parses it: all of it is looked at before."""
    return name.endswith((".xml", ".rels")) and not name.startswith(("word/theme", "customXml/"))


def _markup(content: bytes) -> _Element:
    import mammoth  # noqa: PLC0415 - loaded with the first document

    logging.getLogger("mammoth").setLevel(logging.CRITICAL)
    result = mammoth.convert_to_html(
        BytesIO(content),
        style_map=_STYLES,
        include_embedded_style_map=False,
        external_file_access=False,
        convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
    )
    root = xml_tree.parse(f"<body>{result.value}</body>".encode())
    _mark_notes(root)
    return root


def _mark_notes(root: _Element) -> None:
    """Put before each note the mark that stands in the text, in place of an arrow back to it."""
    notes = [item for item in root.iter("li") if item.get("id", "").startswith(_NOTES)]
    for number, note in enumerate(notes, 1):
        note.tag = "div"
        for paragraph in list(note.iter("p"))[:1]:
            paragraph.text = f"[{number}] {paragraph.text or ''}"
        for link in note.iter("a"):
            if link.get("href", "").startswith(_BACK):
                link.text = ""


def _properties(archive: Archive) -> Properties:
    name = "docProps/core.xml"
    core = archive.xml(name) if name in archive.names else None
    return Properties(
        title=first(core, "title"),
        authors=people(first(core, "creator")),
        published=first(core, "created"),
        modified=first(core, "modified"),
        language=first(core, "language"),
    )


def _warnings(parts: dict[str, _Element]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for name, part in parts.items():
        if name.startswith("word/"):
            counts.update(
                map(markup_blocks.local_name, part.iter("{*}comment", "{*}ins", "{*}del"))
            )
    if counts["comment"]:
        yield f"Comments in the document, which were not brought in: {counts['comment']}."
    if counts["ins"] or counts["del"]:
        yield (
            f"Tracked changes: {counts['ins']} insertions and {counts['del']} deletions;"
            " the text is read as if all were accepted."
        )
