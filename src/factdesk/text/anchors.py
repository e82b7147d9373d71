"""Where words stand in a text, and what tells one place of the same words from another."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, islice
from unicodedata import normalize

from factdesk.errors import NotFound
from factdesk.model.span import Span
from factdesk.text.boundaries import snap_to_graphemes
from factdesk.text.canonical import canonical

#: The least number of code points kept on either side of a place.
CONTEXT = 32

_QUOTE_MARKS = "\"'`\u2018-\u201f\u2032\u2033\u00ab\u00bb\u2039\u203a"
_DASHES = "-\u2010-\u2015\u2212"

# What is written in one way here and in another there; whatever else must agree to the letter.
_ALIKE = {
    "space": r"\s+",
    "mark": f"[{_QUOTE_MARKS}]",
    "dash": f"(?:--|[{_DASHES}])",
    "dots": r"(?:\.\.\.|\u2026)",
}
_SIGN = re.compile("|".join(f"(?P<{name}>{sign})" for name, sign in _ALIKE.items()) + r"|[\s\S]")

# Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic; elsewhere a mark is a letter.
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]")
_TYPOGRAPHY = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in ((r"\s", " "), (f"[{_DASHES}]", "-"), ("[\u2018\u2019]", "'"))
)


def surroundings(text: str, span: Span) -> tuple[str, str]:
    """Take the words before and after a place, enough to tell it from every other place.

    Prefix and suffix hold 32 code points where there are that many, split no grapheme cluster, and
    grow on both sides until prefix, place and suffix stand in the text once.
    """
    width = CONTEXT
    while True:
        around = snap_to_graphemes(text, Span(span.start - width, span.stop + width))
        if _is_unique(text, around):
            return text[around.start : span.start], text[span.stop : around.stop]
        width *= 2


def occurrences(text: str, quote: str) -> list[Span]:
    """Find every place where a quote stands, in the order of the text, none within another.

    A quote that stands nowhere to the letter is looked for with white space, quote marks, dashes
    and ellipses taken as alike: it was typed, or copied from another edition.
    """
    exact = _places(re.escape(quote), text) if quote and quote in text else []
    if exact:
        return exact
    signs = [*islice(_SIGN.finditer(canonical(quote).strip()), len(text) + 1)]
    if not 0 < len(signs) <= len(text):  # each takes a code point at least
        return []
    return _places(_loosely(signs), text)


def locate(text: str, quote: str, occurrence: int = 1) -> Span:
    """Find the first place of a quote, or the one named by its number.

    Raises:
        NotFound: if the quote does not stand in the text, or not that often.
    """
    places = occurrences(text, quote)
    if 1 <= occurrence <= len(places):
        return places[occurrence - 1]
    if not places:
        raise NotFound(
            f"“{_shorten(quote)}” does not stand in the text.",
            "Copy the quote from the article as Factdesk shows it.",
        )
    times = "once" if len(places) == 1 else f"{len(places)} times"
    raise NotFound(
        f"“{_shorten(quote)}” has no occurrence {occurrence}.",
        f"It occurs {times}; name one with --occurrence.",
    )


def find(text: str, needle: str) -> list[Span]:
    """Search as a reader does: case, accents and the form of quote marks do not matter."""
    wanted = _fold(needle)
    if not wanted:
        return []
    folded, starts = _folded(text)
    hits = (match.span() for match in re.finditer(re.escape(wanted), folded))
    if starts is None:
        places = (Span(*hit) for hit in hits)
    else:
        places = (
            Span(bisect_right(starts, start) - 1, bisect_left(starts, stop)) for start, stop in hits
        )
    return list(_apart(snap_to_graphemes(text, place) for place in places))


def _is_unique(text: str, span: Span) -> bool:
    """Tell whether what stands at the place stands nowhere else."""
    words = text[span.start : span.stop]
    return text.find(words) == span.start and text.find(words, span.start + 1) < 0


def _places(pattern: str, text: str) -> list[Span]:
    """Find the matches that split no grapheme cluster: a part of an emoji is no quote."""
    matches = (Span(*match.span()) for match in re.finditer(pattern, text))
    return [span for span in matches if span == snap_to_graphemes(text, span)]


def _loosely(signs: Iterable[re.Match[str]]) -> str:
    """Make the pattern that takes a quote in other people's typography for the same."""
    return "".join(
        _ALIKE[sign.lastgroup] if sign.lastgroup else re.escape(sign[0]) for sign in signs
    )


def _shorten(quote: str) -> str:
    return quote if len(quote) <= 60 else f"{quote[:59]}…"


@lru_cache(maxsize=1)
def _folded(text: str) -> tuple[str, list[int] | None]:
    """Fold a text, and say where the fold of each character starts, if not where it does itself.

    Kept for the last text, as its reader types on.
    """
    folds = {character: _fold(character) for character in set(text)}
    folded = text.translate({ord(character): fold for character, fold in folds.items()})
    if all(len(fold) == 1 for fold in folds.values()):
        return folded, None
    return folded, list(accumulate((len(folds[character]) for character in text), initial=0))


def _fold(text: str) -> str:
    """Take case, accents and typography from a text, character by character."""
    plain = normalize("NFC", _ACCENT.sub("", normalize("NFD", text.casefold())))
    for pattern, sign in _TYPOGRAPHY:
        plain = pattern.sub(sign, plain)
    return plain


def _apart(places: Iterator[Span]) -> Iterator[Span]:
    """Leave out each place that overlaps the one before: two letters may share a ligature."""
    reached = 0
    for place in places:
        if place.start >= reached:
            reached = place.stop
            yield place
