"""The words in which reports speak, in the language of the reader: a file of `languages` each."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from importlib.resources import files

from factdesk.errors import ExportFailed
from factdesk.model.claim import WorkState
from factdesk.model.record import Value

_LANGUAGES = files("factdesk.exporters") / "languages"

_OPENING, _CLOSING = ("“", "„", "«", "»", '"'), ("”", "“", "»", "«", '"')

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-2]\d|3[01])"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)


class Tongue(Value):
    """A language as its file has it.

    ``counts`` hold one form for one and one for many; with ``none_is_one`` nothing counts as one.
    Digits are grouped in numbers of ``grouped_from`` digits on. Before words that ``and_before``
    fits, ``other_and`` joins. ``values`` are the words for the values of each enumeration.
    """

    name: str
    thousands: str
    grouped_from: int
    months: tuple[str, ...]
    first_of_month: str
    day: str
    month: str
    conjunction: str
    and_before: str = ""
    other_and: str = ""
    quoted: str
    colon: str
    none_is_one: bool = False
    words: dict[str, str]
    counts: dict[str, tuple[str, str]]
    values: dict[str, dict[str, str]]


class Words:
    """Speaks one language; what users wrote goes through it unchanged."""

    def __init__(self, language: str, tongue: Tongue) -> None:
        self.language, self._tongue = language, tongue

    def __call__(self, key: str, **told: str) -> str:
        """Say the words of that key, with what is told put in."""
        return self._tongue.words[key].format(**told)

    def count(self, key: str, number: int) -> str:
        """Put a count and its noun together: ``1 claim``, ``1,200 claims``."""
        one, many = self._tongue.counts[key]
        is_one = number == 1 or (number == 0 and self._tongue.none_is_one)
        return (one if is_one else many).format(count=self.number(number))

    def name(self, value: StrEnum) -> str:
        """Name a value of an enumeration."""
        return self._tongue.values[type(value).__name__][value.value]

    def progress(self, state: WorkState, *, public: bool) -> str:
        """Say why a claim has no verdict; how the work goes is the desk's own business."""
        if public and state not in {WorkState.WITHDRAWN, WorkState.NOT_CHECKED}:
            return self("not_finished")
        return self.name(state)

    def number(self, number: int) -> str:
        """Write a number with its thousands set apart."""
        if len(str(abs(number))) < self._tongue.grouped_from:
            return str(number)
        return f"{number:,}".replace(",", self._tongue.thousands)

    def day(self, date: str) -> str:
        """Put a date into words as far as it is known, without its time; others stay as is."""
        found = _DATE.fullmatch(date)
        if found is None or not found["month"]:
            return found["year"] if found else date
        month = self._tongue.months[int(found["month"]) - 1]
        if not found["day"]:
            return self._tongue.month.format(month=month, year=found["year"])
        number = int(found["day"])
        day = self._tongue.first_of_month if number == 1 else str(number)
        return self._tongue.day.format(day=day, month=month, year=found["year"])

    def moment(self, date: str) -> str:
        """Put a date into words, with the time and its zone where they are known."""
        found = _DATE.fullmatch(date)
        if found is None or not found["time"]:
            return self.day(date)
        zone = {"Z": " UTC", None: ""}.get(found["zone"], f" {found['zone']}")
        return f"{self.day(date)}, {found['time']}{zone}"

    def listed(self, words: Sequence[str]) -> str:
        """Join words as prose does: ``a, b and c``."""
        if len(words) < 2:
            return "".join(words)
        tongue, last = self._tongue, words[-1]
        other = tongue.and_before and re.match(tongue.and_before, last)
        return f"{', '.join(words[:-1])}{tongue.other_and if other else tongue.conjunction}{last}"

    def quoted(self, text: str) -> str:
        """Put a text between quotation marks, unless it stands between some already."""
        if text[:1] in _OPENING and text[-1:] in _CLOSING:
            return text
        return self._tongue.quoted.format(text=text)

    def colon(self, text: str) -> str:
        """Let a text be followed by something."""
        return self._tongue.colon.format(text=text)


@cache
def languages() -> dict[str, str]:
    """Give the languages of reports by their codes, in their own names, English first."""
    known = sorted(each.name.removesuffix(".json") for each in _LANGUAGES.iterdir())
    known.sort(key=lambda code: code != "en")
    return {code: tongue(code).name for code in known}


@cache
def words(language: str) -> Words:
    """Find the words of a language.

    Raises:
        ExportFailed: if there are none; the advice names those there are.
    """
    if language not in languages():
        raise ExportFailed(
            f"There are no reports in the language “{language}”.",
            f"Choose one of: {', '.join(languages())}.",
            kind="unknown_language",
        )
    return Words(language, tongue(language))


def tongue(language: str) -> Tongue:
    """Read the file of a language."""
    return Tongue.model_validate_json((_LANGUAGES / f"{language}.json").read_bytes())


def capitalised(text: str) -> str:
    """Begin with a capital, and leave the rest as it is."""
    return text[:1].upper() + text[1:]
