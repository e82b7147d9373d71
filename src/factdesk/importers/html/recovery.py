"""Paragraphs that trafilatura lost, brought back where two signs make them the story's."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise

from lxml.etree import _Element

from factdesk.importers.html.extraction import Passage, merged_by_place
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.foreign import is_no_text
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.notices import is_notice
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.html.regions import Regions
from factdesk.importers.html.vote import Grams, grams, known_grams
from factdesk.importers.signs import ends_a_sentence, is_label, is_pointer
from factdesk.model.span import BlockKind

_KINDS = {
    **dict.fromkeys(("h2", "h3", "h4"), BlockKind.HEADING),
    **dict.fromkeys(("p", "div"), BlockKind.PARAGRAPH),
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
}
_SIBLINGS = 3  # kept blocks of one parent that make it the story's
_BOXES = 6  # around a block's parent in which the story may lie
_MOSTLY_LINK = 0.45
_OWN = 0.8
_LONG = 60  # letters of what the publisher's text is asked about


def recover(passages: list[Passage], outline: Outline, known: Metadata) -> list[Passage]:
    """Insert lost blocks: among kept ones, or in the publisher's text."""
    placed = [each for each in passages if each.spot and not each.reason]
    if len(placed) < _SIBLINGS:
        return passages
    story = _Story(passages, placed, known_grams(passages, known.body))
    posts = list(story.posts(outline.spots))
    lost = [_passage(spot) for spot in story.lost(outline.spots)]
    return merged_by_place(passages, sorted([*posts, *lost], key=lambda each: each.index))


def everything(outline: Outline, passages: list[Passage]) -> list[Passage]:
    """Give all blocks that are no links and not there yet: better than no article at all."""
    there = {passage.key for passage in passages}
    return [
        Passage(spot.text, _KINDS.get(spot.element.tag, BlockKind.PARAGRAPH), key=spot.key)
        for spot in outline.spots
        if spot.key and spot.key not in there and spot.link_share < _MOSTLY_LINK
    ]


class _Story:
    def __init__(self, passages: list[Passage], placed: list[Passage], body: Grams) -> None:
        self._body = body
        self._regions = Regions(passages)
        self._taken = {passage.index for passage in passages}
        self._text = "\n".join(passage.key for passage in passages)
        parents = Counter(_parent(each.spot) for each in placed if each.spot)
        self._parents = {parent for parent, count in parents.items() if count >= _SIBLINGS}
        shapes = Counter(shape for each in placed if each.spot for shape in _shapes(each.spot))
        self._shapes = {shape for shape, count in shapes.items() if count >= _SIBLINGS}
        headings = (each.spot for each in placed if each.kind == BlockKind.HEADING)
        self._makes = {_make(spot) for spot in headings if spot}
        self._parent_at = {each.index: _parent(each.spot) for each in placed}
        self._first = min(each.index for each in placed)
        self._last = max(each.index for each in placed)

    def lost(self, spots: Sequence[Spot]) -> Iterable[Spot]:
        return (
            spot
            for spot in spots
            if spot.element.tag in _KINDS and self._is_own(spot) and self._is_lost(spot)
        )

    def posts(self, spots: Sequence[Spot]) -> Iterator[Passage]:
        """Give the quotations of which nothing was taken, as whole blocks: embedded posts."""
        for quote, group in groupby(spots[self._first : self._last], key=_quotation):
            parts = list(group)
            own = quote is not None and any(box in self._parents for box in quote.iterancestors())
            if own and all(spot.index not in self._taken for spot in parts):
                text = flowing_text(quote)
                foreign = self._regions.foreign_name(quote) or is_notice(text)
                if key(text) not in self._text and not foreign:
                    self._taken.update(spot.index for spot in parts)
                    yield Passage(text, BlockKind.QUOTE, key=key(text), spot=parts[0])

    def _is_lost(self, spot: Spot) -> bool:
        return (
            spot.index not in self._taken
            and bool(spot.key)
            and spot.key not in self._text
            and spot.link_share < _MOSTLY_LINK
            and not is_label(spot.text)
            and not is_pointer(spot.text)
            and not is_no_text(spot.text)
            and not is_notice(spot.text)
            and not self._regions.foreign_name(spot.element)
        )

    def _is_own(self, spot: Spot) -> bool:
        if self._body:
            own = grams(spot.text) if len(spot.key) > _LONG else frozenset()
            return bool(own) and len(own & self._body) > _OWN * len(own)
        within = self._first <= spot.index + 1 and spot.index < self._last
        if not within and (len(spot.text) < 80 or not ends_a_sentence(spot.text)):
            return False
        return (
            _parent(spot) in self._parents
            or any(shape in self._shapes for shape in _shapes(spot))
            or self._opens_entry(spot)
            or (within and self._is_listed(spot))
        )

    def _is_listed(self, spot: Spot) -> bool:
        """Tell whether its list stands beside kept blocks."""
        around = islice(spot.element.iterancestors(), 1, 2)
        return spot.element.tag == "li" and any(box in self._parents for box in around)

    def _opens_entry(self, spot: Spot) -> bool:
        """Tell whether it heads the kept block right after it and looks as other kept headings."""
        return _make(spot) in self._makes and self._parent_at.get(spot.index + 1) is _parent(spot)


def _shapes(spot: Spot) -> Iterator[tuple[_Element, tuple[tuple[str, str], ...]]]:
    """Give the boxes around it with the way down to it: parts of a story lie alike."""
    way = [_make(spot)]
    for inner, box in pairwise(islice(spot.element.iterancestors(), 1 + _BOXES)):
        way.append((str(inner.tag), inner.get("class") or ""))
        yield box, tuple(way)


def _quotation(spot: Spot) -> _Element | None:
    return next(spot.element.iterancestors("blockquote"), None)


def _make(spot: Spot) -> tuple[str, str]:
    """Give the element's name and class: headings of one make look alike."""
    return str(spot.element.tag), spot.element.get("class") or ""


def _parent(spot: Spot | None) -> _Element | None:
    return spot.element.getparent() if spot else None


def _passage(spot: Spot) -> Passage:
    return Passage(spot.text, _KINDS[spot.element.tag], key=spot.key, spot=spot)
