"""What the desk has before it: articles by deadline, answers that are awaited, one's own claims."""

from datetime import UTC, date, datetime
from typing import NamedTuple

from factdesk.model.record import Id, is_partial_date
from factdesk.store.store import Store
from factdesk.store.workflow import Agendum, Due, Waiting


class Overview(NamedTuple):
    """All of it, each list the most urgent first."""

    articles: list[Agendum]
    due: list[Due]
    waiting: list[Waiting]


def overview(store: Store, checker: Id | None) -> Overview:
    """Gather it for one checker."""
    return Overview(store.agenda(), store.due(), store.waiting(checker) if checker else [])


def urgency(deadline: str, today: date) -> tuple[str, bool]:
    """Say a partial date as a deadline, and whether it is past; a month is past with its last day.

    ``("overdue since 2026-11-20", True)``, ``("due today", False)``, ``("", False)`` without one.
    """
    if not deadline:
        return "", False
    now = today.isoformat()
    if deadline < now[: len(deadline)]:
        return f"overdue since {deadline}", True
    if deadline == now:
        return "due today", False
    if len(deadline) == len(now) and is_partial_date(deadline):
        days = (date.fromisoformat(deadline) - today).days
        if days == 1:
            return "due tomorrow", False
        if days <= 14:
            return f"due in {days} days", False
    return f"due {deadline}", False


def today() -> date:
    """Tell the day where the user is."""
    return datetime.now(UTC).astimezone().date()
