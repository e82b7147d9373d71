"""What the page's elements say by name: meta elements and microdata."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lxml.etree import XPath
from lxml.html import HtmlElement

_MARKED = XPath("descendant::*[@itemprop]")
_SPACE = re.compile(r"\s+")


class Meta:
    """What ``<meta>`` says, found by name or property in small letters, and what is microdata."""

    def __init__(self, root: HtmlElement) -> None:
        self._root = root
        self._values: dict[str, list[str]] = {}
        for element in root.iter("meta"):
            value = _SPACE.sub(" ", element.get("content") or "").strip()
            for attribute in ("property", "name", "http-equiv"):
                name = (element.get(attribute) or "").strip().lower()
                if name and value:
                    self._values.setdefault(name, []).append(value)

    def first(self, *names: str) -> str:
        """Give the first value of the first name that has one."""
        return next(self.all(*names), "")

    def all(self, *names: str) -> Iterator[str]:
        """Give the values of the names, in their order."""
        for name in names:
            yield from self._values.get(name, ())

    def marked(self, itemprop: str) -> Sequence[HtmlElement]:
        """List the elements that are marked as a property, in the page's order."""
        return self._microdata.get(itemprop, ())

    @cached_property
    def _microdata(self) -> dict[str, list[HtmlElement]]:
        found: dict[str, list[HtmlElement]] = {}
        for element in _MARKED(self._root):
            found.setdefault(element.get("itemprop"), []).append(element)
        return found
