"""What stands among the story on the page and was never taken for it: listed, never lost."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, islice, takewhile

from lxml.etree import _Element

from factdesk.importers.html.bylines import is_byline
from factdesk.importers.html.captions import is_of_picture
from factdesk.importers.html.extraction import Passage, kind_of, merged_by_place
from factdesk.importers.html.flow import key
from factdesk.importers.html.foreign import is_no_text
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.notices import CREDIT, NOTICE, is_notice
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.html.regions import Regions, in_part
from factdesk.importers.signs import is_credit
from factdesk.model.span import BlockKind

_REASON = "Not taken for a part of the story"
_SILENT = frozenset(
    ("nav", "form", "button", "select", "footer", "dialog", "noscript", "template", "menu")
)
_HIDDEN = re.compile(
    r"display:\s*none|visibility:\s*hidden|\b(?:sr-only|visually-?hidden|screen-reader)",
    re.IGNORECASE,
)
_MOSTLY_LINK = 0.45
_MOST = 500  # boxes that are looked into: each is looked for in all that is there
_FEWEST = 20  # letters of what is more than a label or a button


def with_overlooked(passages: list[Passage], outline: Outline, known: Metadata) -> list[Passage]:
    """Insert, as left out, the boxes of prose that lie in the story's part of the page."""
    kept = [each for each in passages if each.spot and not each.reason]
    regions = Regions(passages)
    body = regions.innermost_with_most()
    if body is None or not kept:
        return passages
    there = "\n".join(each.key for each in passages)
    taken = {each.index for each in passages}
    found = list[Passage]()
    spots = [spot for spot in _around(kept, body, outline) if spot.index not in taken]
    boxes = groupby(spots, key=lambda spot: regions.box(spot.element))
    for box, group in islice(boxes, _MOST):
        pieces = list(group)
        if not _is_prose(pieces, there):  # asked first: most boxes are menus and links
            continue
        pieces = [spot for spot in pieces if not _is_unseen(spot.element, box)]
        if _is_prose(pieces, there) and not _is_beside_the_text(passage := _passage(pieces), known):
            passage.leave_out(_reason(passage, regions.foreign_name(pieces[0].element)))
            found.append(passage)
            there += "\n" + passage.key
    return merged_by_place(passages, found)


def _is_beside_the_text(passage: Passage, known: Metadata) -> bool:
    return is_no_text(passage.text) or is_byline(passage.text, known.authors)


def _reason(passage: Passage, name: str) -> str:
    if is_notice(passage.text):
        return NOTICE
    if is_credit(passage.text) and "\n" not in passage.text:
        return CREDIT
    return in_part(name) if name else _REASON


def _around(kept: Sequence[Passage], body: _Element, outline: Outline) -> Iterator[Spot]:
    """Give what stands between kept blocks, and what follows the last where the story lies."""
    first, last = min(each.index for each in kept), max(each.index for each in kept)
    yield from outline.spots[first:last]
    yield from takewhile(
        lambda spot: body in spot.element.iterancestors(), outline.spots[last + 1 :]
    )


def _is_prose(pieces: Sequence[Spot], there: str) -> bool:
    """Tell whether the pieces of a box are prose of which most is nowhere yet."""
    letters = sum([len(spot.key) for spot in pieces])
    if letters < _FEWEST:
        return False
    new = sum([len(spot.key) for spot in pieces if spot.key not in there])
    return (
        new >= _FEWEST
        and 2 * new >= letters
        and sum([spot.link_share * len(spot.key) for spot in pieces]) < _MOSTLY_LINK * letters
    )


def _passage(pieces: Sequence[Spot]) -> Passage:
    """Make one block of a box's pieces."""
    text = "\n".join(_lines(pieces))
    return Passage(text, _kind(pieces), key=key(text), spot=pieces[0])


def _lines(pieces: Sequence[Spot]) -> Iterator[str]:
    """Give the pieces' texts, once where they lie in one another, and the rows of tables."""
    told = ""
    for row, cells in groupby(pieces, key=_row):
        if row is not None:
            yield "\t".join(spot.text.replace("\n", " ") for spot in cells)
            continue
        for spot in cells:
            if spot.key not in told:
                told += spot.key
                yield spot.text


def _row(spot: Spot) -> _Element | None:
    return next(spot.element.iterancestors("tr"), None)


def _kind(pieces: Sequence[Spot]) -> BlockKind:
    if any(_row(spot) is not None for spot in pieces):
        return BlockKind.TABLE
    if is_of_picture(pieces[0].element):
        return BlockKind.CAPTION
    if next(pieces[0].element.iterancestors("blockquote"), None) is not None:
        return BlockKind.QUOTE
    return kind_of(pieces[0]) if len(pieces) == 1 else BlockKind.PARAGRAPH


def _is_unseen(element: _Element, box: _Element) -> bool:
    """Tell whether it, or what is around it in its box, is hidden or no text."""
    for each in (element, *element.iterancestors()):
        if (
            each.tag in _SILENT
            or "hidden" in each.attrib
            or each.get("aria-hidden") == "true"
            or _HIDDEN.search(f"{each.get('style')} {each.get('class')}")
        ):
            return True
        if each is box:
            return False
    return False
