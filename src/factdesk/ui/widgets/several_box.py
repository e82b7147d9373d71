"""A choice of several out of a few: a button that says which, and a menu that stays open."""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QMenu, QPushButton

from factdesk.ui.as_written import as_written
from factdesk.ui.widgets.parts import enter_presses

#: So many are named one by one.
_NAMED = 2


class SeveralBox(QPushButton):
    """Says what is chosen, and how many where they are more than can be named."""

    def __init__(self, choices: Sequence[str], none: str) -> None:
        """Offer choices by their words; ``none`` is said where none is chosen."""
        super().__init__()
        self._none = none
        self._menu = _StayingMenu(self)
        self.acts = {words: self._act(words) for words in choices}
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        enter_presses(self)
        self._say()

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is chosen, in the order in which it is offered."""
        return tuple(words for words, act in self.acts.items() if act.isChecked())

    def choose(self, chosen: Iterable[str]) -> None:
        """Choose these and no others."""
        wanted = set(chosen)
        for words, act in self.acts.items():
            act.setChecked(words in wanted)

    def _act(self, words: str) -> QAction:
        act = self._menu.addAction(words.capitalize())
        act.setCheckable(True)
        act.toggled.connect(lambda _on: self._say())
        return act

    def _say(self) -> None:
        chosen = self.chosen
        named = ", ".join(chosen).capitalize() if chosen else self._none
        self.setText(named if len(chosen) <= _NAMED else f"{len(chosen)} of {len(self.acts)}")
        self.setAccessibleDescription(named)
        self.setToolTip(as_written(named))


class _StayingMenu(QMenu):
    """A click in it chooses, and leaves it open for the next."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose without closing."""
        act: QAction | None = self.actionAt(event.position().toPoint())
        if act is None:
            super().mouseReleaseEvent(event)
        else:
            act.trigger()
