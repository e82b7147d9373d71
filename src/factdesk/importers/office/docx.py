"""Word documents: what they say of themselves, their story, and what was marked in it."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from factdesk.errors import ImportFailed
from factdesk.importers import markup_blocks
from factdesk.importers.archive import Archive
from factdesk.importers.base import Document, Draft
from factdesk.importers.office.properties import CREATED, Properties, first, people
from factdesk.importers.office.word_repair import repair, unwrap_single_forms
from factdesk.importers.office.word_story import FORMLESS, read_story

#: Bytes of the text's own XML: mammoth takes a hundred times as much memory.
LARGEST = 10_000_000
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
    content, broken = document.content, repair(parts)
    if unwrap_single_forms(parts.values()) or broken:
        content = archive.with_parts(parts)
        archive = Archive(content)
    warnings = [*_warnings(parts), *([CREATED] if told.published else []), *broken]
    story, claims = read_story(archive, parts, content, told.title)
    return Draft(
        **{**told._asdict(), "title": story.title},
        url=document.url,
        blocks=story.blocks,
        dek=next((block.text for block in story.blocks if block.kind == "dek"), ""),
        claims=claims,
        warnings=(*warnings, *([FORMLESS] if story.formless else [])),
        media_type=_TYPE,
        read_with="Word (mammoth)",
    )


def _is_text(name: str) -> bool:
    """Tell whether mammoth parses it: all of it is looked at before."""
    return name.endswith((".xml", ".rels")) and not name.startswith(("word/theme", "customXml/"))


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
        yield f"Comments in the document, which are no part of the text: {counts['comment']}."
    if counts["ins"] or counts["del"]:
        yield (
            f"Tracked changes: {counts['ins']} insertions and {counts['del']} deletions;"
            " the text is read as if all were accepted."
        )
