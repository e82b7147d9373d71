"""Which version is on the page, and what of its claims waits for a person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import LinkButton, button, muted


class VersionBar(QWidget):
    """Shows itself only where there is more than one version, or something waits."""

    review_wished = Signal()
    compare_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = muted()
        self.compare = LinkButton()
        self.compare.setText("What has changed")
        self.compare.clicked.connect(self.compare_wished)
        self.review = button("&Review", self.review_wished.emit, "Go through the claims that wait")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._words)
        row.addWidget(self.compare)
        row.addStretch()
        row.addWidget(self.review)
        self.hide()

    def show_versions(self, number: int, count: int, waiting: int) -> None:
        """Say which of how many versions this is, and how many claims need review."""
        told = [f"Version {number} of {count}"] if count > 1 else []
        if waiting:
            told.append(
                "1 claim needs review" if waiting == 1 else f"{waiting:,} claims need review"
            )
        self._words.setText(" · ".join(told))
        self.compare.setVisible(count > 1)
        self.review.setVisible(bool(waiting))
        self.setVisible(bool(told))
