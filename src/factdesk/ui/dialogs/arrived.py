"""What became of claims from elsewhere, one by one: nothing of them is dropped in silence."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, heading, primary


class ArrivedDialog(QDialog):
    """Lists them in groups; the text can be copied."""

    review_wished = Signal()

    def __init__(
        self,
        title: str,
        groups: Sequence[tuple[str, Sequence[str]]],
        *,
        reviewable: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Imported claims")
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(title)
        self.text.setPlainText(
            "\n\n".join("\n".join((f"{name}: {len(lines):,}", *lines)) for name, lines in groups)
        )
        self.review = button("&Review", self._review, "Go through those that need it")
        self.review.setVisible(reviewable)
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addStretch()
        end.addWidget(self.review)
        end.addWidget(primary("&Close", self.accept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addWidget(heading(title))
        whole.addWidget(self.text, 1)
        whole.addLayout(end)

    def sizeHint(self) -> QSize:
        """Wish for room for a quote on one line, as far as the screen has it."""
        return QSize(900, 520).boundedTo(self.screen().availableSize() * 0.9)

    def _review(self) -> None:
        self.accept()
        self.review_wished.emit()
