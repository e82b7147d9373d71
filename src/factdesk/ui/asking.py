"""Questions to the desk that may take long: asked from a thread, answered on this one."""

from collections.abc import Callable
from typing import TypeVar

from factdesk.errors import FactdeskError
from factdesk.store.store import Store
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

T = TypeVar("T")


def ask_aside(
    session: Session,
    tasks: Tasks,
    question: Callable[[Store], T],
    answered: Callable[[T], None],
    failed: Callable[[FactdeskError], None] | None = None,
) -> None:
    """Ask the desk from a thread; a desk in memory has none but this one."""
    path = session.store.path
    refused = failed or session.refused.emit
    if path is None:
        try:
            answer = question(session.store)
        except FactdeskError as error:
            refused(error)
        else:
            answered(answer)
        return

    def work() -> T:
        with Store.open_to_read(path) as store:
            return question(store)

    tasks.run(work, answered, refused)
