"""Two versions of the same words, side by side, and the choice."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, heading, muted, primary


class Versions(NamedTuple):
    """A field in words, as it would be and as it is."""

    field: str
    mine: str
    theirs: str


class ConflictDialog(QDialog):
    """Nothing is lost until something is chosen; closing it leaves the choice for later."""

    mine_chosen = Signal()
    theirs_chosen = Signal()

    def __init__(
        self, what: str, versions: Sequence[Versions], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Changed in two places")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.mine = primary("Take &mine", self._take_mine)
        self.theirs = button("Keep &theirs", self._take_theirs)
        self.later = button("&Later", self.reject)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.addWidget(heading("Yours"), 0, 0)
        grid.addWidget(heading("Theirs, on the desk now"), 0, 1)
        for row, version in enumerate(versions):
            grid.addWidget(muted(version.field), 2 * row + 1, 0, 1, 2)
            for column, (whose, text) in enumerate(
                (("yours", version.mine), ("theirs", version.theirs))
            ):
                grid.addWidget(_text(text, f"{version.field}, {whose}"), 2 * row + 2, column)
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addWidget(self.later)
        end.addStretch()
        end.addWidget(self.theirs)
        end.addWidget(self.mine)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP + 2)
        whole.addWidget(heading(what))
        whole.addLayout(grid, 1)
        whole.addLayout(end)
        self.theirs.setFocus()

    def sizeHint(self) -> QSize:
        """Wish for room to read both."""
        return QSize(720, 360)

    def _take_mine(self) -> None:
        self.mine_chosen.emit()
        self.accept()

    def _take_theirs(self) -> None:
        self.theirs_chosen.emit()
        self.accept()


def _text(text: str, name: str) -> QPlainTextEdit:
    shown = QPlainTextEdit(text, readOnly=True)
    shown.setAccessibleName(name)
    shown.setTabChangesFocus(True)
    return shown
