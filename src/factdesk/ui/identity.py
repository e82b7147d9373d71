"""Who is at work: asked once in place, kept for this machine, known to the desk."""

import os

from PySide6.QtCore import QObject

from factdesk import preferences
from factdesk.desk import checkers, opening
from factdesk.errors import FactdeskError
from factdesk.model.workflow import Role
from factdesk.ui.session import Session
from factdesk.ui.widgets.who_line import WhoLine


class Identity(QObject):
    """Asks for name and roles where nobody has said them."""

    def __init__(self, session: Session, line: WhoLine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._line = session, line
        line.said.connect(self.introduce)
        line.put_off.connect(line.hide)
        known = preferences.load().checker or os.environ.get(opening.NAMED_BY)
        if not known:
            line.ask("", ())

    def ask(self) -> None:
        """Ask again, as the menu wishes."""
        chosen = preferences.load()
        self._line.ask(chosen.checker or opening.name_at_work(), chosen.roles)
        self._line.field.setFocus()
        self._line.field.selectAll()

    def introduce(self, name: str, roles: tuple[Role, ...]) -> None:
        """Be known by that name from now on; it is no edit to be undone."""
        store = self._session.store
        try:
            checker, edit = checkers.become(store, name, roles, opening.user())
        except FactdeskError as error:
            self._session.refused.emit(error)
            return
        if edit.changes and not self._session.replay(edit):
            return
        self._session.checker = checker.id
        preferences.change(checker=checker.name, roles=tuple(roles))
        self._line.hide()
