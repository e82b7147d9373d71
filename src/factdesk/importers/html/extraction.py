"""What trafilatura takes for the story, as passages of our own."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement

from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.sorting import Candidate
from factdesk.model.span import BlockKind

_BLANK_LINES = re.compile(r"\n\s*\n")
_LONG_CELL, _LONGEST_CELL = 200, 600  # letters
_SENTENCE, _SHORTEST = 80, 500  # letters of prose, and of a story that is beyond doubt
_MOST = 0.75  # of the page's prose
_MOSTLY_LINK = 0.45
_SEVERAL = 3  # blocks that one paragraph runs through
#: What an element of the page is, where its name tells.
_SPOT_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4"), BlockKind.HEADING),
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
}
_KINDS = {"head": BlockKind.HEADING, "quote": BlockKind.QUOTE}


@dataclass(slots=True)
class Passage(Candidate):
    """A block with its place in the page; the items of one list share its number."""

    key: str = ""
    spot: Spot | None = None
    group: int = 0

    @property
    def index(self) -> int:
        """Its place in the page's order, -1 where that is not known."""
        return self.spot.index if self.spot else -1

    @property
    def links(self) -> int:
        """Count the links in it."""
        return sum(1 for _ in self.spot.element.iter("a")) if self.spot else 0

    @property
    def link_share(self) -> float:
        """Tell the share of the letters that stand in links, 0 where that is not known."""
        return self.spot.link_share if self.spot else 0.0


def merged_by_place(passages: Sequence[Passage], others: Iterable[Passage]) -> list[Passage]:
    """Insert others where they stand in the page."""
    merged = list(passages)
    for each in others:
        merged.insert(place_of(each.index, merged), each)
    return merged


def place_of(index: int, passages: Sequence[Passage]) -> int:
    """Tell before which passage a place of the page lies, few of which stand out of the order."""
    place = balance = least = 0
    for number, each in enumerate(passages, 1):
        if each.spot:
            balance += 1 if each.index > index else -1
        if balance <= least:
            place, least = number, balance
    return place


def extracted(root: HtmlElement, outline: Outline) -> list[Passage]:
    """Let trafilatura find the story, and find its blocks again in the page.

    Its second opinion costs as much again as the first and changes it on a page of thirty: it is
    asked for only where the first leaves out much of what stands on the page as prose.
    """
    passages = list(_passages(root, fast=True))
    if not _holds(passages, _prose_spots(outline)):
        passages = list(_passages(root, fast=False))
    last = -1
    for passage in passages:
        passage.spot = outline.find(passage.key, last)
        last = passage.index if passage.spot else last
    return [part for passage in passages for part in _parted(passage, outline)]


def _parted(passage: Passage, outline: Outline) -> list[Passage]:
    """Part what runs through several blocks of the page: of a short page it is all one text."""
    rest, parts = passage.key, list[Spot]()
    may = passage.kind == BlockKind.PARAGRAPH and _is_long(passage)
    for spot in filter(_has_letters, outline.spots if may else ()):
        if rest and rest.startswith(spot.key):
            rest = rest.removeprefix(spot.key)
            parts.append(spot)
        elif parts:
            break
    if rest or len(parts) < _SEVERAL:
        return [passage]
    return [Passage(each.text, kind_of(each), key=each.key, spot=each) for each in parts]


def _has_letters(spot: Spot) -> bool:
    return bool(spot.key)


def _is_long(passage: Passage) -> bool:
    """Tell whether it holds more than the block at which it begins, as far as that is known."""
    return passage.spot is None or len(passage.key) > len(passage.spot.key)


def kind_of(spot: Spot) -> BlockKind:
    """Tell what a block of the page is, where its element's name tells."""
    return _SPOT_KINDS.get(str(spot.element.tag), BlockKind.PARAGRAPH)


def _prose_spots(outline: Outline) -> list[Spot]:
    return [
        spot
        for spot in outline.spots
        if len(spot.key) > _SENTENCE and spot.element.tag == "p" and spot.link_share < _MOSTLY_LINK
    ]


def _holds(passages: list[Passage], spots: list[Spot]) -> bool:
    """Tell whether most of the page's prose was found, of which there is some."""
    text = "\n".join(passage.key for passage in passages)
    found = sum(len(spot.key) for spot in spots if spot.key in text)
    return found > max(_SHORTEST, _MOST * sum(len(spot.key) for spot in spots))


def _passages(root: HtmlElement, *, fast: bool) -> Iterator[Passage]:
    body = _body(root, fast=fast)
    for number, element in enumerate(body if body is not None else (), 1):
        for kind, text in _texts(element):
            for part in _BLANK_LINES.split(text):
                if part.strip():
                    yield Passage(part.strip(), kind, key=key(part), group=number)


def _body(root: HtmlElement, *, fast: bool) -> _Element | None:
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second, with the first page

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = bare_extraction(
        root,
        fast=fast,
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        include_links=False,
        with_metadata=False,
    )
    return None if found is None else found.body


def _texts(element: _Element) -> Iterator[tuple[BlockKind, str]]:
    if element.tag == "list":
        for each in element.iter("item"):
            yield BlockKind.LIST_ITEM, flowing_text(each)
    elif element.tag == "table" and _is_layout(element):
        for cell in element.iter("cell"):
            yield from _prose(cell)
    elif element.tag == "table":
        yield BlockKind.TABLE, "\n".join(filter(None, map(_row, element.iter("row"))))
    else:
        yield _KINDS.get(element.tag, BlockKind.PARAGRAPH), flowing_text(element)


def _is_layout(table: _Element) -> bool:
    """Tell whether the table only places prose: it has one column, or a cell too long for figures.

    A single column of short cells is a list of things and stays a table.
    """
    longest = max((len("".join(cell.itertext())) for cell in table.iter("cell")), default=0)
    single = all(len(row) <= 1 for row in table.iter("row"))
    return longest > (_LONG_CELL if single else _LONGEST_CELL)


def _prose(cell: _Element) -> Iterator[tuple[BlockKind, str]]:
    """Read a cell's own text and each of its children as blocks of their own."""
    yield BlockKind.PARAGRAPH, cell.text or ""
    for child in cell:
        if child.tag != "lb":
            yield from _texts(child)
        yield BlockKind.PARAGRAPH, child.tail or ""


def _row(row: _Element) -> str:
    return "\t".join(flowing_text(cell).replace("\n", " ") for cell in row.iter("cell")).rstrip()
