"""The page's own blocks in the order of the page, to which what was extracted is aligned."""

from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from lxml.etree import _Element
from lxml.html import HtmlElement

from factdesk.importers.html.flow import flowing_text, key

_LEAVES = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figcaption", "pre"),
        *("dt", "dd", "td", "th", "caption"),
    }
)
_BOXES = ("div", "section", "article", "header", "center", "span", "a")
_INNER = frozenset(
    ("p", "div", "ul", "ol", "table", "section", "article", "h1", "h2", "h3", "h4", "figure")
)
_WITHIN = {"span": ("p",), "a": ("p", "li")}  # where an element is a part of the text around it
_SPACE = " \t\r\n"
_OPENING = 40  # letters by which a block is found that the page parts differently


@dataclass(slots=True, eq=False)
class Spot:
    """A block of the page: its element, text, and how much of the text is links."""

    element: _Element
    index: int
    text: str
    key: str
    _link_share: float | None = field(default=None, repr=False)

    @property
    def link_share(self) -> float:
        """Tell the share of the letters that stand in links, from 0 to 1."""
        if self._link_share is None:
            self._link_share = _link_share(self)
        return self._link_share


class Outline:
    """The page's blocks, found by their text."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.spots: Sequence[Spot] = tuple(_spots(root))
        self.at = {spot.element: spot for spot in self.spots}
        self._headings = tuple(_headings(root, self.at))
        self._starts: list[int] = []
        position = 0
        for spot in self.spots:
            self._starts.append(position)
            position += len(spot.key) + 1
        self._keys = "\n".join(spot.key for spot in self.spots)

    def find(self, text_key: str, after: int = -1) -> Spot | None:
        """Find the block that holds the text, after another if there is one, else anywhere."""
        if not text_key:
            return None
        start = self._starts[after + 1] if after + 1 < len(self._starts) else 0
        for sought in (text_key, text_key[:_OPENING], text_key[: _OPENING // 2]):
            position = self._keys.find(sought, start)
            if position < 0:
                position = self._keys.find(sought)
            if position >= 0:
                return self.spots[bisect_right(self._starts, position) - 1]
        return None

    def title_before(
        self, index: int, titles: Container[str] = (), levels: Sequence[str] = ("h1",)
    ) -> int | None:
        """Find the last heading before a place that names the article, or is of the first level.

        ``titles`` are the keys of the article's names; ``levels`` what may stand for a title.
        """
        before = [each for each in reversed(self._headings) if each.place < index]
        named = (each for each in before if each.key in titles)
        ranked = (each for level in levels for each in before if each.level == level)
        return next((each.place for each in chain(named, ranked)), None)


class _Heading(NamedTuple):
    place: int
    level: str
    key: str


def _headings(root: HtmlElement, at: dict[_Element, Spot]) -> Iterator[_Heading]:
    """Give the headings of the first two levels, each at the last of its spots."""
    for element in root.iter("h1", "h2"):
        spots = [at[each] for each in element.iter() if each in at]
        if spots:
            yield _Heading(spots[-1].index, str(element.tag), key(flowing_text(element)))


def _spots(root: HtmlElement) -> Iterator[Spot]:
    index = 0
    for element in _blocks(root):
        text = flowing_text(element)
        if text:
            yield Spot(element, index, text, key(text))
            index += 1


def _blocks(root: HtmlElement) -> Iterator[_Element]:
    """Give the innermost blocks, boxes only where they hold text of their own."""
    body = next(root.iter("body"), None)
    for element in () if body is None else body.iterdescendants(*_LEAVES, *_BOXES):
        if element.tag in _LEAVES or _is_block(element):
            for child in element:
                if child.tag in _INNER:
                    break
            else:
                yield element


def _is_block(box: _Element) -> bool:
    if not _has_own_text(box):
        return False
    around = _WITHIN.get(box.tag, ())
    return not around or next(box.iterancestors(*around), None) is None


def _has_own_text(box: _Element) -> bool:
    text = box.text
    if text and text.strip(_SPACE):
        return True
    for child in box:
        tail = child.tail
        if tail and tail.strip(_SPACE):
            return True
    return False


def _link_share(spot: Spot) -> float:
    links = list(spot.element.iter("a"))
    if not links and next(spot.element.iterancestors("a"), None) is not None:
        return 1.0
    linked = sum(len(key("".join(link.itertext()))) for link in links)
    return min(1.0, linked / len(spot.key)) if spot.key else 0.0
