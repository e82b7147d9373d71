"""The words in which reports speak: dates, counts, lists, the state of the work."""

import re
from collections.abc import Sequence

from factdesk.model.claim import WorkState

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>[0-2]\d|3[01])"
    r"(?:T(?P<time>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?)?)?"
)

_PROGRESS = {
    WorkState.MARKED: "marked, not begun",
    WorkState.ASSIGNED: "assigned, not begun",
    WorkState.IN_PROGRESS: "being checked",
    WorkState.QUERY_OUT: "a query is out",
    WorkState.EVIDENCE_COMPLETE: "evidence complete, verdict to come",
    WorkState.VERDICT_PROPOSED: "a verdict is proposed",
    WorkState.IN_REVIEW: "in review",
    WorkState.FINAL: "closed without a verdict",
    WorkState.REOPENED: "reopened",
    WorkState.WITHDRAWN: "withdrawn",
    WorkState.NOT_CHECKED: "declared not checked",
}


def day(date: str) -> str:
    """Put a date into words as far as it is known, without its time; leave others as they are."""
    found = _DATE.fullmatch(date)
    if found is None:
        return date
    year, month, number = found["year"], found["month"], found["day"]
    words = [str(int(number)) if number else "", _MONTHS[int(month) - 1] if month else "", year]
    return " ".join(word for word in words if word)


def moment(date: str) -> str:
    """Put a date into words, with the time and its zone where they are known."""
    found = _DATE.fullmatch(date)
    if found is None or not found["time"]:
        return day(date)
    zone = {"Z": " UTC", None: ""}.get(found["zone"], f" {found['zone']}")
    return f"{day(date)}, {found['time']}{zone}"


def counted(number: int, noun: str) -> str:
    """Put a count and its noun together: ``1 claim``, ``1,200 claims``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Sequence[str]) -> str:
    """Join words as prose does: ``a, b and c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def progress(state: WorkState, *, public: bool) -> str:
    """Say why a claim has no verdict; how the work goes is the desk's own business."""
    if public and state not in {WorkState.WITHDRAWN, WorkState.NOT_CHECKED}:
        return "not finished"
    return _PROGRESS[state]


def capitalised(text: str) -> str:
    """Begin with a capital, and leave the rest as it is."""
    return text[:1].upper() + text[1:]
