"""What stands beside the one verdict: issues, and how sure the checker is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import FieldWish
from factdesk.model.workflow import Confidence, Issue
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.field_grid import FieldGrid
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.issue_chips import IssueChips
from factdesk.ui.widgets.parts import bare
from factdesk.ui.widgets.reading_order import tab_in_order


class VerdictReasons(Fold):
    """A fold under the ratings; its summary is what it holds."""

    wished = Signal(object)

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("Issues", body)
        self._issues: tuple[Issue, ...] = ()
        self.issues = IssueChips()
        self.confidence = ChoiceBox("Confidence in the verdict", Confidence, none="Not said")
        self.issues.issues_picked.connect(
            lambda issues: self.wished.emit(FieldWish("issues", issues))
        )
        self.confidence.picked.connect(
            lambda value: self.wished.emit(FieldWish("confidence", value or None))
        )
        whole = QVBoxLayout(body)
        bare(whole, GAP)
        whole.addWidget(self.issues)
        whole.addWidget(FieldGrid((("Confidence", self.confidence),)))

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show a claim's issues."""
        claim = sheet.claim
        self.issues.show_issues(claim.issues)
        if claim.issues != self._issues:
            self._issues = claim.issues
            tab_in_order(self.head, *self.issues.stops, self.confidence)
        self.confidence.show_value(claim.confidence)
        sure = f"{claim.confidence} confidence" if claim.confidence else ""
        self.summarise(" · ".join(filter(None, (", ".join(claim.issues), sure))))
