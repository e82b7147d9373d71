"""The head of the claim at hand: reference, state, the quote and its places."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from factdesk.model.claim import AnchorStatus, WorkState
from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.parts import IconButton, LinkButton, bare, semibold, small
from factdesk.ui.widgets.quote_block import QuoteBlock

_STATUS_WORDS = {
    AnchorStatus.NEEDS_REVIEW: "The text has changed here: look whether the place is right.",
    AnchorStatus.ORPHANED: "The words are no longer in the text.",
}


class ClaimHead(QWidget):
    """Tells where the user wants to look, and the state that is picked."""

    reveal_wished = Signal(str)
    state_picked = Signal(str)
    removal_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: ClaimSheet | None = None
        self._place = 0
        self.reference = QLabel()
        font = semibold(self.reference.font())
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.reference.setFont(font)
        self.state = self._make_state()
        self._more = IconButton("more", "More on this claim")
        self._more.setMenu(self._make_menu())
        self.quote = QuoteBlock()
        self.quote.clicked.connect(self._reveal)
        self.places = LinkButton()
        self.places.clicked.connect(self._reveal_next)
        self._warning = QLabel()
        self._warning.setWordWrap(True)
        self._lay_out()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show a claim."""
        if self._sheet is None or self._sheet.claim.id != sheet.claim.id:
            self._place = 0
        self._sheet = sheet
        self.reference.setText(sheet.claim.reference)
        self.state.setText(f"{sheet.claim.state.capitalize()} ▾")
        self.state.setAccessibleName(f"State: {sheet.claim.state}")
        self.quote.show_quote(sheet.quote)
        count = len(sheet.anchors)
        self.places.setText(f"Stands in {count} places · show the next")
        self.places.setVisible(count > 1)
        words = {_STATUS_WORDS.get(anchor.status, "") for anchor in sheet.anchors} - {""}
        self._warning.setText("⚠ " + " ".join(sorted(words)))
        self._warning.setVisible(bool(words))

    def _reveal(self) -> None:
        if self._sheet and self._sheet.anchors:
            self._place = 0
            self.reveal_wished.emit(self._sheet.anchors[0].id)

    def _reveal_next(self) -> None:
        if self._sheet and self._sheet.anchors:
            self._place = (self._place + 1) % len(self._sheet.anchors)
            self.reveal_wished.emit(self._sheet.anchors[self._place].id)

    def _copy(self) -> None:
        if self._sheet:
            QGuiApplication.clipboard().setText(self._sheet.quote)

    def _make_state(self) -> QToolButton:
        button = QToolButton()
        button.setFont(small(button.font()))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip("How far the work on this claim is")
        menu = QMenu(button)
        for state in WorkState:
            act = menu.addAction(state.capitalize())
            act.triggered.connect(lambda _on=False, one=state: self.state_picked.emit(str(one)))
        button.setMenu(menu)
        return button

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("&Show in the article", self._reveal)
        menu.addAction("&Copy quote", self._copy)
        menu.addSeparator()
        menu.addAction("&Remove claim", self.removal_wished.emit)
        return menu

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.reference)
        top.addWidget(self.state)
        top.addStretch()
        top.addWidget(self._more)
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.addLayout(top)
        whole.addWidget(self._warning)
        whole.addWidget(self.quote)
        whole.addWidget(self.places)
