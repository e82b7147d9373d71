"""What a page tells its readers behind a word of its own: “Author: …”, “Published: …”."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from factdesk.importers.html.flow import flowing_text

_CARRIERS = ("strong", "b", "dt", "th", "td", "label", "span", "em", "i", "div", "p")
_LONGEST = 40  # characters of a label, colon included
_COLON = re.compile(r"\s*[:：]?\s*$")  # noqa: RUF001 - what is looked for

#: Who wrote it, in the languages of newsrooms; both genders with a slash or a star are one label.
AUTHOR = re.compile(
    r"(?:authors?|written by|reported by|autor(?:in|en|innen|a|es|as|ka|i)?(?:[/*:_]\w+)?"
    r"|verfasser(?:in)?|auteure?s?|auteurs?|autore|autrice|forfatter|författare|kirjoittaja"
    r"|szerző|yazar|penulis|tác giả|автор|συντάκτης|الكاتب|מאת|作者|記者|记者|著者)",
    re.IGNORECASE,
)
#: When it was published.
PUBLISHED = re.compile(
    r"(?:published(?: on)?|publication date|date(?: published)?|datum|veröffentlicht(?: am)?"
    r"|erschienen(?: am)?|publi[ée](?: le)?|fecha|publicado(?: el| em)?|data|pubblicato(?: il)?"
    r"|gepubliceerd(?: op)?|publicerad|publisert|udgivet|julkaistu|opublikowano|publikováno"
    r"|дата|опубликовано)",
    re.IGNORECASE,
)


def labelled(root: HtmlElement, label: re.Pattern[str]) -> Iterator[str]:
    """Give what follows a label: the rest of its line, or the element behind it."""
    for element in root.iter(*_CARRIERS):
        if len(element) or not element.text or len(element.text) > _LONGEST:
            continue
        if not label.fullmatch(_COLON.sub("", element.text).strip()):
            continue
        following = element.getnext()
        told = element.tail or ""
        if not told.strip(" \t\r\n:") and following is not None:
            told = flowing_text(following)
        if told := told.strip(" \t\r\n:"):
            yield told
