"""What other windows and programs write to this desk, seen here within a second."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from factdesk.errors import FactdeskError
from factdesk.ui.session import Session

#: How often it is looked, in milliseconds. A look at an unchanged desk costs some microseconds.
EVERY = 1000


class Neighbours(QObject):
    """Tells the edits of others as if they were made here, but for the undo stack."""

    def __init__(self, session: Session, refresh: Callable[[], None], window: QWidget) -> None:
        """Follow the desk; `refresh` shows everything anew after more than can be told."""
        super().__init__(window)
        self._window = window
        self._session, self._refresh = session, refresh
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        if session.store.path is not None:
            session.store.news()
            self._timer.start()

    def look(self) -> None:
        """Look now."""
        if not self._timer.isActive() or self._window.isHidden():  # closed, and its desk with it
            return
        try:
            news = self._session.store.news()
        except FactdeskError:  # somebody is writing; the next look will see it
            return
        for edit in news.edits:
            self._session.changed.emit(edit)
        if not news.complete:
            self._refresh()
