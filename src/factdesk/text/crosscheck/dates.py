"""Dates as far as they are told: a day, a month, a year, a day of the week."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905 - read at a glance
_GERMAN = {"mär": "mar", "mai": "may", "okt": "oct", "dez": "dec"}
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905 - so
_MONTH = (
    r"(?P<month>Jan(?:uary?|\.)?|Feb(?:ruary?|\.)?|Mar(?:ch|\.)?|März|Apr(?:il|\.)?|Ma[yi]|Jun[ei]?"
    r"|Jul[yi]?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|O[ck]t(?:ober|\.)?|Nov(?:ember|\.)?"
    r"|De[cz](?:ember|\.)?)"
)
_DATES = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)\b"
    rf"|\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b"
    rf"|\b(?:{_MONTH}\s(?P<after>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s(?P<year>\d{{4}}))?)\b"
    rf"|\b(?:(?P<before>\d{{1,2}})(?:st|nd|rd|th|\.)?\s{_MONTH.replace('month', 'month2')}"
    rf"(?:\s(?P<year2>\d{{4}}))?)\b"
    rf"|\b(?:{_MONTH.replace('month', 'month3')}\s(?P<year3>\d{{4}}))\b"
    rf"|(?<![\d$€£.,-])\b(?P<alone>1[5-9]\d\d|20\d\d)\b(?!\s?%|[.,]\d|-\d)"
)


class When(NamedTuple):
    """A date in a text; 0 stands for what is not told. ``weekday`` counts from 1, Monday."""

    start: int
    stop: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0

    def fits(self, other: "When") -> bool:
        """Tell whether all that both tell agrees, and both tell something of one kind."""
        pairs = [
            (mine, theirs)
            for mine, theirs in zip(self[2:5], other[2:5], strict=True)
            if mine and theirs
        ]
        return bool(pairs) and all(mine == theirs for mine, theirs in pairs)

    def on(self) -> int:
        """Compute the day of the week where the date is whole; 0 where it is not, or is none."""
        try:
            return date(self.year, self.month, self.day).isoweekday()
        except ValueError:
            return 0

    def on_words(self) -> str:
        """Say on which day of the week a whole date is."""
        return f"that day was a {_WEEKDAYS[self.on() - 1]}"


def wrong_weekday(mine: When, told: Iterable[When]) -> str:
    """Say which day a whole date right behind a weekday really is; nothing where that is right."""
    for whole in told:
        right_behind = 0 <= whole.start - mine.stop <= 2
        if mine.weekday and right_behind and whole.on() not in {0, mine.weekday}:
            return whole.on_words()
    return ""


def dates(text: str) -> Iterator[When]:
    """Find the dates of a text in its order."""
    for match in _DATES.finditer(text):
        yield _when(match)


def _when(match: re.Match[str]) -> When:
    span = match.span()
    if match["iso"]:
        return When(*span, *map(int, match["iso"].split("-")))
    if match["weekday"]:
        return When(*span, weekday=_WEEKDAYS.index(match["weekday"]) + 1)
    if match["alone"]:
        return When(*span, year=int(match["alone"]))
    month = match["month"] or match["month2"] or match["month3"]
    year = match["year"] or match["year2"] or match["year3"] or 0
    day = match["after"] or match["before"] or 0
    short = month[:3].lower()
    return When(*span, int(year), _MONTHS.index(_GERMAN.get(short, short)) + 1, int(day))
