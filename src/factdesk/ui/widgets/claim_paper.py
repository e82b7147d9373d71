"""All that stands of the claim at hand on its scrolling sheet, from the quote to the notes."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.verdict import Scale
from factdesk.model.wishes import FieldWish, JudgeWish
from factdesk.model.workflow import Priority, Risk
from factdesk.ui.theme import GAP, MARGIN, ROOM
from factdesk.ui.widgets.claim_details import ClaimDetails
from factdesk.ui.widgets.claim_head import ClaimHead
from factdesk.ui.widgets.claim_records import ClaimRecords
from factdesk.ui.widgets.earlier_claims import EarlierClaims
from factdesk.ui.widgets.evidence_list import EvidenceList
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import bare, heading, muted, rule
from factdesk.ui.widgets.question_list import QuestionList
from factdesk.ui.widgets.rationale_editor import RationaleEditor
from factdesk.ui.widgets.reading_order import tab_in_order
from factdesk.ui.widgets.remark_section import RemarkSection
from factdesk.ui.widgets.verdict_picker import VerdictPicker
from factdesk.ui.widgets.verdict_reasons import VerdictReasons


class ClaimPaper(QWidget):
    """At first sight four things: verdict, why, evidence, state. The rest is folded."""

    wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.head = ClaimHead()
        self.details = ClaimDetails()
        self.details_fold = Fold("Details", self.details)
        self.questions = QuestionList()
        self.similar = EarlierClaims()
        self.remarks = RemarkSection()
        self.picker = VerdictPicker()
        self.earlier = muted(wraps=True)
        self.earlier_fold = Fold("Earlier verdicts", self.earlier)
        self.reasons = VerdictReasons()
        self.rationale = RationaleEditor()
        self.evidence = EvidenceList()
        self.records = ClaimRecords()
        self._scale: Scale | None = None
        self._lay_out()
        self._connect()

    def load(self, sheet: ClaimSheet) -> None:
        """Show another claim."""
        self.details.load(sheet)
        self.rationale.load(sheet.claim.rationale)
        self.similar.show_claims(())
        self._show_rest(sheet)
        self.evidence.take_up(sheet.claim.id)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the claim as it is now; what is being typed stays."""
        self.details.show_sheet(sheet)
        self.rationale.show_text(sheet.claim.rationale)
        self._show_rest(sheet)

    def settle(self) -> None:
        """Tell at once what has been typed."""
        self.details.settle()
        self.rationale.settled.settle()

    def _show_rest(self, sheet: ClaimSheet) -> None:
        self.head.show_sheet(sheet)
        self.picker.show_verdict(sheet.scale, sheet.verdict)
        earlier = sheet.earlier_verdicts
        self.earlier_fold.setVisible(bool(earlier))
        self.earlier_fold.summarise(str(len(earlier)))
        self.earlier.setText("\n".join(_earlier_lines(sheet)))
        self.questions.show_sheet(sheet)
        self.similar.show_sheet(sheet)
        self.remarks.show_sheet(sheet)
        self.reasons.show_sheet(sheet)
        self.evidence.show_evidence(sheet.evidence)
        self.evidence.show_remarks(sheet.remarks)
        self.records.show_sheet(sheet)
        self.details_fold.summarise(" · ".join(_details(sheet)))
        if sheet.scale != self._scale:  # its ratings are new buttons
            self._scale = sheet.scale
            folds = (self.details_fold, self.questions, self.similar, self.remarks)
            tab_in_order(*folds, self.picker, self.earlier_fold.head)

    def _lay_out(self) -> None:
        verdict = QVBoxLayout()
        bare(verdict, GAP)
        for part in (heading("Verdict"), self.picker, self.earlier_fold, self.reasons):
            verdict.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, ROOM, MARGIN, MARGIN)
        whole.setSpacing(ROOM)
        whole.addWidget(self.head)
        whole.addWidget(self.details_fold)
        whole.addWidget(self.questions)
        whole.addWidget(self.similar)
        whole.addWidget(self.remarks)
        whole.addLayout(verdict)
        for below in (self.rationale, rule(), self.evidence, rule(), self.records):
            whole.addWidget(below)
        whole.addStretch(1)

    def _connect(self) -> None:
        wishing = (self.head.final, self.head.places, self.details, self.questions, self.reasons)
        for part in (*wishing, self.similar, self.remarks, self.evidence, self.records):
            part.wished.connect(self.wished)
        self.picker.rating_picked.connect(self._wisher(JudgeWish))
        self.picker.withdraw_wished.connect(lambda: self.wished.emit(JudgeWish("")))
        self.rationale.edited.connect(
            self._wisher(lambda text: FieldWish("rationale", text, typed=True))
        )

    def _wisher(self, make: Callable[[str], object]) -> Callable[[str], None]:
        return lambda words: self.wished.emit(make(words))


def _details(sheet: ClaimSheet) -> list[str]:
    claim = sheet.claim
    parts = (
        "reworded" if claim.wording else "",
        claim.kind or "",
        sheet.claimant.name if sheet.claimant else "",
        claim.priority if claim.priority is not Priority.SUPPORTING else "",
        f"{claim.risk} risk" if claim.risk is not Risk.NONE else "",
        claim.checkability or "",
    )
    return [part for part in parts if part]


def _earlier_lines(sheet: ClaimSheet) -> list[str]:
    return [
        " · ".join(
            part
            for part in (
                verdict.label,
                verdict.given[:10],
                sheet.signed(verdict.checker),
                "withdrawn" if verdict.withdrawn else "",
            )
            if part
        )
        for verdict in sheet.earlier_verdicts
    ]
