"""Which version is on the page, and what of its claims waits for a person."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import LinkButton, button, muted


class VersionBar(QWidget):
    """Shows itself only where there is more than one version, or something waits."""

    review_wished = Signal()
    compare_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel(1)
        self._words.setFont(muted().font())
        self._words.setForegroundRole(muted().foregroundRole())
        self.compare = LinkButton("What has changed")
        self.compare.setToolTip("Compare two versions, with the claims in both (F7)")
        self.compare.clicked.connect(self.compare_wished)
        self.lost = LinkButton()
        self.lost.setToolTip("Look for the words again (F8)")
        self.lost.clicked.connect(self.review_wished)
        self.review = button("Review", self.review_wished.emit, "Go through what waits (F8)")
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        row.setSpacing(GAP)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        for part in (self.compare, self.lost, self.review):
            row.addWidget(part)
        self.hide()

    def show_versions(self, number: int, count: int, waiting: int, lost: int = 0) -> None:
        """Say which of how many versions this is, how many claims wait and how many are lost."""
        told = [f"Version {number} of {count}"] if count > 1 else []
        if waiting:
            told.append(
                "1 claim needs review" if waiting == 1 else f"{waiting:,} claims need review"
            )
        self._words.show_text(" · ".join(told))
        self.lost.setText("1 has no place" if lost == 1 else f"{lost:,} have no place")
        self.lost.setVisible(bool(lost))
        self.compare.setVisible(count > 1)
        self.review.setVisible(bool(waiting))
        self.setVisible(bool(told or lost))
