"""What the claim is in its own right: wording, kind, who said it, what hangs on it, whose it is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import AssignWish, ClaimantWish, FieldWish
from factdesk.model.workflow import Checkability, Priority, Risk
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.adder import line
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.day_line import DayLine
from factdesk.ui.widgets.field_grid import FieldGrid
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.for_readers import ForReaders
from factdesk.ui.widgets.kind_box import KindBox
from factdesk.ui.widgets.parts import bare, completing
from factdesk.ui.widgets.settled_edit import OneLineEdit, SettledEdit


class ClaimDetails(QWidget):
    """Saved as typed; a claimant is told when the field is left, not half typed."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wording = OneLineEdit()
        self.wording.setAccessibleName("Wording of the claim")
        self._wording = SettledEdit(self.wording)
        self.wording.entered.connect(self._wording.settle)
        self.kind = KindBox()
        self.claimant = line("Who says so", "Claimant")
        self._names = QStringListModel(self)
        self._claimant = SettledEdit(self.claimant, rest=0)
        self.said_on = DayLine("When", "Date of the claim")
        self.said_where = line("Where", "Place of the claim")
        self._where = SettledEdit(self.said_where)
        self.priority = ChoiceBox("Priority", Priority)
        self.risk = ChoiceBox("Risk", Risk)
        self.checkability = ChoiceBox("Checkability", Checkability, none="Not said")
        self.assignee = ChoiceBox("Assigned to", ())
        self.readers = ForReaders()
        self.readers_fold = Fold("For readers", self.readers)
        self.claimant.setCompleter(completing(self._names, self))
        self._lay_out()
        self._connect()

    def load(self, sheet: ClaimSheet) -> None:
        """Show another claim."""
        self._wording.load(sheet.claim.wording)
        self._claimant.load(_claimant(sheet))
        self._where.load(sheet.claim.claimed_where)
        self.said_on.load(sheet.claim.claimed_on)
        self.readers.load(sheet.claim)
        self._show_choices(sheet)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the claim as it is now; what is being typed stays."""
        self._wording.show_text(sheet.claim.wording)
        self._claimant.show_text(_claimant(sheet))
        self._where.show_text(sheet.claim.claimed_where)
        self.said_on.show_day(sheet.claim.claimed_on)
        self.readers.show_claim(sheet.claim)
        self._show_choices(sheet)

    def show_claimants(self, names: Iterable[str]) -> None:
        """Offer names for completion."""
        self._names.setStringList(sorted(names))

    def settle(self) -> None:
        """Tell at once what has been typed."""
        for settled in (self._wording, self._claimant, self._where, self.said_on, self.readers):
            settled.settle()

    def _show_choices(self, sheet: ClaimSheet) -> None:
        claim = sheet.claim
        self.wording.setPlaceholderText(sheet.quote)
        self.kind.show_kind(claim.kind)
        self.priority.show_value(claim.priority)
        self.risk.show_value(claim.risk)
        self.checkability.show_value(claim.checkability)
        self.assignee.offer(((name, key) for key, name in sheet.checkers.items()), none="Nobody")
        self.assignee.show_value(claim.assignee)
        self.readers_fold.summarise(self.readers.summary())

    def _connect(self) -> None:
        tell = self.wished.emit
        self._wording.settled.connect(self._typing("wording"))
        self._where.settled.connect(self._typing("claimed_where"))
        self._claimant.settled.connect(lambda name: tell(ClaimantWish(name.strip())))
        self.said_on.day_told.connect(lambda day: tell(FieldWish("claimed_on", day or None)))
        self.kind.kind_picked.connect(lambda kind: tell(FieldWish("kind", kind or None)))
        self.priority.picked.connect(lambda value: tell(FieldWish("priority", value)))
        self.risk.picked.connect(lambda value: tell(FieldWish("risk", value)))
        self.checkability.picked.connect(
            lambda value: tell(FieldWish("checkability", value or None))
        )
        self.assignee.picked.connect(lambda key: tell(AssignWish(key)))
        self.readers.wished.connect(tell)

    def _typing(self, field: str) -> Callable[[str], None]:
        return lambda text: self.wished.emit(FieldWish(field, text, typed=True))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addWidget(
            FieldGrid(
                (
                    ("Wording", self.wording),
                    ("Kind", self.kind),
                    ("Claimant", self.claimant),
                    ("Said", (self.said_on, self.said_where)),
                    ("Priority", self.priority),
                    ("Risk", self.risk),
                    ("Checkable", self.checkability),
                    ("Assigned", self.assignee),
                )
            )
        )
        whole.addWidget(self.readers_fold)


def _claimant(sheet: ClaimSheet) -> str:
    return sheet.claimant.name if sheet.claimant else ""
