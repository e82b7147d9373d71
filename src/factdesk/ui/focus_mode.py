"""The page and one claim, and nothing else, for as long as it is wished."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class FocusMode(QObject):
    """Hides what is beside the page and the claim at hand; whoever asks for it brings it back."""

    def __init__(self, aside: Sequence[QWidget], act: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._aside, self._act = aside, act
        act.setCheckable(True)

    @property
    def is_on(self) -> bool:
        """Whether only page and claim are seen."""
        return any(part.isHidden() for part in self._aside)

    def toggle(self) -> None:
        """Hide the rest, or show it again."""
        self._set(not self.is_on)

    def leave(self) -> None:
        """Show the rest again."""
        self._set(False)

    def _set(self, on: bool) -> None:  # noqa: FBT001 - one switch
        for part in self._aside:
            part.setVisible(not on)
        self._act.setChecked(on)
