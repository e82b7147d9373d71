"""Whether a source that is being cited was used before, and how it fared."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factdesk.desk import memory
from factdesk.model.memory import SourceRecord
from factdesk.ui.asking import ask_aside
from factdesk.ui.pause import Pause
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.claim_panel import ClaimPanel


class RecallingSources(QObject):
    """Looks from a thread whether the desk knows the address or the title."""

    def __init__(self, session: Session, tasks: Tasks, panel: ClaimPanel, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._tasks, self._panel, self._window = session, tasks, panel, window
        self._named = ("", "")
        self._pause = Pause(self, self._recall)
        panel.source_named.connect(self._take_up)

    def _take_up(self, url: str, title: str) -> None:
        self._named = (url, title)
        self._pause.start()

    def _recall(self) -> None:
        url, title = self._named

        def show(found: SourceRecord | None) -> None:
            self._panel.show_source_record(url, title, found)

        if self._window.isVisible():  # else closed, and its desk with it
            ask_aside(
                self._session,
                self._tasks,
                lambda store: memory.source_record(store, url, title),
                show,
            )
