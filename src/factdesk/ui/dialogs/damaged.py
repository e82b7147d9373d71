"""When the desk's file is damaged: what can be done, and nothing is written to it meanwhile."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, heading, muted, primary, semibold

_WIDTH = 620


class Way(StrEnum):
    """What the user chose."""

    RESTORE = "restore"
    SALVAGE = "salvage"
    READ = "read"
    QUIT = "quit"


class Offer(NamedTuple):
    """A backup: the file, and what is in it in words."""

    path: Path
    words: str


class DamagedDialog(QDialog):
    """Asks for a way out; `way` holds the answer and `backup` the chosen backup."""

    def __init__(
        self, message: str, offers: Sequence[Offer], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.way = Way.QUIT
        self.setWindowTitle("The desk is damaged")
        what = QLabel(message)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setFont(semibold(what.font()))
        what.setWordWrap(True)
        self.backups = QComboBox()
        self.backups.setAccessibleName("Backups, the newest first")
        for offer in offers:
            self.backups.addItem(offer.words, offer.path)
        self.restore = primary("&Restore this backup", lambda: self._go(Way.RESTORE))
        self.restore.setEnabled(bool(offers))
        self.salvage = button("&Save what can be read", lambda: self._go(Way.SALVAGE))
        self.read = button("&Open for reading", lambda: self._go(Way.READ))
        self.leave = button("&Quit", self.reject)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addWidget(what)
        whole.addWidget(heading("&Backups" if offers else "There is no backup.", self.backups))
        whole.addWidget(self.backups)
        self.backups.setVisible(bool(offers))
        whole.addWidget(
            muted(
                "Restoring keeps the damaged desk aside. Saving what can be read makes a new desk"
                " beside it and tells what is missing.",
                wraps=True,
            )
        )
        whole.addLayout(self._end())
        self.setMinimumWidth(_WIDTH)  # a small screen would narrow it, and the words need height

    def sizeHint(self) -> QSize:
        """Wish for all the height that the wrapped words need at this width."""
        return QSize(_WIDTH, self._whole.totalHeightForWidth(_WIDTH))

    @property
    def backup(self) -> Path | None:
        """The backup that is chosen, if there is any."""
        chosen = self.backups.currentData()
        return chosen if isinstance(chosen, Path) else None

    def _end(self) -> QHBoxLayout:
        end = QHBoxLayout()
        end.setSpacing(GAP)
        for part in (self.leave, self.read, self.salvage, self.restore):
            end.addWidget(part)
        return end

    def _go(self, way: Way) -> None:
        self.way = way
        self.accept()
