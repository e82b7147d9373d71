"""The page's own blocks in the order of the page, to which what was extracted is aligned."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.etree import XPath, _Element
from lxml.html import HtmlElement

from factdesk.importers.html.flow import flowing_text, key

_BLOCKS = XPath(
    "//body//*[self::p or self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6"
    " or self::li or self::blockquote or self::figcaption or self::pre or self::dt or self::dd"
    " or self::td or self::th or self::caption"
    " or ((self::div or self::section or self::article or self::span[not(ancestor::p)]"
    " or self::header or self::center or self::a[not(ancestor::p or ancestor::li)])"
    " and text()[normalize-space()])]"
    "[not(p or div or ul or ol or table or section or article or h1 or h2 or h3 or h4 or figure)]"
)
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

    def title_before(self, index: int) -> int | None:
        """Find the last first-level heading before a place."""
        return next(
            (spot.index for spot in reversed(self.spots[:index]) if _is_in_heading(spot.element)),
            None,
        )


def _is_in_heading(element: _Element) -> bool:
    return element.tag == "h1" or next(element.iterancestors("h1"), None) is not None


def _spots(root: HtmlElement) -> Iterator[Spot]:
    index = 0
    for element in _BLOCKS(root):
        text = flowing_text(element)
        if text:
            yield Spot(element, index, text, key(text))
            index += 1


def _link_share(spot: Spot) -> float:
    links = list(spot.element.iter("a"))
    if not links and next(spot.element.iterancestors("a"), None) is not None:
        return 1.0
    linked = sum(len(key("".join(link.itertext()))) for link in links)
    return min(1.0, linked / len(spot.key)) if spot.key else 0.0
