"""Who wrote it, as the page itself names them."""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from factdesk.importers.html import jsonld
from factdesk.importers.html.flow import flowing_text, key
from factdesk.importers.html.labels import AUTHOR, labelled
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
_SEVERAL = re.compile(
    r"\s*(?:[;|•·、，；،\n]|\s[-–—]\s|,(?!\s*(?:jr|sr|md|phd|ii|iii)\b))\s*",  # noqa: RUF001
    re.IGNORECASE,
)
_SLASH = re.compile(r"\s*(?<![:/])/(?!/)\s*")
_SIGNATURE = re.compile(r"[^\W\d_]+(?:/[^\W\d_]+)+")
_AND = re.compile(
    r"\s(?:and|with|und|mit|et|avec|y|con|e|com|en|met|og|och|oraz|i|&|ve|dan|та|и)\s",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^\W*(?:(?:(?:[a-z]+ )?by|von|par|por|di|door|av|af|przez|texte?|texto|autor(?:in)?|author"
    r"|auteur|автор|yazan|oleh|penulis|بقلم|מאת)\b\s*:?\s+|(?:文|作者|记者|記者|撰文|取材)\s*(?:[:：/／]|\s)\s*)",  # noqa: RUF001
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?:|www\.|^\W*$|^\d+$|\b\d{4}\b|\d[:.]\d\d"
    r"|^(?:images?|photos?|pictures?|fotos?|fotograf\w*|bild(?:er)?|video|illustrations?)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"</?[a-z][^<>]*>|\([^().]*\)|\S*@\S+", re.IGNORECASE)
_NAMED = frozenset({"authorname", "author-name", "author__name"})
_ROLE = re.compile(
    r"\b(?:staff|newsroom|desk|team|editors?|correspondents?|reporters?|writers?|\w*redakt\w+|redazione|journalist\w*"
    r"|rédaction|redacción|redação|redactie|korrespondent\w*|corresponsal|agenc(?:y|ies|e|ia)|agentur(?:en)?"
    r"|agência|agenzia|ajansı|haber merkezi)\b",  # noqa: RUF001 - Turkish
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"\W*(?:editors?|redakt\w+|redazione|rédaction|redacción|redação|redactie)\s*:", re.IGNORECASE
)
_FULL_NAME = re.compile(
    r"^[^\W\d_a-z][\w.'’-]+"  # noqa: RUF001 - names are written with it
    r"(?: (?:[^\W\d_a-z][\w.'’-]*|de|van|von|der|den|la|al|bin|da|di|del|le|el)){1,4}$"  # noqa: RUF001
)
_NAME_PARTS = ("givenName", "additionalName", "familyName")
_MARKS = re.compile(r"\s*[|•·/\n]\s*")
_LONGEST_BYLINE = 100  # characters
_LONGEST = 60  # characters of a name
_SHORT_NAME = 5  # letters: a shorter one stands in the names of houses by accident
_DOMAIN = re.compile(r"^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$")


class Named(NamedTuple):
    """Who the page names: people, or the house where it names none."""

    people: tuple[str, ...]
    house: str


def authors(root: HtmlElement, meta: Meta, article: jsonld.Node, sites: Sequence[str]) -> Named:
    """Name the authors from the first place that names people; the house only where none does."""
    houses: list[str] = []
    for told in _places(root, meta, article, houses):
        names = distinct(name for text in told for name in people(_without_places(text)))
        named = tuple(name for name in names if not is_house(name, sites))
        if houses and all(map(_ROLE.search, named)):
            named = ()  # the house is told, and the agency from which it has the story is nobody
        if named:
            return Named(named, "")
        houses.extend(names)
    return Named((), next(iter(houses), ""))


def _without_places(text: str) -> str:
    """Leave the site's address alone; what follows it behind commas is where the house stands."""
    first = text.partition(",")[0].strip()
    return first if _DOMAIN.search(first) else text


def is_house(name: str, sites: Sequence[str]) -> bool:
    """Tell whether it is a name of the site, or an address, and no person's."""
    told = key(name)
    return _DOMAIN.search(name) is not None or any(
        told == house or (len(told) > _SHORT_NAME and told in house) for house in map(key, sites)
    )


def signed(text: str) -> tuple[str, ...]:
    """Name those who sign with a line such as “By Ada Lindqvist and Tom Reyes”; none elsewhere."""
    names = tuple(people(text)) if len(text) <= _LONGEST_BYLINE and _BY.match(text) else ()
    return names if all(map(is_full_name, names)) else ()


def people(text: str) -> Iterator[str]:
    """Part a byline into names, without roles and the towns behind them, addresses and brackets.

    “And” parts only full names, for it stands in houses' names too.
    """
    line = _BESIDE.sub(" ", html.unescape(text)).strip()
    several = _SEVERAL.split(_BY.sub("", line)) if "://" not in line else []
    parts = [part for each in several for part in _beside_slashes(each)]
    for part in _without_roles(parts):
        names = _AND.split(part)
        for name in names if all(len(each.split()) > 1 for each in names) else [part]:
            bare = _BY.sub("", name).strip(" .,:()\u00a0")
            if bare and len(bare) <= _LONGEST and not _NO_NAME.search(bare):
                yield bare


def _beside_slashes(text: str) -> list[str]:
    """Part at slashes, but leave a desk's signature such as “dpa/lnw” whole."""
    is_signature = text.islower() and _SIGNATURE.fullmatch(text)
    return [text] if is_signature else _SLASH.split(text)


def _without_roles(parts: Sequence[str]) -> Sequence[str]:
    """Cut a byline off at the first role; one that begins with a role is a house's as a whole."""
    cut = next((i for i, part in enumerate(parts) if _ROLE.search(part)), len(parts))
    return parts[: max(1, cut)]


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
    bylines = list(_bylines(root))
    marked = meta.marked("author")
    for elements in (
        [each for author in marked for each in author.iter() if each.get("itemprop") == "name"],
        marked,
        [link for link in root.iter("a") if link.get("rel") == "author"],
        [each for each in bylines if each.get("class") in _NAMED],
    ):
        yield [name for name in map(_name, elements) if not _ROLE.search(name)]
    yield from (_visible(flowing_text(element)) for element in bylines)
    yield from map(_visible, labelled(root, AUTHOR))


def _bylines(root: HtmlElement) -> Iterator[HtmlElement]:
    """Give the elements that call themselves an author or a byline."""
    for element in root.iterdescendants():
        name, test = element.get("class", ""), element.get("data-testid", "")
        if "uthor" in name or "yline" in name or "author" in test or "byline" in test:
            yield element


def _visible(line: str) -> list[str]:
    """Read the full names out of a line that is called a byline, without editors.

    Beside names in small letters one in capitals is a house.
    """
    text = _MARKS.split(line)[0]
    is_byline = len(text) <= _LONGEST_BYLINE and not _EDITED.match(text)
    names = [name for name in people(text) if is_full_name(name)] if is_byline else []
    return [name for name in names if not name.isupper()] or names


def is_full_name(name: str) -> bool:
    """Tell whether it is written as a person's first and last names are."""
    return _FULL_NAME.match(name) is not None and _ROLE.search(name) is None


def _name(element: HtmlElement) -> str:
    return element.get("content") or flowing_text(element).replace("\n", " ")


def _described(value: object, houses: list[str]) -> Iterator[str]:
    """Read JSON-LD; organisations go with the houses."""
    if isinstance(value, list):
        for each in value:
            yield from _described(each, houses)
    elif isinstance(value, dict):
        names = value.get("name") or _parts(value)
        found = [jsonld.text(name) for name in (names if isinstance(names, list) else [names])]
        kinds = jsonld.types(value)
        if "Person" not in kinds and any(kind.endswith("Organization") for kind in kinds):
            houses.extend(filter(None, found))
        else:
            yield from found
    elif isinstance(value, str):
        yield jsonld.text(value)


def _parts(person: jsonld.Node) -> str:
    """Join the parts of a name that is not told as a whole."""
    return " ".join(filter(None, (jsonld.text(person.get(part)) for part in _NAME_PARTS)))
