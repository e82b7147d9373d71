"""The text of a page without a parser: where nesting or sheer size would break one.

Every step takes a time that grows with the page's length and no more.
"""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import accumulate
from operator import sub

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.encoding import declared_charset, decode
from factdesk.importers.sniff import has_markup
from factdesk.model.span import BlockKind

#: Elements within one another from which on a page is not parsed; real pages have a hundred.
DEEPEST = 500
#: Characters of text that still are an article, if a long one.
LONGEST = 4_000_000

_HEAD = 4096
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>")
_NAME = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: What has no content, or is closed by its next sibling.
_FLAT = frozenset(
    {
        *(b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta"),
        *(b"source", b"track", b"wbr", b"p", b"li", b"dt", b"dd", b"option", b"tr", b"td", b"th"),
        *(b"tbody", b"thead", b"tfoot", b"path", b"use", b"circle", b"rect"),
    }
)
_BORDERS = re.compile(
    r"</?(?:p|div|h[1-6]|li|ul|ol|table|tr|section|article|blockquote|header|footer|figure"
    r"|figcaption|pre|title|body|main|aside|nav|dd|dt)\b[^<>]*>|<br\b[^<>]*>",
    re.IGNORECASE,
)
_SILENT = re.compile(
    r"<(/?)(script|style|noscript|template|svg|head|title)\b[^<>]*>", re.IGNORECASE
)
_TAGS = re.compile(r"<[!/?a-zA-Z][^<>]*>")
_TITLE = re.compile(r"<title\b[^<>]*>([^<]*)", re.IGNORECASE)
_WARNING = "The page could not be taken apart; the text of the whole page stands here."


def is_too_deep(content: bytes) -> bool:
    """Tell whether a page nests more elements than any parser should be given.

    Counted first as if none closed itself, which takes an eighth of the time and is too many.
    """
    return _is_deep(_NAME.findall(content)) and _is_deep(
        (closing, name) for closing, name, rest in _TAG.findall(content) if rest[-1:] != b"/"
    )


def _is_deep(tags: Iterable[tuple[bytes, bytes]]) -> bool:
    steps = [-1 if closing else 1 for closing, name in tags if name.lower() not in _FLAT]
    heights: list[int] = list(accumulate(steps, initial=0))
    floors = accumulate(heights, min)  # what closes and was never opened goes no lower
    deepest: int = max(map(sub, heights, floors))
    return deepest > DEEPEST


def salvaged(document: Document) -> Draft:
    """Give all text of a page, tags taken out, as paragraphs.

    Raises:
        ImportFailed: if it is no page, holds no text, or more than an article.
    """
    if not has_markup(document.content[:_HEAD]):
        raise ImportFailed("Only pages can be imported as plain text.", kind="unsupported")
    told = declared_charset(document.content[:_HEAD].decode("latin-1"))
    page = decode(document.content, declared_charset(document.media_type) or told)
    title = _TITLE.search(page)
    text = _TAGS.sub("", _BORDERS.sub("\n", _without_silent(page)))
    if len(text) > LONGEST:
        raise ImportFailed(
            "The page holds far more text than an article.",
            "Copy the article's text and paste it.",
            kind="too_large",
        )
    return Draft(
        title=html.unescape(title[1]).strip() if title else "",
        url=document.url,
        blocks=tuple(_blocks(html.unescape(text))),
        warnings=(_WARNING,),
        media_type="text/html",
        read_with="page, as plain text",
    )


def _blocks(text: str) -> Iterator[DraftBlock]:
    for line in text.split("\n"):
        if words := " ".join(line.split()):
            yield DraftBlock(BlockKind.PARAGRAPH, words)


def _without_silent(page: str) -> str:
    """Cut out what no reader sees; what is never closed ends with the page."""
    pieces: list[str] = []
    silent = ""
    text, *rest = _SILENT.split(page)
    pieces.append(text)
    for closing, name, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        if not silent and not closing:
            silent = name.lower()
        elif closing and name.lower() == silent:
            silent = ""
        if not silent:
            pieces.append(text)
    return "".join(pieces)
