"""All that a page says of the article on it."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from factdesk.importers.html import jsonld
from factdesk.importers.html.authors import authors
from factdesk.importers.html.dates import guessed, modified, published
from factdesk.importers.html.flow import key
from factdesk.importers.html.meta import Meta
from factdesk.importers.html.titles import headings, title
from factdesk.model.record import Value
from factdesk.text.addresses import joined, split

_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.IGNORECASE)
_SINGLE_FILE = re.compile(r"^\s*url:\s*(https?://\S+)\s*$", re.IGNORECASE | re.MULTILINE)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$", re.IGNORECASE)
_HEAD = 4096


class Metadata(Value):
    """What is known of the article; empty where the page does not say."""

    title: str = ""
    descriptions: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    house: str = ""
    publisher: str = ""
    url: str = ""
    canonical_url: str = ""
    published: str = ""
    is_date_guessed: bool = False
    modified: str = ""
    section: str = ""
    language: str = ""
    body: str = ""
    headings: tuple[str, ...] = ()

    @property
    def titles(self) -> frozenset[str]:
        """The keys of the names under which the article may stand on the page."""
        return frozenset(filter(None, map(key, (self.title, *self.headings))))


def metadata(root: HtmlElement, page: str, url: str = "") -> Metadata:
    """Gather what JSON-LD, meta elements, microdata and headings say; ``page`` is its markup."""
    meta = Meta(root)
    described = jsonld.nodes(root)
    article = jsonld.resolved(jsonld.article(described), described)
    publisher = jsonld.text(article.get("publisher")) or meta.first("og:site_name", "publisher")
    canonical_url = next(_canonical_urls(root, meta, url), "")
    host = split(canonical_url or url).hostname or ""
    label = max(host.split(".")[:-1], key=len, default="")
    dated = published(root, meta, article)
    sites = tuple(filter(None, (publisher, meta.first("og:site_name"), host, label)))
    named = authors(root, meta, article, sites)
    return Metadata(
        title=title(root, meta, article, sites),
        descriptions=tuple(
            filter(
                None,
                (
                    jsonld.text(article.get("description")),
                    *meta.all("og:description", "description", "twitter:description"),
                ),
            )
        ),
        authors=named.people,
        house=named.house,
        publisher=publisher,
        url=url or _saved_from(page) or canonical_url,
        canonical_url=canonical_url,
        published=dated or guessed(root),
        is_date_guessed=not dated,
        modified=modified(meta, article),
        section=jsonld.text(article.get("articleSection"))
        or meta.first("article:section", "section"),
        language=language(root, meta, article),
        body=jsonld.text(article.get("articleBody")),
        headings=tuple(headings(root)),
    )


def language(root: HtmlElement, meta: Meta, article: jsonld.Node) -> str:
    """Find the declared language as a BCP 47 tag."""
    told = (
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "",
        jsonld.text(article.get("inLanguage")),
        meta.first("og:locale", "content-language", "dc.language", "language"),
    )
    return next((tag.strip().replace("_", "-") for tag in told if _LANGUAGE.match(tag.strip())), "")


def _canonical_urls(root: HtmlElement, meta: Meta, url: str) -> Iterator[str]:
    links = [link.get("href") or "" for link in root.iterfind(".//link[@rel='canonical']")]
    for told in (*links, *meta.all("og:url")):
        found = joined(url, told.strip())
        if split(found).scheme in {"http", "https"}:
            yield found


def _saved_from(page: str) -> str:
    found = _SAVED_FROM.search(page, 0, _HEAD) or _SINGLE_FILE.search(page, 0, _HEAD)
    return found[1] if found and found[1].startswith(("http://", "https://")) else ""
