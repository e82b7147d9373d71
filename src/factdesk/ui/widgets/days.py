"""Days as people write them, and how near they are. Free of Qt."""

import re
from datetime import date, timedelta

from factdesk.model.record import is_partial_date

_SHORT = {"today": 0, "tomorrow": 1, "yesterday": -1}


def read_day(text: str, today: date) -> str | None:
    """Read a day, month or year: ``2026-02-17``, ``2026-02``, ``2026``, ``today``, ``+3``.

    Empty for an empty text; None where it is no date.
    """
    text = text.strip().casefold()
    if text in _SHORT or re.fullmatch(r"[+-]\d{1,3}", text):
        days = _SHORT[text] if text in _SHORT else int(text)
        return (today + timedelta(days)).isoformat()
    if text and not is_partial_date(text):
        return None
    return text


def is_over(deadline: str | None, today: date) -> bool:
    """Tell whether a deadline has passed; one that names a month passes with the month."""
    return bool(deadline) and today.isoformat()[: len(deadline or "")] > (deadline or "")


def due_words(deadline: str | None, today: date) -> str:
    """Say how near a deadline is; nothing where there is none."""
    if not deadline:
        return ""
    is_day = len(deadline) == 10 and is_partial_date(deadline)
    days = (date.fromisoformat(deadline) - today).days if is_day else None
    if days is not None and -1 <= days <= 1:
        return ("overdue since yesterday", "due today", "due tomorrow")[days + 1]
    if is_over(deadline, today):
        return f"overdue since {deadline}" + (f", {-days} days" if days else "")
    return f"due {deadline}"
