"""The page's meta elements, by name."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

_SPACE = re.compile(r"\s+")


class Meta:
    """What ``<meta>`` says, found by name or property in small letters."""

    def __init__(self, root: HtmlElement) -> None:
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
