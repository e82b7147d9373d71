"""Captions: trafilatura drops them, readers see them, so they are taken from the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.html.regions import Regions
from factdesk.model.span import BlockKind

_FEWEST = 3  # words
_MOSTLY_LINK = 0.6
_BESIDE = 3  # blocks
_MOST = 300  # captions of a page
_SHORTEST, _LONG = 15, 30  # letters


@dataclass(slots=True)
class _Caption:
    text: str
    key: str
    spot: Spot
    element: _Element


def with_captions(passages: list[Passage], outline: Outline) -> list[Passage]:
    """Place the captions of the pictures that stand among the story's blocks."""
    kept = [each.index for each in passages if each.spot and not each.reason]
    if not kept:
        return passages
    head = outline.title_before(min(kept))
    regions = Regions(passages)
    merged = list(passages)
    for caption in islice(_captions(outline), _MOST):
        near = (min(kept) if head is None else head) <= caption.spot.index <= max(kept) + 2
        if near and not regions.foreign_name(caption.spot.element):
            merged = _placed(merged, caption)
    return merged


def _captions(outline: Outline) -> Iterator[_Caption]:
    """Give each figcaption once, its parts joined, at the place of its first part."""
    for element in outline.root.iter("figcaption"):
        spot = next((outline.at[each] for each in element.iter() if each in outline.at), None)
        text = flowing_text(element)
        if spot and spot.link_share < _MOSTLY_LINK and len(text.split()) >= _FEWEST:
            yield _Caption(text, key(text), spot, element)


def _placed(merged: list[Passage], caption: _Caption) -> list[Passage]:
    """Insert a caption that is not there yet, and take out what it says again beside it."""
    rest = [each for each in merged if not _is_part(each, caption)]
    if any(_is_same(each.key, caption.key) for each in rest):
        return merged
    for each in rest:
        beside = abs(each.index - caption.spot.index) <= _BESIDE
        if beside and len(each.key) >= _SHORTEST and each.key in caption.key:
            each.leave_out("Repeated by the caption")
    index = caption.spot.index
    place = next((i for i, each in enumerate(rest) if each.index > index), len(rest))
    rest.insert(place, Passage(caption.text, BlockKind.CAPTION, key=caption.key, spot=caption.spot))
    return rest


def _is_part(passage: Passage, caption: _Caption) -> bool:
    """Tell whether the passage was read from the caption's own element."""
    return (
        passage.spot is not None
        and passage.key in caption.key
        and (
            passage.spot.element is caption.element
            or caption.element in passage.spot.element.iterancestors()
        )
    )


def _is_same(text: str, caption: str) -> bool:
    return len(text) > _LONG and (caption in text or text in caption)
