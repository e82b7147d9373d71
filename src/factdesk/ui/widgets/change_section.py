"""Other words for those of the article, with what differs, and what was decided."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import ChangeWish, DecisionWish, RemovalWish
from factdesk.model.workflow import ChangeProposal, Decision, Force
from factdesk.text.word_diff import Kind, word_diff
from factdesk.ui.widgets.adder import Adder, line, paragraph
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.parts import muted
from factdesk.ui.widgets.record_row import RecordRow
from factdesk.ui.widgets.record_section import RecordSection

_FORMS = {Kind.KEPT: "{}", Kind.OLD: "<s>{}</s> ", Kind.NEW: "<u><b>{}</b></u>"}
_DECIDED = {Decision.ACCEPTED: "✓ Accepted", Decision.STET: "Stet: the text stands"}


def marked_up(old: str, new: str) -> str:
    """Write what differs as rich text: the old struck, the new underlined and bold."""
    runs = word_diff(" ".join(old.split()), " ".join(new.split()))
    return "".join(_FORMS[kind].format(escape(text)) for kind, text in runs)


class ChangeAdder(Adder):
    """The words as they should be, over what that changes."""

    def __init__(self) -> None:
        self._original = ""
        self.replacement = paragraph("The words as they should be")
        self.difference = muted(wraps=True)
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        self.reason = line("Reason", "Reason for the change")
        self.force = ChoiceBox("How much the change is wanted", Force)
        super().__init__("&Propose", (self.replacement, self.difference, (self.reason, self.force)))
        self.replacement.textChanged.connect(self._compare)
        self.clear()

    def start_from(self, original: str) -> None:
        """Take the words of the article."""
        self._original = original

    def wish(self) -> ChangeWish | None:
        """Say what is proposed."""
        new = self.replacement.toPlainText().strip()
        if not new or new == self._original.strip():
            return None
        force = Force(self.force.value)
        return ChangeWish(self._original, new, self.reason.text().strip(), force)

    def begin(self) -> None:
        """Offer the article's words for changing."""
        if not self.replacement.toPlainText():
            self.replacement.setPlainText(self._original)
        self.show()
        self.replacement.selectAll()
        self.replacement.setFocus()

    def clear(self) -> None:
        """Make ready for the next."""
        super().clear()
        self.force.show_value(Force.SHOULD)

    def _compare(self) -> None:
        new = self.replacement.toPlainText()
        self.difference.setText(marked_up(self._original, new))
        self.difference.setVisible(bool(new) and new != self._original)


class ChangeSection(RecordSection):
    """Proposed changes and their decisions."""

    def __init__(self) -> None:
        self._form = ChangeAdder()
        super().__init__("Changes", self._form, "Propose a change…")

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what was proposed for a claim."""
        self._form.start_from(sheet.quote)

        def make() -> Sequence[QWidget]:
            return [self._row(proposal, sheet) for proposal in sheet.proposals]

        waiting = sum(one.decision is Decision.OPEN for one in sheet.proposals)
        parts = (str(len(sheet.proposals)), f"{waiting} undecided" if waiting else "")
        summary = " · ".join(filter(None, parts)) if sheet.proposals else ""
        self.show_rows(sheet.claim.id, (sheet.proposals, sheet.checkers), make, summary)

    def _row(self, proposal: ChangeProposal, sheet: ClaimSheet) -> RecordRow:
        told = (
            proposal.force.capitalize(),
            proposal.reason,
            sheet.signed(proposal.checker),
            proposal.proposed[:10],
        )
        row = RecordRow(
            marked_up(proposal.original, proposal.replacement),
            " · ".join(filter(None, told)),
            name=f"Change “{proposal.original}” to “{proposal.replacement}”",
            rich=True,
        )
        row.add_removal(lambda: self.wished.emit(RemovalWish("changeproposal", proposal.id)))
        if proposal.decision is Decision.OPEN:
            if proposal.blocks:
                row.warn("Sign-off waits for a decision")
            row.add_link("Accept", lambda: self._decide(proposal, Decision.ACCEPTED))
            row.add_link("Stet", lambda: self._decide(proposal, Decision.STET))
        else:
            who = (_DECIDED[proposal.decision], sheet.signed(proposal.decided_by))
            row.add_words(" · ".join(filter(None, (*who, (proposal.decided or "")[:10]))))
            row.add_link("Reopen", lambda: self._decide(proposal, Decision.OPEN))
        return row

    def _decide(self, proposal: ChangeProposal, decision: Decision) -> None:
        self.wished.emit(DecisionWish(proposal.id, decision))
