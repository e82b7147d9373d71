"""What sort of figure a token is by its form alone."""

import re

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(r"(?:(?:1[5-9]|20)\d|\d)0s")
_MONEY = re.compile(r"[$€£¥]\.?\d.*")
_CLOCK = re.compile(r"\d{1,2}:\d\d(?:[ap]m)?|\d{1,2}[ap]m")
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{4}-\d\d-\d\d")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_AGE = re.compile(r"\d+-years?-old")
_PERCENT = re.compile(r"\d[\d.,]*-?(?:percent|per-cent|pct)")
_RANGE_OF_YEARS = re.compile(r"(?:1[5-9]|20)\d\d[-\u2013/](?:(?:1[5-9]|20)\d\d|\d\d)")
#: Not 0100, which is a time or a code.
_NUMBER = re.compile(
    r"(?!0\d)\d[\d,.]*(?:[-\u2013/]\d[\d,.]*)*"
    r"(?:-[^\W\d_][\w-]*|k|m|bn|tn|km|kg|g|cm|mm|mi|ft|lbs?|oz|mph|kph|mw|gw|kwh|hz|ghz|gb|tb|mb|x)?"
)

_FORMS = (
    (_YEAR, ("bare_year",)),
    (_RANGE_OF_YEARS, ("year",)),
    (_DECADE, ("year",)),
    (_MONEY, ("amount",)),
    (_CLOCK, ("date",)),
    (_DATE, ("date",)),
    (_ORDINAL, ("ordinal_figure",)),
    (_AGE, ("age",)),
    (_PERCENT, ("percent",)),
    (_NUMBER, ("figure",)),
)


def figure_classes(word: str) -> tuple[str, ...]:
    """Class a token with a figure in it; nothing for one that begins with none."""
    if not (word[0].isdigit() or word[0] in "$€£¥"):
        return ()
    return next((classes for form, classes in _FORMS if form.fullmatch(word)), ())
