"""The article's title, without the site's name."""

import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.meta import Meta

_SEPARATOR = re.compile(r"\s+[|–—·•»›«/:-]+\s+|\s*[|｜]\s*")  # noqa: RUF001 - titles have all of these
_NO_TITLE = re.compile(
    r"logo|brand|masthead|navbar|visually-?hidden|sr-only|screen-reader", re.IGNORECASE
)
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)$")
_SHORTEST, _SHORTEST_SITE = 4, 3  # letters


def title(root: HtmlElement, meta: Meta, headline: str, sites: Sequence[str]) -> str:
    """Choose what the publisher calls the article: JSON-LD, meta elements, the heading shown.

    Of two names of which one holds the other the inner one is chosen, for what goes beyond it is
    the site's name or a kicker. Where names differ in their words there is no sign which one is
    meant: measured, neither agreement with the heading shown nor length tells.
    """
    named = (headline, meta.first("og:title") or meta.first("twitter:title"))
    whole = [name for name in (without_site(each, sites) for each in named) if _is_whole(name)]
    shown = headings(root)
    if not whole:
        return shown[0] if shown else without_site(_document_title(root), sites)
    return next((text for text in (*shown, *whole) if _is_inner(text, whole[0])), whole[0])


def headings(root: HtmlElement) -> list[str]:
    """List the first-level headings that are no logo."""
    found = [
        flowing_text(element).replace("\n", " ")
        for element in root.iter("h1")
        if not _NO_TITLE.search(f"{element.get('class', '')} {element.get('id', '')}")
    ]
    return [text for text in found if len(key(text)) >= _SHORTEST]


def without_site(text: str, sites: Sequence[str]) -> str:
    """Cut off what stands behind the last bar or dash if it is a name of the site."""
    cuts = list(_SEPARATOR.finditer(text))
    if not cuts:
        return text
    tail = key(text[cuts[-1].end() :])
    names = [name for name in map(key, sites) if len(name) >= _SHORTEST_SITE]
    is_site = len(tail) >= _SHORTEST_SITE and any(tail in name or name in tail for name in names)
    return text[: cuts[-1].start()].strip() if is_site else text


def _is_whole(name: str) -> bool:
    return len(key(name)) >= _SHORTEST and not _CUT_SHORT.search(name)


def _is_inner(text: str, whole: str) -> bool:
    """Tell whether the name goes on before or behind the text, which is long enough to be one."""
    inner, outer = key(text), key(whole)
    return inner != outer and inner in outer and 2 * len(inner) > len(outer)


def _document_title(root: HtmlElement) -> str:
    element = root.find(".//head/title")
    return flowing_text(element) if element is not None else ""
