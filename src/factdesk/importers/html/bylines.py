"""Lines of names and dates, which stand around a story and are no sentence of it."""

import re
from collections.abc import Sequence
from itertools import islice

from factdesk.importers.html.authors import is_full_name, signed
from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.outline import Outline, Spot
from factdesk.importers.signs import SHORT, ends_a_sentence

_TOP, _END = 6, 3  # blocks among which bylines stand
_REASON = "Byline or date"
_LEFT_OVER = 12  # letters beside a name that are still a byline: a role, a town
_RIGHT = re.compile(r"text-align:\s*(?:right|end)|\b(?:align|text)-?right\b", re.IGNORECASE)
_WORDS = re.compile(
    r"\b(?:by|von|par|por|di|da|door|av|af|przez|and|und|et|y|e|en|published|updated|veröffentlicht|am"
    r"|aktualisiert|uppdaterad|publicerad|publié|le|à|mis|jour|stand|uhr|min(?:uten?|utes?|utos?)?"
    r"|read(?:ing)?|time|lesedauer|lesezeit|lecture|tempo|de|leitura|[ap]m|[ap]\.m|[a-z]{2,4}t"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mai|okt|dez|mär)\w*|mon|tue|wed|thu|fri|sat|sun"
    r"|mon\w+|tues\w*|wed\w+|thurs\w*|fri\w+|sat\w+|sun\w+|staff|writer|reporter|editor)\b",
    re.IGNORECASE,
)


def mark_bylines(passages: Sequence[Passage], authors: Sequence[str]) -> None:
    """Leave out the lines near the top and the end that are names, dates and words for them."""
    names = sorted(authors, key=len, reverse=True)
    for passage in (*passages[:_TOP], *passages[-_END:]):
        if is_byline(passage.text, names) or signed(passage.text):
            passage.leave_out(_REASON)
    for passage in passages[-_END:]:
        if passage.spot and _is_signature(passage.spot):
            passage.leave_out(_REASON)


def signatures(passages: Sequence[Passage], outline: Outline) -> tuple[str, ...]:
    """Name those who sign with a line of the story, where the page tells nobody elsewhere."""
    lines = (each.text for each in passages[:_TOP] if each.reason == _REASON)
    last = max((each.index for each in passages if not each.reason), default=-1)
    behind = outline.spots[last + 1 : last + 1 + _END]
    ends = ((spot.text,) for spot in behind if _is_signature(spot))
    return next(filter(None, (*map(signed, lines), *ends)), ())


def _is_signature(spot: Spot) -> bool:
    """Tell whether it is a full name set at the right, as many newsrooms sign."""
    return is_full_name(spot.text) and any(
        each.get("align") == "right" or _RIGHT.search(f"{each.get('style')} {each.get('class')}")
        for each in (spot.element, *islice(spot.element.iterancestors(), 1))
    )


def is_byline(text: str, names: Sequence[str]) -> bool:
    """Tell whether nothing remains of the text without names, figures and the words around them."""
    if len(text) > SHORT or ends_a_sentence(text):
        return False
    rest = text
    for name in names:
        rest = re.sub(re.escape(name), " ", rest, flags=re.IGNORECASE)
    named = rest != text
    rest = _WORDS.sub("", rest)
    letters = sum(map(str.isalpha, rest))
    return letters <= _LEFT_OVER if named else letters <= 1 and any(map(str.isdigit, rest))
