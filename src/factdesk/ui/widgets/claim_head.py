"""The head of the claim at hand: reference, state, what is missing, the quote and its places."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.model.claim import AnchorStatus
from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.claim_places import ClaimKin, ClaimPlaces
from factdesk.ui.widgets.claim_state import FinalLine, StateButton
from factdesk.ui.widgets.parts import IconButton, bare, muted, semibold
from factdesk.ui.widgets.quote_block import QuoteBlock
from factdesk.ui.widgets.reading_order import tab_in_order

_STATUS_WORDS = {
    AnchorStatus.NEEDS_REVIEW: "The text has changed here: look whether the place is right.",
    AnchorStatus.ORPHANED: "The words are no longer in the text.",
}


class ClaimHead(QWidget):
    """Tells where the user wants to look, and the state that is picked."""

    reveal_wished = Signal(str)
    menu_wished = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: ClaimSheet | None = None
        self.reference = QLabel()
        font = semibold(self.reference.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.reference.setFont(font)
        self.state = StateButton()
        self.assignee = muted()
        self._more = IconButton("more", "More on this claim")
        self._more.clicked.connect(self._offer_more)
        self.final = FinalLine()
        self.quote = QuoteBlock()
        self.quote.clicked.connect(self._reveal)
        self.places = ClaimPlaces()
        self.places.reveal_wished.connect(self.reveal_wished)
        self.kin = ClaimKin()
        self._links: list[QWidget] = []
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._lay_out()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show a claim."""
        self._sheet = sheet
        self.reference.setText(sheet.claim.reference)
        self.assignee.setText(sheet.signed(sheet.claim.assignee))
        self.quote.show_quote(sheet.quote)
        for part in (self.state, self.final, self.places, self.kin):
            part.show_sheet(sheet)
        links = [*self.kin.links, *self.final.links]
        if links != self._links:
            self._links = links
            tab_in_order(self.places, *links)
        words = {_STATUS_WORDS.get(anchor.status, "") for anchor in sheet.anchors} - {""}
        if sheet.outdated and not words:
            words = {"The words have changed since the verdict was given."}
        self._warning.setText("⚠ " + " ".join(sorted(words)))
        self._warning.setVisible(bool(words))

    def _reveal(self) -> None:
        if self._sheet and self._sheet.anchors:
            self.reveal_wished.emit(self._sheet.anchors[0].id)

    def _offer_more(self) -> None:
        self.menu_wished.emit(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.reference)
        top.addWidget(self.state)
        top.addWidget(self.assignee)
        top.addStretch()
        top.addWidget(self._more)
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addLayout(top)
        for part in (self._warning, self.quote, self.places, self.kin, self.final):
            whole.addWidget(part)
