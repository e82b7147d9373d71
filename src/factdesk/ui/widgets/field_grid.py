"""Fields under one another, each with its name at the left; saved as typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.parts import bare, muted


class FieldGrid(QWidget):
    """Rows of a name and a field, or of several fields that share a name."""

    def __init__(self, rows: Sequence[tuple[str, QWidget | Sequence[QWidget]]]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        bare(grid, GAP)
        for number, (name, field) in enumerate(rows):
            label = muted(name)
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignVCenter)
            if isinstance(field, QWidget):
                grid.addWidget(field, number, 1)
                continue
            beside = QHBoxLayout()
            beside.setSpacing(TIGHT + 2)
            for one in field:
                beside.addWidget(one, 1)
            grid.addLayout(beside, number, 1)
        grid.setColumnStretch(1, 1)
