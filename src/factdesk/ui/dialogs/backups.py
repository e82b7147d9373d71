"""The backups of the desk: what is in each, and what would go if it came back."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, heading, primary


class Offer(NamedTuple):
    """A backup: the file, what is in it in words, and whether it can be restored."""

    path: Path
    words: str
    is_sound: bool = True


class BackupsDialog(QDialog):
    """A list, the newest first; what restoring the chosen one would do stands below it."""

    preview_wished = Signal(object)
    restore_wished = Signal(object)
    backup_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Backups")
        self._offers: Sequence[Offer] = ()
        self.rows = QListWidget()
        self.rows.setAccessibleName("Backups, the newest first")
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.currentRowChanged.connect(self._review)
        self.preview = QLabel("Looking for backups…")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.make = button("&Back up now", self.backup_wished.emit)
        self.restore = primary("&Restore this backup", self._restore)
        self.restore.setEnabled(False)
        self.leave = button("&Close", self.reject)
        self._lay_out()

    @property
    def chosen(self) -> Path | None:
        """The backup that is chosen, if there is any."""
        row = self.rows.currentRow()
        return self._offers[row].path if 0 <= row < len(self._offers) else None

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show what backups there are, and choose the newest."""
        self.rows.clear()
        self._offers = offers
        for offer in offers:
            self.rows.addItem(QListWidgetItem(offer.words))
        if offers:
            self.rows.setCurrentRow(0)
        else:
            self.show_preview("There is no backup yet. One is made on each day of work.")

    def show_preview(self, words: str, *, restorable: bool = False) -> None:
        """Say what restoring the chosen backup would do."""
        self.preview.setText(words)
        self.restore.setEnabled(restorable)

    def _lay_out(self) -> None:
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addWidget(self.make)
        end.addStretch()
        end.addWidget(self.leave)
        end.addWidget(self.restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP + 2)
        whole.addWidget(heading("&Backups of this desk", self.rows))
        whole.addWidget(self.rows, 1)
        whole.addWidget(self.preview)
        whole.addLayout(end)

    def _review(self, row: int) -> None:
        if not 0 <= row < len(self._offers):
            return
        offer = self._offers[row]
        self.show_preview("Comparing…" if offer.is_sound else "This file cannot be restored.")
        if offer.is_sound:
            self.preview_wished.emit(offer.path)

    def _restore(self) -> None:
        if (path := self.chosen) is not None:
            self.accept()
            self.restore_wished.emit(path)

    def sizeHint(self) -> QSize:
        """Wish for room for some ten backups and a preview."""
        return QSize(620, 480)
