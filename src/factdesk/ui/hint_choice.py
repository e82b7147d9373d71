"""Which hints the desk wants: chosen in a menu, kept on the desk, the same in every window."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.desk import hint_settings
from factdesk.errors import FactdeskError
from factdesk.model.edit import Edit
from factdesk.model.hint import HintSettings
from factdesk.ui import actions
from factdesk.ui.session import Session

#: From which score on a sentence has hints; None as the lexicon says.
AMOUNTS = {"few": 0.8, "some": None, "many": 0.4}


class HintChoice(QObject):
    """Keeps the menu as the desk has it."""

    def __init__(self, session: Session, acts: dict[str, QAction], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._acts = session, acts
        session.changed.connect(self._take_in)
        self._show()

    def choose_amount(self, name: str) -> None:
        """Want more hints, or fewer."""
        self._choose(threshold=AMOUNTS[name])

    def toggle_kind(self, kind: str) -> None:
        """Want hints of a kind, or none."""
        hidden = set(hint_settings.settings(self._session.store).hidden) ^ {kind}
        self._choose(hidden=tuple(one for one in hint_settings.KINDS if one in hidden))

    def menu(self, parent: QWidget) -> QMenu:
        """Make a menu of all that can be chosen of hints."""
        menu = QMenu(parent)
        menu.addAction(self._acts["hints"])
        menu.addSeparator()
        menu.addActions([self._acts[f"hints_{name}"] for name in AMOUNTS])
        kinds = menu.addMenu("Of which &kinds")
        kinds.addActions([self._acts[f"hints_of_{kind}"] for kind in actions.HINT_KINDS])
        menu.addSeparator()
        menu.addAction(self._acts["hints_restore"])
        return menu

    def wishes(self) -> dict[str, partial[None]]:
        """Tell what the actions do, by their names."""
        amounts = {f"hints_{name}": partial(self.choose_amount, name) for name in AMOUNTS}
        kinds = {
            f"hints_of_{kind}": partial(self.toggle_kind, kind) for kind in hint_settings.KINDS
        }
        return amounts | kinds

    def _choose(self, **fields: object) -> None:
        store = self._session.store
        self._session.do(lambda: hint_settings.choose(store, **fields))
        self._show()  # a refusal leaves the choice as it was

    def _take_in(self, edit: Edit) -> None:
        if any(isinstance(change.record, HintSettings) for change in edit.changes):
            self._show()

    def _show(self) -> None:
        try:
            chosen = hint_settings.settings(self._session.store)
        except FactdeskError as error:
            self._session.refused.emit(error)
            return
        for name, least in AMOUNTS.items():
            self._acts[f"hints_{name}"].setChecked(chosen.threshold == least)
        for kind in hint_settings.KINDS:
            self._acts[f"hints_of_{kind}"].setChecked(kind not in chosen.hidden)
