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
_SHORTEST = 4  # letters


def title(root: HtmlElement, meta: Meta, headline: str, site: str) -> str:
    """Choose what the publisher calls the article: JSON-LD, the heading shown, meta elements."""
    named = [*meta.all("og:title", "twitter:title", "title"), _document_title(root)]
    shown = _shown([headline, *named], headings(root))
    headline = without_site(headline, site)
    if not headline or _CUT_SHORT.search(headline) or _goes_on(headline, shown):
        return shown or headline or next((without_site(name, site) for name in named if name), "")
    return headline


def headings(root: HtmlElement) -> list[str]:
    """List the first-level headings that are no logo."""
    found = [
        flowing_text(element).replace("\n", " ")
        for element in root.iter("h1")
        if not _NO_TITLE.search(f"{element.get('class', '')} {element.get('id', '')}")
    ]
    return [text for text in found if len(key(text)) >= _SHORTEST]


def without_site(text: str, site: str) -> str:
    """Cut off what stands behind the last bar or dash if it is the site's name."""
    cuts = list(_SEPARATOR.finditer(text))
    if not cuts or not site:
        return text
    tail, name = key(text[cuts[-1].end() :]), key(site)
    return text[: cuts[-1].start()].strip() if tail in name or name in tail else text


def _shown(named: Sequence[str], shown: Sequence[str]) -> str:
    """Choose the heading that something else on the page names too, else the only one."""
    keys = [key(name) for name in named if name]
    fitting = [text for text in shown if any(key(text) in name for name in keys)]
    return max(fitting, key=len, default=shown[0] if len(shown) == 1 else "")


def _goes_on(headline: str, shown: str) -> bool:
    """Tell whether the headline is the one shown with the site's name behind a bar or dash."""
    return bool(shown) and _SEPARATOR.match(headline.removeprefix(shown)) is not None


def _document_title(root: HtmlElement) -> str:
    element = root.find(".//head/title")
    return flowing_text(element) if element is not None else ""
