"""Headings of a book that marks none: paragraphs that its style sheet sets larger than the text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from lxml.etree import _Element

from factdesk.importers.markup_blocks import SILENT, local_name

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASS = re.compile(r"^(?:p|div|span)?\.([\w-]+)$")
_SIZE = re.compile(r"(?:^|;)\s*font-size\s*:\s*(\d{1,4}(?:\.\d{1,4})?)\s*(pt|px)\b")
_POINTS = {"pt": 1.0, "px": 0.75}
_MEDIUM = 12.0  # points in which is set what tells no size (CSS Fonts 4, 3.5: "medium", 16 px)
_LARGER = 1.12  # times the text's size
_LONGEST = 250  # characters
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

#: A piece of text and the size in which it is set, in points.
_Run = tuple[str, float]


def mark_headings(chapters: Iterable[_Element], sheets: Iterable[str]) -> None:
    """Turn paragraphs that stand out into headings, unless the book says itself what is one."""
    roots = list(chapters)
    if any(local_name(element) in _HEADINGS for root in roots for element in root.iter()):
        return
    sizes = dict(_sizes(sheets))
    told = [
        (paragraph, list(_runs(paragraph, sizes, _MEDIUM)))
        for root in roots
        for paragraph in root.iter("{*}p")
        if next(paragraph.iterancestors("{*}td", "{*}th", "{*}li"), None) is None
    ]
    counted: Counter[float] = Counter()
    for _, runs in told:
        for text, size in runs:
            counted[size] += len(text.strip())
    body = counted.most_common(1)[0][0] if counted else _MEDIUM
    for paragraph, runs in told:
        inked = [(text, size) for text, size in runs if text.strip()]
        length = sum(len(text) for text, _ in inked)
        larger = all(size > _LARGER * body for _, size in inked)
        if inked and larger and length <= _LONGEST:
            paragraph.tag = "h2"


def _sizes(sheets: Iterable[str]) -> Iterator[tuple[str, float]]:
    for sheet in sheets:
        for selectors, rule in _RULE.findall(sheet):
            found = _SIZE.search(rule)
            for selector in selectors.split(",") if found else ():
                if found and (named := _CLASS.match(selector.strip())):
                    yield named[1], float(found[1]) * _POINTS[found[2]]


def _runs(element: _Element, sizes: Mapping[str, float], around: float) -> Iterator[_Run]:
    """Give the text of a paragraph in pieces, each with the size that the nearest class tells."""
    told = (sizes[name] for name in element.get("class", "").split() if name in sizes)
    size = next(told, around)
    yield element.text or "", size
    for child in element:
        if local_name(child) and local_name(child) not in SILENT:
            yield from _runs(child, sizes, size)
        yield child.tail or "", size
