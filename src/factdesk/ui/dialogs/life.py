"""The life of a claim: what changed, when and by whom, and bringing an earlier state back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.sheet import LifeEvent
from factdesk.ui.theme import GAP, MARGIN
from factdesk.ui.widgets.parts import button, heading, muted, primary


class LifeDialog(QDialog):
    """A list, the latest first; what was chosen can become the present again."""

    bring_back_wished = Signal(object)

    def __init__(
        self, reference: str, events: Sequence[LifeEvent], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"History of {reference}")
        self._events = events
        self.rows = QListWidget()
        self.rows.setAccessibleName(f"Changes of {reference}, the latest first")
        self.rows.setWordWrap(True)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for event in events:
            self.rows.addItem(QListWidgetItem(_told(event)))
        self.rows.currentRowChanged.connect(self._review)
        self.back = primary("&Bring back this state", self._bring_back)
        self.leave = button("&Close", self.reject)
        self._remark = muted(wraps=True)
        self._lay_out(reference)
        self.rows.setCurrentRow(0)
        self._review(self.rows.currentRow())

    def _lay_out(self, reference: str) -> None:
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addWidget(self._remark, 1)
        end.addWidget(self.leave)
        end.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP + 2)
        whole.addWidget(heading(f"History of {reference}", self.rows))
        whole.addWidget(self.rows, 1)
        whole.addLayout(end)

    def _review(self, row: int) -> None:
        event = self._events[row] if 0 <= row < len(self._events) else None
        able = event is not None and event.number > 0
        self.back.setEnabled(able)
        self._remark.setText(
            "" if able else "Choose a change of the claim or of a record: others are never edited."
        )

    def _bring_back(self) -> None:
        event = self._events[self.rows.currentRow()]
        self.accept()
        self.bring_back_wished.emit(event)

    def sizeHint(self) -> QSize:
        """Wish for room for some dozen changes."""
        return QSize(560, 460)


def _told(event: LifeEvent) -> str:
    when = event.made.replace("T", " ")[:16]
    head = " · ".join(filter(None, (when, event.checker, event.title)))
    return "\n".join((head, *(f"    {words}" for words in event.words)))
