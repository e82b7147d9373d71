"""Under the page, while words are selected: earlier claims like them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.model.memory import Recollection
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import LinkButton, small


class EarlierLine(QWidget):
    """One line, there only while there is something to say: the likest claim, and how many."""

    shown_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(1)
        self.words.setFont(small(self.words.font()))
        self.words.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.look = LinkButton("Show (B)")
        self.look.setAccessibleName("Show the earlier claims like this")
        self.look.clicked.connect(lambda _on=False: self.shown_wished.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, TIGHT, MARGIN, TIGHT)
        row.setSpacing(GAP)
        row.addWidget(self.words, 1)
        row.addWidget(self.look)
        self.hide()

    def show_claims(self, found: Sequence[Recollection]) -> None:
        """Say how many there are and what the likest said."""
        if found:
            count = "1 earlier claim" if len(found) == 1 else f"{len(found)} earlier claims"
            likest = found[0]
            self.words.show_text(f"{count} like this: {likest.verdict}, “{likest.memory.words}”")
        self.setVisible(bool(found))
