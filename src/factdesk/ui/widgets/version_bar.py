"""Which version is on the page, and what waits since the last one came."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import LinkButton, button, muted


class VersionBar(QWidget):
    """Shows itself only where there is more than one version."""

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
        claims = f"{waiting} claim{'s' if waiting != 1 else ''}"
        waits = f" · {claims} need{'' if waiting != 1 else 's'} review" if waiting else ""
        self._words.setText(f"Version {number} of {count}{waits}")
        self.review.setVisible(bool(waiting))
        self.setVisible(count > 1)
