"""Who wrote it, as the page itself names them."""

import re
from collections.abc import Iterable, Iterator

from lxml.etree import XPath
from lxml.html import HtmlElement

from factdesk.importers.html import jsonld
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.meta import Meta

_META = (
    *("author", "article:author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
    *(
        "authors",
        "article:author_name",
        "cxenseparse:author",
        "articleauthor",
        "twitter:misc:written by",
    ),
    *("parsely-author", "citation_author", "dcsext.author", "page.author"),
)
_SEVERAL = re.compile(r"\s*(?:[;|•·]|,(?!\s*(?:jr|sr|md|phd|ii|iii)\b))\s*", re.IGNORECASE)
_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|oraz|i|&|ve|dan|та|и)\s", re.IGNORECASE)
_BY = re.compile(
    r"^\W*(?:(?:story|written|text|analysis|words|reported) by|by|von|par|por|di|door|av|af|przez"
    r"|texte?|texto|autor(?:in)?|author|auteur|автор|yazan|oleh|penulis)\b\s*:?\s+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"https?:|www\.|@|^\W*$|^\d+$|^(?:image|photo|foto|bild)\b", re.IGNORECASE)
_BYLINES = tuple(
    map(
        XPath,
        (
            "//*[@itemprop='author']//*[@itemprop='name']",
            "//*[@itemprop='author']",
            "//a[@rel='author']",
            "//*[@class='authorname' or @class='author-name' or @class='author__name']",
        ),
    )
)
_LONGEST = 60  # characters of a name


def authors(root: HtmlElement, meta: Meta, article: jsonld.Node, publisher: str) -> tuple[str, ...]:
    """Name the authors from the first place that names people; the house only where none does."""
    houses: list[str] = []
    for told in _places(root, meta, article, houses):
        names = distinct(name for text in told for name in people(text))
        named = tuple(name for name in names if key(name) != key(publisher))
        if named:
            return named
        houses.extend(names)
    return tuple(houses[:1])


def people(text: str) -> Iterator[str]:
    """Part a byline into names; “and” parts only full names, for it stands in houses' too."""
    for part in _SEVERAL.split(_BY.sub("", text.strip())):
        names = _AND.split(part)
        for name in names if all(len(each.split()) > 1 for each in names) else [part]:
            bare = _BY.sub("", name).strip(" .,:()\u00a0")
            if bare and len(bare) <= _LONGEST and not _NO_NAME.search(bare):
                yield bare


def distinct(names: Iterable[str]) -> list[str]:
    """Keep the first of those that differ in nothing but case and marks."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(key(name), name)
    return list(first.values())


def _places(
    root: HtmlElement, meta: Meta, article: jsonld.Node, houses: list[str]
) -> Iterator[list[str]]:
    """Give the places that may name authors, the most reliable first."""
    for field in ("author", "creator"):
        yield list(_described(article.get(field), houses))
    for name in _META:
        yield list(meta.all(name))
    for path in _BYLINES:
        yield [_name(element) for element in path(root)]


def _name(element: HtmlElement) -> str:
    return element.get("content") or flowing_text(element).replace("\n", " ")


def _described(value: object, houses: list[str]) -> Iterator[str]:
    """Read JSON-LD; organisations go with the houses."""
    if isinstance(value, list):
        for each in value:
            yield from _described(each, houses)
    elif isinstance(value, dict):
        names = value.get("name")
        found = [jsonld.text(name) for name in (names if isinstance(names, list) else [names])]
        if any(kind.endswith("Organization") for kind in jsonld.types(value)):
            houses.extend(filter(None, found))
        else:
            yield from found
    elif isinstance(value, str):
        yield jsonld.text(value)
