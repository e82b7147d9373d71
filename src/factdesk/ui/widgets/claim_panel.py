"""The claim at hand: what is said, the verdict, why, the evidence, and how far it is."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.model.source import Source
from factdesk.ui.theme import GAP, MARGIN, ROOM
from factdesk.ui.widgets.claim_details import ClaimDetails
from factdesk.ui.widgets.claim_head import ClaimHead
from factdesk.ui.widgets.evidence_list import EvidenceList
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.note_thread import NoteThread
from factdesk.ui.widgets.parts import bare, heading, muted, rule
from factdesk.ui.widgets.rationale_editor import RationaleEditor
from factdesk.ui.widgets.verdict_picker import VerdictPicker


class ClaimPanel(QWidget):
    """Shows a `ClaimSheet`. Each wish names the claim it is for, for text settles late.

    A sheet of the same claim never overwrites what is being typed; before another claim is shown
    everything typed is told.
    """

    reveal_wished = Signal(str, str)
    wording_edited = Signal(str, str)
    kind_picked = Signal(str, str)
    claimant_edited = Signal(str, str)
    state_picked = Signal(str, str)
    rating_picked = Signal(str, str)
    withdraw_wished = Signal(str)
    rationale_edited = Signal(str, str)
    cite_wished = Signal(str, object)
    uncite_wished = Signal(str, str)
    note_added = Signal(str, str)
    removal_wished = Signal(str)
    link_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claim = ""
        self.head = ClaimHead()
        self.picker = VerdictPicker()
        self._history = muted(wraps=True)
        self.history = Fold("Earlier verdicts", self._history)
        self.rationale = RationaleEditor()
        self.evidence = EvidenceList()
        self.details = ClaimDetails()
        self.details_fold = Fold("Details", self.details)
        self.notes = NoteThread()
        self.notes_fold = Fold("Notes", self.notes)
        self._lay_out()
        self._connect()
        self.show_claim(None)

    def show_claim(self, sheet: ClaimSheet | None) -> None:
        """Show a claim as it is now; None shows how to come to one."""
        claim = sheet.claim.id if sheet else ""
        if claim != self._claim:
            self.settle()
            self.evidence.close_form()
        self._stack.setCurrentIndex(1 if sheet else 0)
        if sheet is None:
            self._claim = ""
            return
        if claim == self._claim:
            self.details.show_sheet(sheet)
            self.rationale.show_text(sheet.claim.rationale)
        else:
            self._claim = claim
            self.details.load(sheet)
            self.rationale.load(sheet.claim.rationale)
            self._scroll.verticalScrollBar().setValue(0)
        self._show_rest(sheet)

    def show_claimants(self, names: Iterable[str]) -> None:
        """Offer names of claimants for completion."""
        self.details.show_claimants(names)

    def show_sources(self, sources: Iterable[Source]) -> None:
        """Offer known sources for completion."""
        self.evidence.show_sources(sources)

    def settle(self) -> None:
        """Tell at once all that has been typed; before closing, undoing or exporting."""
        self.details.settle()
        self.rationale.settled.settle()

    def pick_number(self, number: int) -> None:
        """Judge by a number key."""
        if self._claim:
            self.picker.pick_number(number)

    def begin_cite(self, link: str = "") -> None:
        """Open the form to cite a source, with a pasted link if there is one."""
        if self._claim:
            self.evidence.begin_cite(link)
            self._reach(self.evidence.form)

    def focus_rationale(self) -> None:
        """Lead the keyboard to the reasoning."""
        self.rationale.toggle.setChecked(False)
        self.rationale.field.setFocus()
        self._reach(self.rationale)

    def focus_wording(self) -> None:
        """Lead the keyboard to the wording."""
        self.details_fold.unfold()
        self.details.wording.setFocus()
        self._reach(self.details)

    def focus_note(self) -> None:
        """Lead the keyboard to a new note."""
        self.notes_fold.unfold()
        self.notes.field.setFocus()
        self._reach(self.notes)

    def _reach(self, widget: QWidget) -> None:
        self._sheet.adjustSize()
        self._scroll.ensureWidgetVisible(widget, 0, ROOM)

    def _show_rest(self, sheet: ClaimSheet) -> None:
        self.head.show_sheet(sheet)
        self.picker.show_verdict(sheet.scale, sheet.verdict)
        earlier = sheet.earlier_verdicts
        self.history.setVisible(bool(earlier))
        self.history.summarise(str(len(earlier)))
        self._history.setText("\n".join(_history_lines(sheet)))
        self.evidence.show_evidence(sheet.evidence)
        self.notes.show_notes(sheet)
        self.notes_fold.summarise(str(len(sheet.notes)) if sheet.notes else "")
        name = sheet.claimant.name if sheet.claimant else ""
        parts = ("reworded" if sheet.claim.wording else "", sheet.claim.kind or "", name)
        self.details_fold.summarise(" · ".join(filter(None, parts)))

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        whole = QVBoxLayout(self._sheet)
        whole.setContentsMargins(MARGIN, ROOM, MARGIN, MARGIN)
        whole.setSpacing(ROOM)
        whole.addWidget(self.head)
        whole.addWidget(self.details_fold)
        verdict = QVBoxLayout()
        bare(verdict, GAP)
        for part in (heading("Verdict"), self.picker, self.history):
            verdict.addWidget(part)
        whole.addLayout(verdict)
        whole.addWidget(self.rationale)
        whole.addWidget(rule())
        whole.addWidget(self.evidence)
        whole.addWidget(rule())
        whole.addWidget(self.notes_fold)
        whole.addStretch(1)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._sheet)
        none = muted("Choose a claim to judge it.", wraps=True)
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(none)
        self._stack.addWidget(self._scroll)

    def _connect(self) -> None:
        self.head.reveal_wished.connect(self._named(self.reveal_wished))
        self.head.state_picked.connect(self._named(self.state_picked))
        self.head.removal_wished.connect(self._named(self.removal_wished))
        self.details.wording_edited.connect(self._named(self.wording_edited))
        self.details.kind_picked.connect(self._named(self.kind_picked))
        self.details.claimant_edited.connect(self._named(self.claimant_edited))
        self.picker.rating_picked.connect(self._named(self.rating_picked))
        self.picker.withdraw_wished.connect(self._named(self.withdraw_wished))
        self.rationale.edited.connect(self._named(self.rationale_edited))
        self.evidence.cite_wished.connect(self._named(self.cite_wished))
        self.evidence.uncite_wished.connect(self._named(self.uncite_wished))
        self.notes.note_added.connect(self._named(self.note_added))
        self.rationale.link_wished.connect(self.link_wished)
        self.evidence.link_wished.connect(self.link_wished)

    def _named(self, signal: SignalInstance) -> Callable[..., None]:
        """Put the claim's identity before what a part tells."""
        return lambda *wish: signal.emit(self._claim, *wish)

    def sizeHint(self) -> QSize:
        """Wish for a column wide enough for two ratings side by side."""
        return QSize(360, 600)


def _history_lines(sheet: ClaimSheet) -> list[str]:
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
