"""Rules for figures: what a number counts, or that it belongs to a date or a name."""

from factdesk.text.hints.phrases import hedge_before, is_number, noun_after
from factdesk.text.hints.reading import Finding
from factdesk.text.hints.words import Scope

_PER = {"a", "per", "each", "every"}
_PERIODS = {"year", "month", "week", "day", "hour", "family", "person", "head", "capita", "minute"}
_FACTORS = {"as", "more", "the", "higher", "larger", "greater"}

#: So many tokens a month may stand before its day: July 9, 10 and 11.
_MONTH_WITHIN = 5


def figure(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a number with its scale, and say what it counts."""
    after = _scaled(scope, last + 1)
    if _goes_up_to(scope, first, after):  # 20 to 25 people
        after = _scaled(scope, after + 2)
    if percent := _percent_end(scope, after):
        return _hedged(scope, "percent", first, percent)
    if scope.has(after, "currency"):
        return _hedged(scope, "money", first, _rate_end(scope, after))
    if share := _share_end(scope, after):
        return _hedged(scope, "fraction", first, share)
    if scope.word(after) == "times":
        kind = "comparison" if scope.word(after + 1) in _FACTORS else "number"
        return _hedged(scope, kind, first, after)
    return _counted(scope, first, after - 1)


def scale(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “a million” and “half a million”; a scale that follows its number is no new number."""
    if scope.word(first - 1) not in {"a", "half"}:
        return None
    return figure(scope, first - 1, last)


def amount(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a sum with a currency sign; a $1 bill is called so."""
    if scope.has(last + 1, "note") and scope.word(first) in scope.lexicon.notes:
        return None
    return _hedged(scope, "money", first, _rate_end(scope, _scaled(scope, last + 1) - 1))


def bare_year(scope: Scope, first: int, last: int) -> Finding | None:
    """Read four figures that may be a year."""
    if scope.has(last + 1, "percent_word") or scope.has(last + 1, "scale"):
        return figure(scope, first, last)
    if hedge_before(scope, first)[1] and noun_after(scope, last + 1) > last:
        return figure(scope, first, last)
    return Finding("year", first, last, shown=False)


def multitude(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “hundreds of thousands of people”."""
    of = scope.lexicon.of
    while scope.word(last + 1) in of and scope.has(last + 2, "multitude"):
        last += 2
    if scope.word(last + 1) in of:
        noun = noun_after(scope, last + 2)
        last = noun if noun > last + 1 else last
    elif scope.lexicon.capital_nouns:  # Tausende Menschen
        last = noun_after(scope, last + 1)
    if scope.has(last, "currency"):
        return _hedged(scope, "money", first, _rate_end(scope, last))
    return _hedged(scope, "number" if last > first else "multitude", first, last)


def in_date(scope: Scope, first: int, last: int) -> bool:
    """Tell whether a number is a day, or a time of day."""
    if first != last:
        return False
    for index in range(first - 1, first - 1 - _MONTH_WITHIN, -1):
        if scope.has(index, "month") and scope.original(index)[:1].isupper():
            return True
        if (
            scope.word(index) not in {".", ",", "and", "-", "to"}
            and not scope.word(index).isdigit()
        ):
            break
    after = last + 2 if scope.lexicon.ordinal_stop and scope.word(last + 1) == "." else last + 1
    if scope.has(after, "month") and scope.original(after)[:1].isupper():
        return True
    return scope.word(last + 1) in scope.lexicon.clock or (
        scope.word(last + 1) in {"a", "p"} and scope.word(last + 2) == "."
    )


def _counted(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a number of things, unless it is part of a date or of a name."""
    if other := _no_number(scope, first, last):
        return Finding(other, first, last, shown=False)
    small = scope.has(first, "cardinal") and first == last
    if scope.word(last + 1) in scope.lexicon.durations:
        return _lasting(scope, first, last + 1)
    if small and scope.word(first - 1) in scope.lexicon.definite:  # met before
        return Finding("vague", first, last, shown=False)
    if end := _counted_end(scope, last):
        named = scope.word(first - 1) in scope.lexicon.numbered
        return None if named else _hedged(scope, "number", first, end)
    if _in_name(scope, first) or _in_street(scope, last):
        return None
    return (
        Finding("vague", first, last, shown=False)
        if small
        else _hedged(scope, "number", first, last)
    )


def _no_number(scope: Scope, first: int, last: int) -> str:
    """Tell what a number is that counts nothing: part of a date, or a rank."""
    if in_date(scope, first, last) or scope.word(first - 1) == "'":  # the summer of '80
        return "date"
    return "ordinal" if _is_ranked(scope, first, last) else ""


def _lasting(scope: Scope, first: int, last: int) -> Finding:
    """Read a length of time; an age is a number."""
    if scope.word(last + 1) in scope.lexicon.aged:
        return _hedged(scope, "number", first, last + 1)
    return _hedged(scope, "duration", first, last)


def _is_ranked(scope: Scope, first: int, last: int) -> bool:
    """Tell whether a figure with a full stop is a rank: der 9. Platz.

    A short one at the end may be one too, whose sentence was cut: im 16. | Jahrhundert.
    """
    if not scope.lexicon.ordinal_stop or first != last or not scope.has(first, "figure"):
        return False
    short = len(scope.word(first)) < 3
    return scope.word(last + 1) == "." and (last + 2 < scope.end or short)


def _counted_end(scope: Scope, last: int) -> int:
    """Find the end of what is counted; 0 where nothing is named."""
    if scope.word(last + 1) == "°":
        return min(last + 2, scope.end - 1)
    noun = noun_after(scope, last + 1)
    if noun > last and "-" not in scope.word(last):  # a 16-inch screen
        return _rate_end(scope, noun)
    return 0


def _hedged(scope: Scope, kind: str, first: int, last: int) -> Finding:
    begin, hedge = hedge_before(scope, first)
    return Finding(kind, begin, last, hedge)


def _scaled(scope: Scope, after: int) -> int:
    """Go past hundred, million and the like, and past the number words of one number."""
    while scope.has(after, "scale") or scope.has(after, "cardinal"):
        after += 1
    if scope.word(after) == "and" and scope.word(after + 1) in {
        "a",
        "half",
    }:  # 5 and a half percent
        if scope.word(after + 2) == "half":
            return after + 3
        if scope.has(after + 2, "percent_word"):
            return after + 2
    return after


def _goes_up_to(scope: Scope, first: int, index: int) -> bool:
    """Tell whether a range goes on here; what rose from one to the other is two numbers."""
    return (
        scope.word(index) in scope.lexicon.ranges
        and (scope.has(index + 1, "figure") or scope.has(index + 1, "cardinal"))
        and scope.word(first - 1) not in scope.lexicon.starts
    )


def _percent_end(scope: Scope, index: int) -> int:
    """Find the end of “percent” or “percentage points”; 0 where there is none."""
    if scope.word(index) == "per" and scope.word(index + 1) == "cent":
        index += 1
    elif not scope.has(index, "percent_word"):
        return 0
    return index + 1 if scope.word(index + 1) in {"points", "point"} else index


def _rate_end(scope: Scope, last: int) -> int:
    """Go on to “a year”."""
    if scope.word(last + 1) in _PER and scope.word(last + 2) in _PERIODS:
        return last + 2
    return last


def _share_end(scope: Scope, after: int) -> int:
    """Find the end of “in five” or “out of 10”; 0 where there is none."""
    if scope.word(after) == "out" and scope.word(after + 1) == "of" and is_number(scope, after + 2):
        return after + 2
    small = scope.word(after - 1) in {"one", "two", "three", "four", "nine"}
    if small and scope.word(after) == "in" and is_number(scope, after + 1):
        return after + 1
    return 0


def _in_name(scope: Scope, first: int) -> bool:
    """Tell whether the number belongs to a name: Boeing 737, Section 230."""
    before = scope.original(first - 1)
    return before[:1].isupper() and (first - 1 > scope.begin or len(before) > 1)


def _in_street(scope: Scope, last: int) -> bool:
    """Tell whether it is a house or a district."""
    return scope.original(last + 1)[:1].isupper() and any(
        scope.word(index) in scope.lexicon.streets for index in range(last + 1, last + 4)
    )
