"""The article's title, without the site's name."""

import html
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lxml.html import HtmlElement

from factdesk.importers.html import jsonld
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.meta import Meta

_SEPARATOR = re.compile(r"\s+[|–—·•»›«/:-]+\s+|\s*[|｜：]\s*")  # noqa: RUF001 - titles have all of these
_PARTS = re.compile(r"\s*(?:-{2,}|—{2,}|_|[|｜])\s*")  # noqa: RUF001 - titles have all of these
_KICKER = re.compile(r":\s+|\s+[-–—|]\s+")  # noqa: RUF001 - titles have all of these
_WORD = re.compile(r"\w+")
_NO_TITLE = re.compile(
    r"logo|brand|masthead|navbar|visually-?hidden|sr-only|screen-reader", re.IGNORECASE
)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)$")
_SHORTEST, _SHORTEST_SITE = 4, 3  # letters
_LONG_SITE = 5  # letters of a site's name that stands in no other word by accident


def title(root: HtmlElement, meta: Meta, article: jsonld.Node, sites: Sequence[str]) -> str:
    """Choose what the publisher calls the article: JSON-LD, microdata, meta elements, heading.

    What JSON-LD and Open Graph say alike is the title, as Open Graph writes it. Where they differ
    the alternative headline decides if it repeats one of them; else, of two names of which one
    holds the other, the inner one, for what goes beyond it is the site's name or a kicker; else
    what stands behind two kickers alike; else the one that does not carry the site's name; else
    Open Graph, which is right more often than JSON-LD and the heading, alone or together.
    """
    headline = jsonld.text(article.get("headline")) or _microdata(meta)
    named = (_plain(headline), _plain(meta.first("og:title", "twitter:title")))
    told = [name for name in (without_site(each, sites) for each in named) if _is_whole(name)]
    whole = [name for name in told if not any(_is_cut(name, other) for other in told)]
    shown = headings(root)
    if not whole:
        return _alone(shown, _document_title(root), sites)
    if len({key(name) for name in whole}) < len(whole):
        return whole[-1]
    other = key(jsonld.text(article.get("alternativeHeadline")))
    repeated = [name for name in whole if key(name) == other and len(whole) > 1]
    inner = [text for text in (*whole, *shown) if any(_is_inner(text, name) for name in whole)]
    shared = [part for text in shown for name in whole for part in _behind_kickers(text, name)]
    clean = [name for name in reversed(whole) if name in named]
    return [*repeated, *inner, *shared, *clean, whole[-1]][0]


def _plain(text: str) -> str:
    """Take out what was escaped twice and the markup that some write into a name."""
    return _TAG.sub("", html.unescape(text)).strip()


def _microdata(meta: Meta) -> str:
    """Give the only headline that is marked as one; of several, most are other stories'."""
    marked = meta.marked("headline")
    if len(marked) != 1:
        return ""
    return marked[0].get("content") or flowing_text(marked[0]).replace("\n", " ")


def headings(root: HtmlElement) -> list[str]:
    """List the first-level headings that are no logo."""
    found = [
        flowing_text(element).replace("\n", " ")
        for element in root.iter("h1")
        if not _NO_TITLE.search(f"{element.get('class', '')} {element.get('id', '')}")
    ]
    return [text for text in found if len(key(text)) >= _SHORTEST]


def without_site(text: str, sites: Sequence[str]) -> str:
    """Cut off what begins behind a bar or dash with the site's name, or ends with a form of it."""
    cuts = list(_SEPARATOR.finditer(text))
    houses = set(map(key, sites))
    for cut, after in pairwise(cuts):
        if key(text[cut.end() : after.start()]) in houses:
            return text[: cut.start()].strip()
    is_cut = cuts and _is_site(key(text[cuts[-1].end() :]), sites)
    return text[: cuts[-1].start()].strip() if is_cut else text


def _is_site(tail: str, sites: Sequence[str]) -> bool:
    names = [name for name in map(key, sites) if len(name) >= _SHORTEST_SITE]
    return len(tail) >= _SHORTEST_SITE and any(
        tail in name or tail.startswith(name) or (len(name) > _LONG_SITE and name in tail)
        for name in names
    )


def _alone(shown: Sequence[str], told: str, sites: Sequence[str]) -> str:
    """Choose a heading where the page names itself nowhere: first one that its tab shows too."""
    tab = key(told)
    headed = [text for text in shown if key(text) in tab] or [
        text for text in shown if not _is_site(key(text), sites)
    ]
    return headed[0] if headed else _first_part(without_site(told, sites))


def _first_part(told: str) -> str:
    """Take the first of several parts of a tab's words if it is the longest: sections follow it."""
    first, *others = _PARTS.split(told)
    return first.strip() if others and len(first) > max(map(len, others)) else told


def _is_whole(name: str) -> bool:
    return len(key(name)) >= _SHORTEST and not _CUT_SHORT.search(name)


def _is_cut(text: str, name: str) -> bool:
    """Tell whether the name goes on within the text's last word: a limit on length cut it."""
    start = name.find(text)
    return start >= 0 and name[start + len(text) :][:1].isalnum()


def _is_inner(text: str, whole: str) -> bool:
    """Tell whether the name goes on before or behind the text, which is long enough to be one."""
    inner, outer = key(text), key(whole)
    return inner != outer and inner in outer and 2 * len(inner) > len(outer)


def _behind_kickers(*names: str) -> Iterator[str]:
    """Give what two names end with behind kickers without a common word, if it is most of each."""
    one, other = (
        {name[cut.end() :]: name[: cut.start()] for cut in _KICKER.finditer(name)} for name in names
    )
    for rest in filter(other.__contains__, one):
        words, others = (set(_WORD.findall(each[rest].lower())) for each in (one, other))
        if words.isdisjoint(others) and all(_is_inner(rest, name) for name in names):
            yield rest


def _document_title(root: HtmlElement) -> str:
    element = root.find(".//head/title")
    return flowing_text(element) if element is not None else ""
