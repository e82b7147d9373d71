"""What readers need besides the claim: a short wording, the context, where it appeared first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from factdesk.model.claim import Claim
from factdesk.model.wishes import FieldWish
from factdesk.ui.widgets.adder import line, paragraph
from factdesk.ui.widgets.field_grid import FieldGrid
from factdesk.ui.widgets.parts import bare, muted
from factdesk.ui.widgets.settled_edit import GrowingEdit, SettledEdit

#: How long a short wording should be at most: ClaimReview's advice, and never a cut.
ADVISED = 75


class ForReaders(QWidget):
    """Three fields, saved as typed."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.short = paragraph("The claim in a line, for a headline or a listing", "Short wording")
        self.count = muted()
        self.context = GrowingEdit(2, 8)
        self.context.setPlaceholderText("What readers need to know to understand it")
        self.context.setAccessibleName("Context")
        self.first = line("Link or words: where it was first said", "First appearance")
        fields: dict[str, QLineEdit | QPlainTextEdit] = {
            "short": self.short,
            "context": self.context,
            "first_appearance": self.first,
        }
        self._settled = {name: SettledEdit(field) for name, field in fields.items()}
        for name, settled in self._settled.items():
            settled.settled.connect(
                lambda text, name=name: self.wished.emit(FieldWish(name, text, typed=True))
            )
        self.short.entered.connect(self._settled["short"].settle)
        self.short.textChanged.connect(self._count)
        whole = QVBoxLayout(self)
        bare(whole, 0)
        rows = (("Short", self.short), ("", self.count), ("Context", self.context))
        whole.addWidget(FieldGrid((*rows, ("First seen", self.first))))
        self._count()

    def load(self, claim: Claim) -> None:
        """Show another claim."""
        for name, settled in self._settled.items():
            settled.load(getattr(claim, name))

    def show_claim(self, claim: Claim) -> None:
        """Show the claim as it is now; what is being typed stays."""
        for name, settled in self._settled.items():
            settled.show_text(getattr(claim, name))

    def settle(self) -> None:
        """Tell at once what has been typed."""
        for settled in self._settled.values():
            settled.settle()

    def summary(self) -> str:
        """Say what is filled in."""
        words = {"short": "short wording", "context": "context", "first_appearance": "first seen"}
        return " · ".join(words[name] for name, one in self._settled.items() if one.text)

    def _count(self) -> None:
        length = len(self.short.toPlainText())
        over = f": {length - ADVISED} more than advised" if length > ADVISED else ""
        self.count.setText(f"{length} of {ADVISED} characters{over}")
        self.count.setVisible(bool(length))
