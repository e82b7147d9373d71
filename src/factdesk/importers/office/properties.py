"""What office documents say of themselves, and which of their blocks is the title."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml.etree import _Element

from factdesk.importers.base import DraftBlock
from factdesk.model.span import BlockKind

_SEVERAL = re.compile(r"\s*;\s*")
_NOBODY = re.compile(
    r"^(?:python-docx|user|admin(?:istrator)?|author|unknown(?: author)?|owner|microsoft office.*"
    r"|windows.*|un-named|pandoc|calibre.*)$",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"^(?:untitled.*|microsoft word - .*|document ?\d*|word document)$", re.IGNORECASE
)

#: Said where a date is the document's own.
CREATED = "The date is the day on which the document was created."


class Properties(NamedTuple):
    """What a document says of itself; empty where it says nothing."""

    title: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    language: str = ""
    publisher: str = ""


def first(root: _Element | None, *names: str) -> str:
    """Give the text of the first element with one of the names that has any."""
    for name in names:
        for element in root.iter(f"{{*}}{name}") if root is not None else ():
            if text := " ".join("".join(element.itertext()).split()):
                return text
    return ""


def people(names: str | Sequence[str]) -> tuple[str, ...]:
    """Name authors, without what programs put where nobody gave a name."""
    told = _SEVERAL.split(names) if isinstance(names, str) else names
    return tuple(dict.fromkeys(name for name in told if name and not _NOBODY.match(name)))


def title_and_blocks(told: str, blocks: Sequence[DraftBlock]) -> tuple[str, tuple[DraftBlock, ...]]:
    """Take the heading that opens the text for the title; what the properties say comes second."""
    told = "" if _NO_TITLE.match(told) else told
    opening = blocks[0] if blocks else DraftBlock(BlockKind.PARAGRAPH, "")
    if opening.kind == BlockKind.HEADING or (told and _same(opening.text, told)):
        return " ".join(opening.text.split()), tuple(blocks[1:])
    return told, tuple(blocks)


def _same(one: str, other: str) -> bool:
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()
