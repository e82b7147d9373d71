"""Paragraphs that trafilatura lost, brought back where two signs make them the story's."""

from collections import Counter
from collections.abc import Iterable, Sequence

from lxml.etree import _Element

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.foreign import is_no_text
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.html.regions import Regions
from factdesk.importers.html.vote import Grams, grams, known_grams
from factdesk.importers.signs import is_label, is_pointer
from factdesk.model.span import BlockKind

_KINDS = {
    **dict.fromkeys(("h2", "h3", "h4"), BlockKind.HEADING),
    **dict.fromkeys(("p", "div"), BlockKind.PARAGRAPH),
    "li": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
}
_SIBLINGS = 3  # kept blocks of one parent that make it the story's
_MOSTLY_LINK = 0.45
_OWN = 0.8
_LONG = 60  # letters of what the publisher's text is asked about


def recover(passages: list[Passage], outline: Outline, known: Metadata) -> list[Passage]:
    """Insert lost blocks: among kept ones, or in the publisher's text."""
    placed = [each for each in passages if each.spot and not each.reason]
    if len(placed) < _SIBLINGS:
        return passages
    story = _Story(passages, placed, known_grams(passages, known.body))
    lost = [_passage(spot) for spot in story.lost(outline.spots)]
    return _merged(passages, lost)


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

    def _is_lost(self, spot: Spot) -> bool:
        return (
            spot.index not in self._taken
            and bool(spot.key)
            and spot.key not in self._text
            and spot.link_share < _MOSTLY_LINK
            and not is_label(spot.text)
            and not is_pointer(spot.text)
            and not is_no_text(spot.text)
            and not self._regions.foreign_name(spot.element)
        )

    def _is_own(self, spot: Spot) -> bool:
        if self._body:
            own = grams(spot.text) if len(spot.key) > _LONG else frozenset()
            return bool(own) and len(own & self._body) > _OWN * len(own)
        within = self._first <= spot.index + 1 and spot.index < self._last
        return within and (_parent(spot) in self._parents or self._opens_entry(spot))

    def _opens_entry(self, spot: Spot) -> bool:
        """Tell whether it heads the kept block right after it and looks as other kept headings."""
        return _make(spot) in self._makes and self._parent_at.get(spot.index + 1) is _parent(spot)


def _make(spot: Spot) -> tuple[str, str]:
    """Give the element's name and class: headings of one make look alike."""
    return str(spot.element.tag), spot.element.get("class") or ""


def _parent(spot: Spot | None) -> _Element | None:
    return spot.element.getparent() if spot else None


def _passage(spot: Spot) -> Passage:
    return Passage(spot.text, _KINDS[spot.element.tag], key=spot.key, spot=spot)


def _merged(passages: list[Passage], lost: list[Passage]) -> list[Passage]:
    """Insert each lost passage before the first one that stands after it in the page."""
    merged = list(passages)
    for each in lost:
        after = (i for i, other in enumerate(merged) if other.index > each.index)
        merged.insert(next(after, len(merged)), each)
    return merged
