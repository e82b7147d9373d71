"""The claim at hand: what is said, the verdict, why, the evidence, and how far it is."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from factdesk.errors import FactdeskError
from factdesk.model.memory import Recollection, SourceRecord
from factdesk.model.sheet import ClaimSheet, Occurrence
from factdesk.model.source import Source
from factdesk.model.wishes import AssignWish
from factdesk.ui.widgets.claim_paper import ClaimPaper
from factdesk.ui.widgets.claim_questions import ClaimQuestions
from factdesk.ui.widgets.claim_records import ClaimRecords
from factdesk.ui.widgets.claim_scroll import ClaimScroll
from factdesk.ui.widgets.evidence_list import EvidenceList
from factdesk.ui.widgets.parts import bare, muted
from factdesk.ui.widgets.prompt import Prompt
from factdesk.ui.widgets.rationale_editor import RationaleEditor

#: How long after it is shown the panel makes its sheet, in milliseconds.
_QUIET = 400


class ClaimPanel(QWidget):
    """Shows a `ClaimSheet`. Each wish names the claim it is for, for text settles late.

    A sheet of the same claim never overwrites what is being typed; before another claim is shown
    everything typed is told. ``wished`` carries the claim and one of `factdesk.model.wishes`. The
    public methods without arguments are what keys and menus do.
    """

    wished = Signal(str, object)
    reveal_wished = Signal(str, str)
    look_wished = Signal(object)
    claim_wished = Signal(str)
    elsewhere_wished = Signal(str)
    history_wished = Signal(str)
    menu_wished = Signal(str, object)
    link_wished = Signal(str)
    beside_wished = Signal(str, str)
    source_named = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = ""
        self._sheet: ClaimSheet | None = None
        self.prompt = Prompt()
        self.questions = ClaimQuestions(self.prompt, self)
        self._lay_out()
        self.questions.wished.connect(self._named(self.wished))
        self.show_claim(None)

    @property
    def paper(self) -> ClaimPaper:
        """The sheet with all its parts."""
        return self._scroll.paper

    @property
    def rationale(self) -> RationaleEditor:
        """Why."""
        return self.paper.rationale

    @property
    def evidence(self) -> EvidenceList:
        """What the sources say."""
        return self.paper.evidence

    @property
    def records(self) -> ClaimRecords:
        """What else is on record."""
        return self.paper.records

    def show_claim(self, sheet: ClaimSheet | None) -> None:
        """Show a claim as it is now; None shows how to come to one."""
        claim = sheet.claim.id if sheet else ""
        is_other = claim != self._claim
        if is_other and self._claim:
            self.settle()
            self.evidence.put_aside()
        if is_other or (self._sheet and sheet and _moved_on(self._sheet, sheet)):
            self.prompt.clear()
        self._stack.setCurrentIndex(1 if sheet else 0)
        self._claim, self._sheet = claim, sheet
        self.questions.show_sheet(sheet)
        if sheet is not None and is_other:
            self._scroll.load(sheet)
        elif sheet is not None:
            self.paper.show_sheet(sheet)

    def show_earlier(self, found: Sequence[Recollection]) -> None:
        """Show earlier claims like the one at hand."""
        self.paper.similar.show_claims(found)

    def is_in_earlier(self) -> bool:
        """Tell whether the keyboard is at an earlier claim."""
        return bool(self._claim) and self.paper.similar.focused() is not None

    def step_into_earlier(self) -> bool:
        """Go to the earlier claims, from there take evidence over; tell whether there are any."""
        there = bool(self._claim) and bool(self.paper.similar.cards)
        if there:
            self.paper.similar.step_in()
            self._scroll.reach(self.paper.similar.focused() or self.paper.similar)
        return there

    def focus_remarks(self) -> None:
        """Lead the keyboard to the remarks on the claim."""
        if self._claim and self.paper.remarks.step_in():
            self._scroll.reach(self.paper.remarks)

    def show_source_record(self, url: str, title: str, found: SourceRecord | None) -> None:
        """Say in the form to cite how a source fared."""
        self.evidence.form.show_source_record(url, title, found)

    def show_claimants(self, names: Iterable[str]) -> None:
        """Offer names of claimants for completion."""
        self._scroll.show_claimants(names)

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources for completion."""
        self._scroll.show_sources(sources)

    def show_elsewhere(self, occurrences: Sequence[Occurrence]) -> None:
        """Propose more places for the claim."""
        if not occurrences:
            self.prompt.tell("These words stand nowhere else in the article.")
            return
        self.paper.head.places.show_elsewhere(occurrences)
        self._scroll.reach(self.paper.head.places)

    def show_refusal(self, error: FactdeskError) -> None:
        """Say beside the claim why something was not done."""
        self.prompt.tell(error.message, error.advice)

    def settle(self) -> None:
        """Tell at once all that has been typed; before closing, undoing or exporting."""
        self._scroll.settle()

    def pick_number(self, number: int) -> None:
        """Judge by a number key."""
        if self._claim:
            self.paper.picker.pick_number(number)

    def begin_cite(self, link: str = "") -> None:
        """Open the form to cite a source, with a pasted link if there is one."""
        if self._claim:
            self.evidence.begin_cite(link)
            self._scroll.reach(self.evidence.form)

    def cross_off(self) -> None:
        """Cross the claim off; without evidence the reason is asked for."""
        self.settle()
        self.questions.cross_off()

    def set_state(self, state: str) -> None:
        """Say how far the work is; a reason is asked for where one is wanted."""
        self.settle()
        self.questions.set_state(state)

    def open_states(self) -> None:
        """Offer the states that may follow."""
        if self._claim:
            self.settle()
            self._scroll.reach(self.paper.head)
            self.paper.head.state.open_menu()

    def assign_to_me(self) -> None:
        """Take the claim, or give it back."""
        sheet = self._sheet
        if sheet is not None and sheet.checker is not None:
            mine = sheet.claim.assignee == sheet.checker
            self.wished.emit(self._claim, AssignWish("" if mine else sheet.checker))

    def log_search(self) -> None:
        """Open the form for a search."""
        self._begin(self.records.searches.begin)

    def record_contact(self) -> None:
        """Open the form for somebody who was asked."""
        self._begin(self.records.contacts.begin)

    def ask_writer(self) -> None:
        """Open the form for a query to the writer."""
        self._begin(self.records.queries.begin)

    def propose_change(self) -> None:
        """Open the form for other words."""
        self._begin(self.records.changes.begin)

    def sign_off_claim(self) -> None:
        """Open the form to answer for the claim."""
        self._begin(self.records.signoffs.begin)

    def vote(self) -> None:
        """Open the form to vote, where the house wants votes."""
        if self._sheet is not None and self._sheet.house.votes:
            self._begin(self.records.votes.begin)

    def find_elsewhere(self) -> None:
        """Ask where else the claim's words stand."""
        self._begin(lambda: self.elsewhere_wished.emit(self._claim))

    def show_history(self) -> None:
        """Ask for the life of the claim."""
        self.settle()
        self._begin(lambda: self.history_wished.emit(self._claim))

    def focus_rationale(self) -> None:
        """Lead the keyboard to the reasoning."""
        if self._claim:
            self.rationale.toggle.setChecked(False)
            self.rationale.field.setFocus()
            self._scroll.reach(self.rationale)

    def focus_wording(self) -> None:
        """Lead the keyboard to the wording."""
        if self._claim:
            self.paper.details_fold.unfold()
            self.paper.details.wording.setFocus()
            self._scroll.reach(self.paper.details)

    def focus_questions(self) -> None:
        """Lead the keyboard to what a claim of its kind asks."""
        if self._claim and self.paper.questions.questions:
            self.paper.questions.unfold()
            self.paper.questions.questions[0].box.setFocus()
            self._scroll.reach(self.paper.questions)
        elif self._claim:
            self.prompt.tell("This claim has no questions.", "They go with its kind: choose one.")

    def focus_issues(self) -> None:
        """Lead the keyboard to the issues."""
        if self._claim:
            self.paper.reasons.unfold()
            self.paper.reasons.issues.field.setFocus()
            self._scroll.reach(self.paper.reasons)

    def focus_note(self) -> None:
        """Lead the keyboard to a new note."""
        self._begin(self.records.begin_note)

    def _begin(self, begin: Callable[[], None]) -> None:
        if self._claim:
            begin()

    def _lay_out(self) -> None:
        self._scroll = ClaimScroll()
        self._scroll.made.connect(self._connect)
        none = muted("Choose a claim to judge it.", wraps=True)
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(none)
        self._stack.addWidget(self._scroll)
        whole = QVBoxLayout(self)
        bare(whole, 0)
        whole.addWidget(self.prompt)
        whole.addLayout(self._stack, 1)

    def _connect(self, paper: ClaimPaper) -> None:
        head = paper.head
        head.reveal_wished.connect(self._named(self.reveal_wished))
        head.menu_wished.connect(self._named(self.menu_wished))
        head.places.look_wished.connect(self.look_wished)
        head.kin.claim_wished.connect(self.claim_wished)
        for states in (head.state, head.final):
            states.state_picked.connect(self.set_state)
        head.final.cross_off_wished.connect(self.cross_off)
        head.final.exception_picked.connect(self.questions.ask_exception)
        paper.wished.connect(self._named(self.wished))
        paper.records.shown_up.connect(self._scroll.reach)
        paper.rationale.link_wished.connect(self.link_wished)
        paper.evidence.link_wished.connect(self.link_wished)
        paper.evidence.form.source_named.connect(self.source_named)
        paper.similar.beside_wished.connect(self.beside_wished)

    def _named(self, signal: SignalInstance) -> Callable[..., None]:
        """Put the claim's identity before what a part tells."""
        return lambda *wish: signal.emit(self._claim, *wish)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the sheet in the first quiet moment, so that the first claim need not wait."""
        super().showEvent(event)
        QTimer.singleShot(_QUIET, self, lambda: self.paper)

    def sizeHint(self) -> QSize:
        """Wish for a column wide enough for two ratings side by side."""
        return QSize(360, 600)


def _moved_on(before: ClaimSheet, after: ClaimSheet) -> bool:
    """Tell whether what was refused or asked may have become beside the point."""
    return before.missing != after.missing or before.claim.state != after.claim.state
