"""Other ways to carry a claim, for comparison: each gives a place, or None."""

from collections.abc import Callable
from functools import cache

from diff_match_patch import diff_match_patch

from factdesk.model.span import Span
from factdesk.text.anchors import surroundings

_CONTEXT = 32
Way = Callable[[str, str, Span], Span | None]


def by_quote(old: str, new: str, span: Span) -> Span | None:
    """Search the quote with its prefix and suffix; else the quote, if it stands once."""
    quote = old[span.start : span.stop]
    prefix, suffix = surroundings(old, span)
    for before, after in ((prefix, suffix), ("", "")):
        whole = before + quote + after
        first = new.find(whole)
        if first >= 0 and new.find(whole, first + 1) < 0:
            return Span(first + len(before), first + len(before) + len(quote))
    return None


def by_weights(old: str, new: str, span: Span) -> Span | None:
    """Do as Hypothesis does: the position if the quote stands there, else its weighted best match.

    The exact matches if there are any, else those with the fewest errors, up to half the quote;
    of these the one with the highest sum of quote 50, prefix 20, suffix 20 and position 2.
    """
    quote = old[span.start : span.stop]
    if new.startswith(quote, span.start):
        return span
    prefix = old[max(0, span.start - _CONTEXT) : span.start]
    suffix = old[span.stop : span.stop + _CONTEXT]

    def score(found: tuple[int, Span]) -> float:
        errors, place = found
        return (
            50 * (1 - errors / len(quote))
            + 20 * _agreement(new[max(0, place.start - len(prefix)) : place.start], prefix)
            + 20 * _agreement(new[place.stop : place.stop + len(suffix)], suffix)
            + 2 * (1 - abs(place.start - span.start) / len(new))
        )

    matches = _search(new, quote, min(256, len(quote) // 2))
    return max(matches, key=score)[1] if matches else None


def by_diff(old: str, new: str, span: Span) -> Span | None:
    """Do as diff-match-patch does: translate the places by a diff of the characters."""
    diffs = _diffs(old, new)
    engine = diff_match_patch()
    place = Span(engine.diff_xIndex(diffs, span.start), engine.diff_xIndex(diffs, span.stop))
    return place if place.stop > place.start else None


WAYS: dict[str, Way] = {
    "quote with prefix and suffix": by_quote,
    "Hypothesis' weights": by_weights,
    "diff-match-patch": by_diff,
}

_last: dict[tuple[str, str], list[tuple[int, str]]] = {}


def _diffs(old: str, new: str) -> list[tuple[int, str]]:
    """Diff two texts, once for all claims in them."""
    if (old, new) not in _last:
        _last.clear()
        engine = diff_match_patch()
        diffs = engine.diff_main(old, new)
        engine.diff_cleanupSemantic(diffs)
        _last[old, new] = diffs
    return _last[old, new]


def _agreement(text: str, wanted: str) -> float:
    if not text or not wanted:
        return 0.0
    return 1 - min(_errors(text, wanted)) / len(wanted)


def _search(text: str, pattern: str, most: int) -> list[tuple[int, Span]]:
    """Find the exact matches, or else the approximate ones that have the fewest errors."""
    exact = _exact(text, pattern)
    if exact:
        return exact
    errors = _errors(text, pattern)
    least = min(errors)
    if least > most:
        return []
    stops = [stop for stop, count in enumerate(errors) if count == least and stop]
    return [(least, Span(_start(text, stop, pattern, least), stop)) for stop in stops]


def _exact(text: str, pattern: str) -> list[tuple[int, Span]]:
    found, start = [], text.find(pattern)
    while start >= 0:
        found.append((0, Span(start, start + len(pattern))))
        start = text.find(pattern, start + 1)
    return found


def _start(text: str, stop: int, pattern: str, least: int) -> int:
    """Find where the match begins that ends there: the same search backwards."""
    piece = text[max(0, stop - len(pattern) - least) : stop]
    errors = _errors(piece[::-1], pattern[::-1])
    return stop - min(range(len(errors)), key=errors.__getitem__)


@cache
def _masks(pattern: str) -> dict[str, int]:
    masks: dict[str, int] = {}
    for index, character in enumerate(pattern):
        masks[character] = masks.get(character, 0) | 1 << index
    return masks


def _errors(text: str, pattern: str) -> list[int]:
    """Give the errors of the best match that ends at each place (Myers' bit vectors)."""
    masks, full = _masks(pattern), (1 << len(pattern)) - 1
    high = 1 << (len(pattern) - 1)
    plus, minus, count = full, 0, len(pattern)
    errors = [count]
    for character in text:
        equal = masks.get(character, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        more = minus | (full & ~(horizontal | plus))
        less = plus & horizontal
        count += (more & high > 0) - (less & high > 0)
        more, less = (more << 1) & full, (less << 1) & full
        plus = less | (full & ~(vertical | more))
        minus = more & vertical
        errors.append(count)
    return errors
