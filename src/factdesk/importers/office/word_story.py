"""The story of a Word document: mammoth turns it into clean markup, and that becomes blocks."""

import logging
from collections.abc import Mapping
from copy import deepcopy
from io import BytesIO
from typing import NamedTuple
from xml.parsers.expat import ExpatError

from lxml import etree
from lxml.etree import _Element

from factdesk.importers import markup_blocks, xml_tree
from factdesk.importers.archive import Archive, damaged
from factdesk.importers.base import DraftBlock
from factdesk.importers.claims.base import ForeignClaim
from factdesk.importers.house_style import block_text
from factdesk.importers.markup_blocks import local_name
from factdesk.importers.office import word_claims
from factdesk.importers.office.properties import title_and_blocks
from factdesk.importers.office.word_borders import DELETED, INSERTED, borders, set_borders
from factdesk.importers.office.word_changes import (
    TrackedChange,
    set_borders_of_changes,
    undo_changes,
)
from factdesk.importers.office.word_comments import threads
from factdesk.importers.office.word_edition import Edition
from factdesk.importers.office.word_repair import STORIES, plain_markup
from factdesk.text.canonical import assemble
from factdesk.text.ink import Inked

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


#: Said where the converter stumbled and only the words could be read.
FORMLESS = (
    "The document is damaged: its words were read without their form;"
    " headings, lists and tables stand as paragraphs."
)


class Story(NamedTuple):
    """The text of a document, and where its borders are in it."""

    title: str
    blocks: tuple[DraftBlock, ...]
    edition: Edition
    formless: bool = False


def read_story(
    archive: Archive, parts: Mapping[str, _Element], content: bytes, title: str
) -> tuple[Story, tuple[ForeignClaim, ...]]:
    """Read the text, its tracked changes made, and what others have marked in it.

    ``title`` is what the document's properties say; ``parts`` are not the same afterwards.
    """
    comments = threads(parts)
    stories = {name: part for name, part in parts.items() if local_name(part) in STORIES}
    changes: list[TrackedChange] = []
    for part in stories.values():
        changes += set_borders_of_changes(part, len(changes))
    if not comments and not changes:
        return _story(content, title), ()
    former = deepcopy(stories)
    for part in stories.values():
        set_borders(part, DELETED)
    now = then = _story(archive.with_parts(stories), title)
    if changes:
        for part in former.values():
            set_borders(part, INSERTED)
            undo_changes(part)
        then = _story(archive.with_parts(former), title)
    return now, word_claims.claims(comments, changes, now.edition, then.edition)


def _story(content: bytes, told: str) -> Story:
    root, formless = _markup(content)
    blocks = list(markup_blocks.blocks(root))
    title, kept = title_and_blocks(told, blocks)
    before = Inked("".join(block.text for block in blocks[: len(blocks) - len(kept)]))
    text, places = assemble((block.kind, block_text(block.text)) for block in kept)
    inked = Inked(text)
    found, count = borders(root)
    told_places = found if count == before.count + inked.count else {}
    return Story(title, kept, Edition(before, inked, places, told_places), formless)


def _markup(content: bytes) -> tuple[_Element, bool]:
    import mammoth  # noqa: PLC0415 - loaded with the first document

    logging.getLogger("mammoth").setLevel(logging.CRITICAL)
    try:
        result = mammoth.convert_to_html(
            BytesIO(content),
            style_map=_STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            convert_image=mammoth.images.img_element(lambda _: {"src": ""}),
        )
    except (LookupError, ValueError, TypeError, AttributeError, OSError, ExpatError) as error:
        # a part is missing, or holds what no such part does
        root = _formless(Archive(content))
        if not any(root.itertext()):
            raise damaged() from error
        return root, True
    root = xml_tree.parse(f"<body>{result.value}</body>".encode())
    _mark_notes(root)
    return root, False


def _formless(archive: Archive) -> _Element:
    names = (n for n in sorted(archive.names) if n.startswith("word/") and n.endswith(".xml"))
    root = etree.Element("body")
    for text in plain_markup(map(archive.xml, names)):
        etree.SubElement(root, "p").text = text
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
