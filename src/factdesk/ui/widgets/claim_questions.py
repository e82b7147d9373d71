"""The verbs that ask before they are wished: states, exceptions, crossing off."""

from PySide6.QtCore import QObject, Signal

from factdesk.model.article import Mode
from factdesk.model.claim import WorkState
from factdesk.model.sheet import ClaimSheet
from factdesk.model.source import Stance
from factdesk.model.wishes import CrossOffWish, ExceptionWish, StateWish
from factdesk.model.workflow import Rule
from factdesk.ui.widgets.claim_state import listed
from factdesk.ui.widgets.prompt import Prompt

#: What these mean is asked for, and kept as a note.
_ASKED = {
    WorkState.WITHDRAWN: ("Why is {} withdrawn?", "&Withdraw"),
    WorkState.NOT_CHECKED: ("Why is {} not checked?", "&Leave unchecked"),
    WorkState.REOPENED: ("Why is {} reopened?", "&Reopen"),
}

_BEARING = {Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES}


class ClaimQuestions(QObject):
    """Asks in the prompt what a verb needs, and says there why it cannot be."""

    wished = Signal(object)

    def __init__(self, prompt: Prompt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._prompt = prompt
        self._sheet: ClaimSheet | None = None

    def show_sheet(self, sheet: ClaimSheet | None) -> None:
        """Take in the claim that the verbs are for."""
        self._sheet = sheet

    def set_state(self, state: str) -> None:
        """Say how far the work is, with the reason where one is wanted."""
        sheet, wanted = self._sheet, WorkState(state)
        if sheet is None:
            return
        reference = sheet.claim.reference
        if wanted not in sheet.offered:
            closed = WorkState.REOPENED in sheet.offered
            advice = "Reopen it first." if closed else "It is not closed."
            self._prompt.tell(f"{reference} is {sheet.claim.state}.", advice)
        elif wanted is WorkState.FINAL and sheet.missing:
            needs = listed([missing.words for missing in sheet.missing])
            self._prompt.tell(f"{reference} cannot be final yet.", f"It needs {needs}.")
        elif wanted in _ASKED:
            question, verb = _ASKED[wanted]
            self._prompt.ask(
                question.format(reference),
                verb,
                lambda reason: self.wished.emit(StateWish(wanted, reason)),
                hint="Reason, kept as a note",
                may_be_empty=True,
            )
        else:
            self.wished.emit(StateWish(wanted))

    def ask_exception(self, rule: str) -> None:
        """Ask why a rule shall not hold here."""
        if self._sheet is not None:
            self._prompt.ask(
                f"Why is {self._sheet.claim.reference} excepted from “{rule}”?",
                "&Except",
                lambda reason: self.wished.emit(ExceptionWish(Rule(rule), reason)),
                hint="Reason, printed in reports",
            )

    def cross_off(self) -> None:
        """Cross the claim off; without evidence, ask why none is needed."""
        sheet = self._sheet
        if sheet is None:
            return
        reference = sheet.claim.reference
        if WorkState.REOPENED in sheet.offered:
            self._prompt.tell(f"{reference} is {sheet.claim.state}.", "Reopen it first.")
        elif sheet.verdict is None and sheet.mode is not Mode.LINE_CHECK:
            self._prompt.tell(f"{reference} has no verdict.", "Judge it first.")
        elif _is_backed(sheet):
            self.wished.emit(CrossOffWish())
        else:
            self._prompt.ask(
                f"Nothing is cited for {reference}. Why is no evidence needed?",
                "&Cross off",
                lambda reason: self.wished.emit(CrossOffWish(reason)),
                hint="Reason, printed in reports",
            )


def _is_backed(sheet: ClaimSheet) -> bool:
    cited = any(cited.evidence.stance in _BEARING for cited in sheet.evidence)
    return cited or any(one.rule is Rule.EVIDENCE for one in sheet.exemptions)
