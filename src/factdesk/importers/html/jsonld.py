"""What a page says of itself in JSON-LD."""

import html
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from factdesk.importers.claims.base import whole

if TYPE_CHECKING:
    from lxml.html import HtmlElement

#: Longer than this is no description of an article.
_LONGEST = 2_000_000
_MOST = 2_000  # nodes of one page that are looked at
_DEEPEST = 40  # lists and objects in which a text is looked for
_SCRIPT = ".//script[@type]"
_COMMENT = re.compile(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?\s*$")
_TRAILING = re.compile(r",\s*([}\]])")
_PEOPLE = ("author", "creator")
_CONTROLS = re.compile(r"[\x00-\x1f]+")
_ARTICLE = re.compile(r"(?:article|posting|report|review|liveblogposting)$", re.IGNORECASE)

Node = dict[str, Any]


def nodes(root: "HtmlElement") -> list[Node]:
    """List all the objects that the page's scripts describe."""
    found: list[Node] = []
    for script in root.iterfind(_SCRIPT):
        if "ld+json" in script.get("type", "").lower():
            found.extend(_objects(_loaded(script.text or "")))
    return found[:_MOST]


def article(described: list[Node]) -> Node:
    """Choose the object that is the article: the one that says most of itself."""
    articles = [node for node in described if any(map(_ARTICLE.search, types(node)))]
    return max(articles, key=_weight, default={})


def resolved(article: Node, described: list[Node]) -> Node:
    """Put the objects that the article refers to by their ``@id`` into its place for authors."""
    known = {str(node["@id"]): node for node in described if node.get("@id") and node.get("name")}

    def full(value: object) -> object:
        if isinstance(value, list):
            return [full(each) for each in value]
        if isinstance(value, dict) and not value.get("name"):
            return known.get(str(value.get("@id")), value)
        return value

    return article | {field: full(article[field]) for field in _PEOPLE if field in article}


def types(node: Node) -> list[str]:
    """List the names of a node's types."""
    value = node.get("@type", "")
    return [str(each) for each in value] if isinstance(value, list) else [str(value)]


def text(value: object, depth: int = _DEEPEST) -> str:
    """Read a value that ought to be a text: the first of a list, an object's name."""
    if isinstance(value, list):
        found = (text(each, depth - 1) for each in value) if depth else iter(())
        return next(filter(None, found), "")
    if isinstance(value, dict):
        named = value.get("name") or value.get("@value") or value.get("headline") or ""
        return text(named, depth - 1) if depth else ""
    return html.unescape(str(value)).strip() if isinstance(value, str | int) else ""


def _weight(node: Node) -> int:
    told = ("headline", "author", "datePublished", "articleBody", "publisher", "mainEntityOfPage")
    return sum(bool(node.get(field)) for field in told)


def _loaded(script: str) -> object:
    script = _COMMENT.sub("", script).strip().rstrip(";")
    if len(script) > _LONGEST:
        return None
    spaced = _CONTROLS.sub(" ", script)
    for attempt in (script, spaced, _TRAILING.sub(r"\1", spaced)):
        try:
            return whole(json.loads(attempt, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: object) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if isinstance(each, list):
            waiting += reversed(each)
        elif isinstance(each, dict):
            yield each
            parts = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
            waiting += [
                each[part] for part in reversed(parts) if isinstance(each.get(part), dict | list)
            ]
