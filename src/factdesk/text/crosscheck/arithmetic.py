"""The arithmetic of a sentence with itself, and its calendar, where it is certain."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from factdesk.text.crosscheck.dates import dates, wrong_weekday
from factdesk.text.crosscheck.figures import Quantity, quantities
from factdesk.text.sentences import sentences

#: Between the numbers of a change there is no end of a sentence. None begins within another, nor
#: is one endless: whoever writes digits without end would have them tried from each one on.
_NUMBER = (
    r"(?:[$€£¥]?(?<!\d)(?<!\d[.,])\d(?:[\d.,]{0,24}\d)?(?!\d)"
    r"(?:\s(?:thousand|million|billion|trillion))?(?:\s?%|\spercent)?)"
)
_FROM_TO = re.compile(
    rf"(?P<change>(?:rose|grew|increased|climbed|jumped|fell|dropped|declined|decreased|shrank|up"
    rf"|down)\b[^.;]{{0,40}}?)(?P<by>{_NUMBER})[^.;\d]{{0,30}}?\bfrom\s(?:\w+\s)?(?P<old>{_NUMBER})"
    rf"[^.;\d]{{0,40}}?\bto\s(?P<new>{_NUMBER})",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    rf"(?P<new>{_NUMBER})\b[^.;$€£¥]{{0,40}}?,?\s(?P<change>up|down)\sfrom\s(?P<old>{_NUMBER})"
    rf"\b[^.;$€£¥]{{0,40}}?(?:rise|increase|growth|jump|fall|drop|decline|decrease)\sof\s(?P<by>{_NUMBER})",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"\b(?:a total of|in total|altogether|all)\s(?P<total>{_NUMBER})[^.;\d]{{0,40}}?"
    rf"[:\u2014\u2013-]\s(?P<parts>[^.;]+)",
    re.IGNORECASE,
)

_LIFE = re.compile(
    r"\bborn\b[^.;\d]{0,40}(?:\d{1,2}\s\w+\s|\w+\s\d{1,2},\s)?(?P<born>1[5-9]\d\d|20\d\d)\b[^.;\d]{0,60}"
    r"\bdied\b[^.;\d]{0,40}(?:\d{1,2}\s\w+\s|\w+\s\d{1,2},\s)?(?P<died>1[5-9]\d\d|20\d\d)\b[^.;\d]{0,30}"
    r"\b(?:age|aged|age of)\s(?P<age>\d{1,3})\b",
    re.IGNORECASE,
)


class Sum(NamedTuple):
    """A place where the numbers do not add up: ``text[start:stop]``, and what they give."""

    start: int
    stop: int
    quote: str
    why: str


def arithmetic(text: str) -> list[Sum]:
    """Check changes told with both ends, totals with their parts, weekdays with their dates.

    And an age at death with both years: whoever died before the birthday was a year younger.
    """
    found: list[Sum] = []
    for sentence in sentences(text):
        exact = text[sentence.start : sentence.stop]
        found += (
            Sum(one.start + sentence.start, one.stop + sentence.start, one.quote, one.why)
            for one in (*_changes(exact), *_totals(exact), *_weekdays(exact), *_ages(exact))
        )
    return found


def _changes(text: str) -> Iterator[Sum]:
    numbers = list(quantities(text))
    for pattern in (_FROM_TO, _UP_FROM):
        for match in pattern.finditer(text):
            by, old, new = (_within(numbers, match.span(name)) for name in ("by", "old", "new"))
            if (
                by
                and old
                and new
                and by.dimension == "percent"
                and old.value
                and (old.dimension == new.dimension != "percent")
            ):
                yield from _change(text, by, abs(new.value - old.value) / old.value * 100)


def _change(text: str, told: Quantity, real: Decimal) -> Iterator[Sum]:
    """Tell of a change that is off by more than rounding of the ends can explain."""
    if abs(real - told.value) > max(Decimal(1), real / 20):
        why = f"from these two numbers it is {real:.1f} percent"
        yield Sum(told.start, told.stop, text[told.start : told.stop], why)


def _totals(text: str) -> Iterator[Sum]:
    numbers = list(quantities(text))
    for match in _TOTAL.finditer(text):
        total = _within(numbers, match.span("total"))
        begin, end = match.span("parts")
        parts = [part for part in numbers if begin <= part.start < end]
        if (
            total is None
            or len(parts) < 2
            or any((part.dimension, part.unit) != (total.dimension, total.unit) for part in parts)
        ):
            continue
        added = sum(part.value for part in parts)
        if added != total.value and all(part.value < total.value for part in parts):
            why = f"the parts add up to {added:,}"
            yield Sum(total.start, total.stop, text[total.start : total.stop], why)


def _weekdays(text: str) -> Iterator[Sum]:
    for when, behind in pairwise(dates(text)):
        if why := wrong_weekday(when, [behind]):
            yield Sum(when.start, when.stop, text[when.start : when.stop], why)


def _ages(text: str) -> Iterator[Sum]:
    for match in _LIFE.finditer(text):
        years = int(match["died"]) - int(match["born"])
        if int(match["age"]) not in {years, years - 1}:
            why = f"from {match['born']} to {match['died']} it is {years}, or a year less"
            yield Sum(*match.span("age"), match["age"], why)


def _within(numbers: Sequence[Quantity], place: tuple[int, int]) -> Quantity | None:
    """Find the number at a place among those of the text in their order."""
    at = bisect_right(numbers, place[0], key=lambda one: one.stop)
    return numbers[at] if at < len(numbers) and numbers[at].start < place[1] else None
