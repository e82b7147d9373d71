"""A line for a colour, written or chosen, with a look at it on its paper."""

import re

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QColorDialog, QLineEdit, QWidget

from factdesk.ui.colours import contrast

_WRITTEN = re.compile(r"#[0-9a-fA-F]{6}")

#: The least contrast of a mark on its paper (WCAG 2, 1.4.11).
_SEEN = 3.0


class ColourLine(QLineEdit):
    """Tells a colour ``#rrggbb`` when it is another one; warns where it can hardly be seen."""

    colour_told = Signal(str)

    def __init__(self, name: str, paper: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._paper = name, QColor(paper)
        self.setAccessibleName(name)
        self.setMaxLength(7)
        self._look = QAction(self)
        self._look.setText("Choose a colour")
        self._look.triggered.connect(self._choose)
        self.addAction(self._look, QLineEdit.ActionPosition.LeadingPosition)
        self.textEdited.connect(self._take)
        self._show_look()

    def show_colour(self, colour: str) -> None:
        """Show a colour."""
        if colour != self.text():
            self.setText(colour)
        self._show_look()

    def _take(self, text: str) -> None:
        if _WRITTEN.fullmatch(text):
            self.colour_told.emit(text.lower())
        self._show_look()

    def _choose(self) -> None:
        chosen = QColorDialog.getColor(QColor(self.text()), self, self._name)
        if chosen.isValid():
            self.show_colour(chosen.name())
            self.colour_told.emit(chosen.name())

    def _show_look(self) -> None:
        known = _WRITTEN.fullmatch(self.text()) is not None
        colour = QColor(self.text() if known else self._paper.name())
        pixmap = QPixmap(QSize(32, 32))
        pixmap.fill(self._paper)
        with QPainter(pixmap) as painter:
            painter.fillRect(6, 6, 20, 20, colour)
        self._look.setIcon(QIcon(pixmap))
        faint = known and contrast(colour, self._paper) < _SEEN
        hint = "Write a colour as #1a7f37" if not known else ""
        self.setToolTip("Hard to see on this paper" if faint else hint)
        self.setAccessibleDescription(self.toolTip())
