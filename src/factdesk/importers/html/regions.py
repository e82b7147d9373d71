"""Regions of a page that say by their names that they are no part of the story."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from lxml.etree import _Element

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.outline import Outline

_FOREIGN = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|recirc\w*|promos?|promo(?:box|tion|tional)|teaser\w*|newsletter\w*|sign-?up"
    r"|subscri\w+|advert(?:s|isements?|ising|orial)?|sponsor\w*|social|shar(?:e|ing)|cookie\w*|consent|comments?"
    r"|read-?more|readmore|more-?on|author-?(?:bio|box|info|card|description)|bio|about-?author"
    r"|breadcrumbs?|tags?|topics?|taboola|outbrain|trending|most-?(?:read|popular)|popular"
    r"|inline-?(?:link|teaser|related)s?|linkbox|infobox-?link|copyright|donat(?:e|ion|ions)"
    r"|byline|dateline|timestamp|read(?:ing)?-?time|player|mpu|siblings|lesetipp\w*|anzeige"
    r"|app-?promo|follow(?:-?us)?|correction-?form|feedback|paywall-?(?:cta|box|teaser)"
    r"|whatsapp|telegram|cta|call-?to-?action|(?:see|read)-?also|also-?read|lire-?aussi"
    r"|leggi-?anche|(?:more|top|latest|other)-?(?:stories|news|articles)|editors?-?picks?"
    r"|jp-relatedposts|sharedaddy|yarpp\w*|addtoany\w*|disqus\w*|pagination|pager|toolbar"
    r"|(?:tag|topic)-?list|(?:article|post|entry)-?tags"
    r"|audio-?player|video-?player|poll|survey|quiz|affiliate\w*)"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_FOREIGN_ELEMENTS = frozenset({"aside", "amp-ad", "amp-sticky-ad", "amp-embed"})
_WORD_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMING = ("class", "id", "data-component", "data-testid", "role", "data-module")
_TOP = frozenset({"body", "main", "html"})
_STORY = 300  # letters that make an article a story
_LARGEST_SHARE = 0.2  # of the story; a region that holds more is the story's own
_BODY_SHARE = 0.7  # of the kept letters: the innermost element with so many holds the story


class Regions:
    """Tells for each passage whether it stands in a region that is foreign by name."""

    def __init__(self, passages: list[Passage]) -> None:
        self._letters = sum(len(passage.key) for passage in passages)
        self._held = _held(passages)
        self._foreign: dict[_Element, str] = {}

    def foreign_name(self, element: _Element) -> str:
        """Give the name by which the innermost foreign region around it betrays itself."""
        if element in self._foreign:
            return self._foreign[element]
        name = ""
        if element.tag not in _TOP:
            parent = element.getparent()
            name = self._own_name(element) or (
                self.foreign_name(parent) if parent is not None else ""
            )
        self._foreign[element] = name
        return name

    def _own_name(self, element: _Element) -> str:
        if element.tag in _FOREIGN_ELEMENTS:
            found = str(element.tag)
        else:
            names = " ".join(element.get(attribute) or "" for attribute in _NAMING)
            match = _FOREIGN.search(_WORD_BORDER.sub("-", names))
            found = match[0].strip(" -_").lower() if match else ""
        return (
            found if found and self._held.get(element, 0) <= _LARGEST_SHARE * self._letters else ""
        )

    def innermost_with_most(self) -> _Element | None:
        """Give the innermost element that holds most of the passages."""
        return _innermost(self._held, _BODY_SHARE * self._letters)

    def box(self, element: _Element) -> _Element:
        """Give the largest element around it in which no passage lies."""
        box, around = element, element.getparent()
        while around is not None and around not in self._held:
            box, around = around, around.getparent()
        return box


def mark_regions(passages: list[Passage]) -> None:
    """Leave out what stands in a region that is foreign by its name."""
    regions = Regions(passages)
    for passage in passages:
        if passage.spot and (name := regions.foreign_name(passage.spot.element)):
            passage.leave_out(in_part(name))


def in_part(name: str) -> str:
    """Say that a part of the page betrays itself by its name."""
    return f"Stands in a part of the page called “{name}”"


def mark_after_story(passages: list[Passage]) -> None:
    """Leave out what follows the innermost element that holds most of the story.

    Looked at twice: what was left out counts no more, so a narrower element may hold the rest.
    """
    for _ in range(2):
        for passage in _after_story([each for each in passages if not each.reason]):
            passage.leave_out("Follows the part of the page that holds the story")


def _held(passages: Sequence[Passage]) -> dict[_Element, int]:
    """Count the letters that each element holds; what lies in one box is carried up together."""
    held: Counter[_Element] = Counter()
    boxes: Counter[_Element] = Counter()
    for passage in passages:
        if passage.spot:
            held[passage.spot.element] += len(passage.key)
            boxes[passage.spot.element.getparent()] += len(passage.key)
    for box, letters in boxes.items():
        for element in (box, *box.iterancestors()):
            held[element] += letters
    return held


def _innermost(held: dict[_Element, int], letters: float) -> _Element | None:
    """Give the innermost element that holds so many letters."""
    holding = [element for element, own in held.items() if own >= letters]
    return max(holding, key=lambda each: sum(1 for _ in each.iterancestors()), default=None)


def _after_story(kept: list[Passage]) -> list[Passage]:
    held = _held(kept)
    body = _innermost(held, _BODY_SHARE * sum(len(each.key) for each in kept if each.spot))
    if body is None:
        return []
    own = {_box(each) for each in kept if body in _lineage(each)} - {("", "")}
    behind = list(
        takewhile(lambda each: body not in _lineage(each) and _box(each) not in own, reversed(kept))
    )
    while behind and not behind[-1].spot:  # what cannot be placed goes with what it follows
        behind.pop()
    return behind


def _box(passage: Passage) -> tuple[str, str]:
    """Give name and class of the box around it: parts of a story that was torn apart share it."""
    box = passage.spot.element.getparent() if passage.spot else None
    named = box is not None and box.get("class")
    return (str(box.tag), box.get("class") or "") if box is not None and named else ("", "")


def _lineage(passage: Passage) -> tuple[_Element, ...]:
    """List the element of a passage and all that stand around it."""
    if passage.spot is None:
        return ()
    return (passage.spot.element, *passage.spot.element.iterancestors())


def mark_other_articles(passages: list[Passage], outline: Outline, titles: frozenset[str]) -> None:
    """Leave out what stands in another ``<article>`` than the one that the title opens."""
    own = _titled_article(outline, titles)
    if own is None:
        return
    around = {own, *own.iterancestors()}
    told = [each for each in passages if each.spot and own in each.spot.element.iterancestors()]
    if sum(len(each.key) for each in told) < _STORY:
        return
    for passage in passages:
        inner = next(passage.spot.element.iterancestors("article"), None) if passage.spot else None
        if inner is not None and inner not in around and own not in inner.iterancestors():
            passage.leave_out("Another article on the page")


def _titled_article(outline: Outline, titles: frozenset[str]) -> _Element | None:
    title = outline.title_before(len(outline.spots), titles)
    if title is None:
        return None
    return next(outline.spots[title].element.iterancestors("article"), None)
