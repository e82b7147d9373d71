"""Numbers as quantities: value, dimension and what they count."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from factdesk.text.crosscheck.tongue import has_decimal_commas
from factdesk.text.keywords import stems

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_MORE = "fifteen sixteen seventeen eighteen nineteen"
_SPELT = {word: number for number, word in enumerate(f"{_UNITS} {_MORE}".split())} | {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}  # fmt: skip
_SCALES = {
    "hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9,
    "trillion": 12, "tn": 12, "tausend": 3, "millionen": 6, "mio": 6, "milliarde": 9,
    "milliarden": 9, "mrd": 9, "millón": 6, "millones": 6, "millions": 6, "milliard": 9,
    "milliards": 9,
}  # fmt: skip
#: In a language with decimal commas a billion is a million millions.
_LONG = {"billion": 12, "billionen": 12}
_SCALE = "|".join(word for word in (*_SCALES, *_LONG) if len(word) > 1)
_PERCENT = r"percent|per\ ?cent|pct|prozent|por\ ciento|pour\ cent"
_CURRENCIES = {
    "$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "dollar": "dollars", "euro": "euros",
    "yen": "yen", "dollars": "dollars", "euros": "euros", "pounds": "pounds", "crowns": "crowns",
}  # fmt: skip
_MONTH = r"(?:Jan|Feb|M[aä]r|Apr|Ma[yi]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z]*\.?"
_FIGURE = re.compile(
    rf"""(?<![\w.,])(?<![^\W\d_]-)  # no AR-15
    (?P<sign>[$€£¥])?
    (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|(?i:{"|".join(_SPELT)})\b(?!-[a-z]))
    (?:(?:[ -]?(?P<scale>(?i:(?:mio|mrd)\.|{_SCALE}))
        |(?P<short>[kKm]))(?:\b|(?<=\.)))?  # 5m is five million, 5 m are metres
    (?P<unit>\s?%|\s(?i:percentage\ points?|prozentpunkten?|{_PERCENT})\b
        |\s(?i:dollars|euros?|pounds|yen|crowns)\b)?
    (?![\w]|\.\d|,\d|:\d)""",
    re.VERBOSE,
)
_IN_DATE_BEFORE = re.compile(rf"\b{_MONTH}\s$")
_IN_DATE_AFTER = re.compile(rf"(?:st|nd|rd|th|\.)?\s{_MONTH}\b|,\s\d{{4}}\b")
_TO_YEAR = re.compile(r"(?<!\d)\d{4}[-\u2013]\Z")
_NOUN = re.compile(r"\s(?:of\s)?((?:[^\W\d_][\w'\u2019-]*\s?){1,4})")
_LONGEST = 24
_STOP = re.compile(r"[.!?;:]\s")
_IS_PERCENT = re.compile(_PERCENT, re.VERBOSE)
_SEPARATED = re.compile(r"\d[\d.,]*\d")
_SWAPPED = str.maketrans(".,", ",.")


class Quantity(NamedTuple):
    """A number in a text: what it measures, in what, of what.

    ``dimension`` is percent, points, money or number; ``unit`` the currency; ``digits`` how many
    significant digits were given; ``nouns`` the words that it may count, ``around`` those nearby. A
    ``spelt`` one is written in letters: two of something, as a rule.
    """

    start: int
    stop: int
    value: Decimal
    dimension: str
    unit: str
    digits: int
    nouns: frozenset[str]
    around: frozenset[str]
    spelt: bool = False


def quantities(text: str) -> Iterator[Quantity]:
    """Find the numbers of a text but for those of dates and the year-like ones.

    What is longer than any number that is meant as one is none: an account, a key, digits of pi.
    """
    commas = has_decimal_commas(text)
    if commas:  # no position moves
        text = _SEPARATED.sub(lambda number: number[0].translate(_SWAPPED), text)
    scales = _SCALES | _LONG if commas else _SCALES
    stops = [stop.span() for stop in _STOP.finditer(text)]
    for match in _FIGURE.finditer(text):
        if len(match["number"]) <= _LONGEST and not _is_date(text, match):
            around = text[slice(*_sentence(stops, match.start()))]
            yield _quantity(text, match, scales, around)


@lru_cache(maxsize=256)
def content(text: str) -> frozenset[str]:
    """Give the stems of a text without its figures; all numbers of a sentence ask for them."""
    return frozenset(word for word in stems(text) if not word[0].isdigit())


def _is_date(text: str, match: re.Match[str]) -> bool:
    number, bare = (
        match["number"],
        not (match["scale"] or match["short"] or match["unit"] or match["sign"]),
    )
    if not bare or not number.isdigit():
        return False
    if len(number) == 4 and 1500 <= int(number) <= 2099:
        return True
    if _TO_YEAR.search(text, max(0, match.start() - 5), match.start()):
        return True
    after = _IN_DATE_AFTER.match(text, match.end())
    before = _IN_DATE_BEFORE.search(text, max(0, match.start() - 12), match.start())
    return bool(after or before) and len(number) <= 2 and int(number) <= 31


def _quantity(text: str, match: re.Match[str], scales: Mapping[str, int], around: str) -> Quantity:
    word = match["number"].lower()
    plain = Decimal(_SPELT[word]) if word in _SPELT else Decimal(word.replace(",", ""))
    scale = scales.get((match["scale"] or match["short"] or "").lower().rstrip("."), 0)
    dimension, unit = _measured((match["unit"] or "").strip().lower(), match["sign"] or "")
    noun = _NOUN.match(text, match.end()) if dimension == "number" else None
    digits = len(word.replace(",", "").replace(".", "").lstrip("0").rstrip("0")) or 1
    return Quantity(
        match.start(),
        match.end(),
        plain.scaleb(scale),
        dimension,
        unit,
        1 if word in _SPELT else digits,
        content(noun[1]) if noun else frozenset(),
        content(around),
        word in _SPELT,
    )


def _measured(unit: str, sign: str) -> tuple[str, str]:
    if unit.startswith(("percentage", "prozentpunkt")):
        return "points", ""
    if unit == "%" or _IS_PERCENT.fullmatch(unit):
        return "percent", ""
    if sign or unit:
        return "money", _CURRENCIES.get(sign or unit, unit)
    return "number", ""


def _sentence(stops: Sequence[tuple[int, int]], position: int) -> tuple[int, int | None]:
    """Find the sentence at a position between the ends of those before and the one after."""
    before = bisect_right(stops, position, key=lambda stop: stop[1])
    after = bisect_left(stops, position, key=lambda stop: stop[0])
    begin = stops[before - 1][1] if before else 0
    return begin, stops[after][0] if after < len(stops) else None
