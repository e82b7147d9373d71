"""What sort of statement it is, found by typing."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from factdesk.model.claim import ClaimKind
from factdesk.ui.widgets.parts import completing


class KindBox(QComboBox):
    """All kinds of claim; what is half typed when it is left is forgotten."""

    kind_picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self.setAccessibleName("Kind of claim")
        self.addItem("Not said", "")
        for kind in ClaimKind:
            self.addItem(kind.capitalize(), str(kind))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setCompleter(completing(self.model(), self))
        self.activated.connect(self._pick)
        typed = self.lineEdit()
        if typed is not None:
            typed.editingFinished.connect(self._forget_half_typed)

    def show_kind(self, kind: ClaimKind | None) -> None:
        """Show a kind."""
        self._kind = kind or ""
        self.setCurrentIndex(max(0, self.findData(self._kind)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel that scrolls."""
        event.ignore()

    def _pick(self, index: int) -> None:
        kind = self.itemData(index) or ""
        if kind != self._kind:
            self._kind = kind
            self.kind_picked.emit(kind)

    def _forget_half_typed(self) -> None:
        self.setEditText(self.itemText(self.currentIndex()))
