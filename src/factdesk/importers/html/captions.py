"""Captions: trafilatura drops them, readers see them, so they are taken from the page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from factdesk.importers.html.extraction import Passage, merged_by_place
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.html.regions import Regions
from factdesk.importers.signs import is_headline_like
from factdesk.model.span import BlockKind

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:\w*captions?|(?:image|photo|picture|media|img|figure|gallery|video)-*"
    r"(?:desc\w*|title|text|caption|credits?|author|source|info|legend|copyright)|legende?"
    r"|bildunterschrift|bild-?text|pie-?(?:de-)?foto|didascalia|cutline|credits?)(?=$|[\s_-])",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"\d{1,2}:\d\d\s*(?:min|mins|minuten|minutes|minuti|minutos)\.?$", re.IGNORECASE
)
_ITALICS = ("em", "i", "small")
_LONGEST = 500  # characters
_FEWEST = 3  # words
_FEWEST_SIGNS = 6  # characters of a script without spaces
_SPACELESS = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_MOSTLY_LINK = 0.6
_BESIDE = 3  # blocks
_MOST = 300  # captions of a page
_SHORTEST, _LONG = 15, 30  # letters


def mark_captions(passages: Iterable[Passage], outline: Outline) -> None:
    """Give their kind to paragraphs that say by their names, or a film's length, what they are."""
    for passage in passages:
        if passage.kind == BlockKind.PARAGRAPH and len(passage.text) <= _LONGEST:
            named = passage.spot is not None and _is_named(passage.spot.element)
            if (
                _LENGTH.search(passage.text)
                or _is_below_picture(passage)
                or (named and not _stands_bare(passage, outline))
            ):
                passage.kind = BlockKind.CAPTION


def _is_below_picture(passage: Passage) -> bool:
    """Tell whether it is no sentence, and in italics all that a picture's paragraph holds."""
    if passage.spot is None or not is_headline_like(passage.text):
        return False
    element = passage.spot.element
    return next(element.iter("img", "picture"), None) is not None and any(
        key(flowing_text(each)) == passage.key for each in element.iter(*_ITALICS)
    )


def _stands_bare(passage: Passage, outline: Outline) -> bool:
    """Tell whether the same text stands outside of captions too: then it is the story's."""
    same = (spot for spot in outline.spots if spot.key == passage.key)
    return not all(_is_named(spot.element) for spot in same)


def is_of_picture(element: _Element) -> bool:
    """Tell whether it stands in a figure or says by its name that it is a caption."""
    return next(element.iterancestors("figure"), None) is not None or _is_named(element)


def _is_named(element: _Element) -> bool:
    around = (element, *islice(element.iterancestors(), 1))
    return any(_NAMES.search(each.get("class") or "") for each in around)


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
        if spot and spot.link_share < _MOSTLY_LINK and _says_something(text):
            yield _Caption(text, key(text), spot, element)


def _says_something(text: str) -> bool:
    """Tell whether there are some words, or as much in a script that parts none."""
    return len(text.split()) >= _FEWEST or (
        len(text) >= _FEWEST_SIGNS and _SPACELESS.search(text) is not None
    )


def _placed(merged: list[Passage], caption: _Caption) -> list[Passage]:
    """Insert a caption that is not there yet, and take out what it says again beside it."""
    rest = [each for each in merged if not _is_part(each, caption)]
    if any(_is_same(each.key, caption.key) for each in rest):
        return merged
    for each in rest:
        beside = abs(each.index - caption.spot.index) <= _BESIDE
        if beside and len(each.key) >= _SHORTEST and each.key in caption.key:
            each.leave_out("Repeated by the caption")
    passage = Passage(caption.text, BlockKind.CAPTION, key=caption.key, spot=caption.spot)
    return merged_by_place(rest, [passage])


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
