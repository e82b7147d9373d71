"""Shows the desk at a glance and goes where the user points."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from factdesk.desk.overview import Overview, overview, today, urgency
from factdesk.errors import FactdeskError
from factdesk.model.record import Id
from factdesk.ui.models.overview import OverviewRow
from factdesk.ui.page import Page
from factdesk.ui.session import Session

#: How long after an edit the overview is gathered anew, in milliseconds.
PAUSE = 300


class Overseeing(QObject):
    """Gathers the overview when it is asked for, and while it is seen after each edit."""

    def __init__(
        self, session: Session, page: Page, go: Callable[[Id, Id], None], parent: QObject
    ) -> None:
        """Go to an article, and to a claim where one is named, by `go`."""
        super().__init__(parent)
        self._session, self._page, self._go = session, page, go
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._show_anew)
        session.changed.connect(
            lambda _edit: self._page.overview.isVisible() and self._pause.start()
        )
        page.overview.row_picked.connect(self._pick)
        page.overview.left.connect(self.leave)

    def toggle(self) -> None:
        """Show the overview in place of the page, or the page again."""
        if self._page.overview.isVisible():
            self.leave()
        else:
            self._show()
            self._page.show_overview()
            self._page.overview.setFocus()

    def leave(self) -> None:
        """Go back to the article."""
        self._page.leave_overview()

    def _take_in(self, _edit: object) -> None:
        if self._page.overview.isVisible():
            self._pause.start()

    def _show_anew(self) -> None:
        if self._page.overview.isVisible():
            self._show()

    def _pick(self, row: OverviewRow) -> None:
        self._page.leave_overview()
        self._go(row.article, row.claim)

    def _show(self) -> None:
        store = self._session.store
        try:
            found = overview(store, self._session.checker)
            who = store.checker(self._session.checker).name if self._session.checker else ""
        except FactdeskError as error:
            self._session.refused.emit(error)
            return
        self._page.overview.show_rows(f"The desk of {who}" if who else "The desk", rows(found))


def rows(found: Overview) -> list[OverviewRow]:
    """Say the overview in rows; a part in which there is nothing says so."""
    return [
        *_part("Articles", "No article is on its way.", _articles(found)),
        *_part("Claims waiting for me", "No claim is assigned to you.", _waiting(found)),
        *_part("Answers awaited", "Nobody owes an answer.", _due(found)),
    ]


def _part(title: str, nothing: str, listed: list[OverviewRow]) -> list[OverviewRow]:
    return [
        OverviewRow(title, "" if listed else nothing, f"{len(listed)}" if listed else ""),
        *listed,
    ]


def _articles(found: Overview) -> list[OverviewRow]:
    listed = []
    for line in found.articles:
        remark, late = urgency(line.deadline, today())
        left = f"{line.open} of {line.claims} claims open" if line.claims else "no claims yet"
        detail = f"{line.stage.capitalize()} · {left}"
        listed.append(OverviewRow(line.title, detail, remark, late, line.article))
    return listed


def _due(found: Overview) -> list[OverviewRow]:
    listed = []
    for line in found.due:
        remark, late = urgency(line.deadline, today())
        asked = "Query" if line.kind == "query" else "Contact"
        detail = f"{asked} · C{line.number} in {line.title}"
        listed.append(OverviewRow(line.words, detail, remark, late, line.article, line.claim))
    return listed


def _waiting(found: Overview) -> list[OverviewRow]:
    return [
        OverviewRow(
            f"C{line.number}  {line.words}",
            line.title,
            " · ".join([line.state, *(["central"] if line.priority == "central" else [])]),
            article=line.article,
            claim=line.claim,
        )
        for line in found.waiting
    ]
