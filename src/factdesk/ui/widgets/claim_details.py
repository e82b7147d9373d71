"""What the claim is in its own right: wording, kind, claimant."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QLineEdit, QWidget

from factdesk.model.claim import ClaimKind
from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import bare, muted
from factdesk.ui.widgets.settled_edit import OneLineEdit, SettledEdit


class ClaimDetails(QWidget):
    """Three fields, saved as typed; a claimant is told when the field is left, not half typed."""

    wording_edited = Signal(str)
    kind_picked = Signal(str)
    claimant_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = OneLineEdit()
        self.wording.setAccessibleName("Wording of the claim")
        self.settled_wording = SettledEdit(self.wording)
        self.settled_wording.settled.connect(self.wording_edited)
        self.wording.entered.connect(self.settled_wording.settle)
        self.kind = _kinds()
        self.kind.activated.connect(self._pick_kind)
        typed = self.kind.lineEdit()
        if typed is not None:
            typed.editingFinished.connect(self._forget_half_typed)
        self.claimant = QLineEdit(placeholderText="Who says so")
        self.claimant.setAccessibleName("Claimant")
        self.settled_claimant = SettledEdit(self.claimant, rest=0)
        self.settled_claimant.settled.connect(lambda name: self.claimant_edited.emit(name.strip()))
        self._kind = ""
        self._lay_out()

    def load(self, sheet: ClaimSheet) -> None:
        """Show another claim."""
        self.settled_wording.load(sheet.claim.wording)
        self.settled_claimant.load(_claimant(sheet))
        self._show_kind(sheet)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the claim as it is now; what is being typed stays."""
        self.settled_wording.show_text(sheet.claim.wording)
        self.settled_claimant.show_text(_claimant(sheet))
        self._show_kind(sheet)

    def show_claimants(self, names: Iterable[str]) -> None:
        """Offer names for completion."""
        completer = QCompleter(sorted(names), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.claimant.setCompleter(completer)

    def settle(self) -> None:
        """Tell at once what has been typed."""
        self.settled_wording.settle()
        self.settled_claimant.settle()

    def _show_kind(self, sheet: ClaimSheet) -> None:
        self.wording.setPlaceholderText(sheet.quote)
        self._kind = sheet.claim.kind or ""
        self.kind.setCurrentIndex(max(0, self.kind.findData(self._kind)))

    def _pick_kind(self, index: int) -> None:
        kind = self.kind.itemData(index) or ""
        if kind != self._kind:
            self._kind = kind
            self.kind_picked.emit(kind)

    def _forget_half_typed(self) -> None:
        self.kind.setEditText(self.kind.itemText(self.kind.currentIndex()))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        bare(grid, GAP)
        rows = (("Wording", self.wording), ("Kind", self.kind), ("Claimant", self.claimant))
        for number, (name, field) in enumerate(rows):
            grid.addWidget(muted(name), number, 0)
            grid.addWidget(field, number, 1)
        grid.setColumnStretch(1, 1)


def _kinds() -> QComboBox:
    box = QComboBox()
    box.setAccessibleName("Kind of claim")
    box.addItem("Not said", "")
    for kind in ClaimKind:
        box.addItem(kind.capitalize(), str(kind))
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    completer = QCompleter(box.model(), box)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    box.setCompleter(completer)
    return box


def _claimant(sheet: ClaimSheet) -> str:
    return sheet.claimant.name if sheet.claimant else ""
