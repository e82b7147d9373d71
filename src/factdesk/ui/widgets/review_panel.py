"""A claim whose words have changed: as it was, what it might be now, and the keys to decide."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.span import Span
from factdesk.ui.theme import GAP, ROOM, TIGHT
from factdesk.ui.widgets.parts import IconButton, bare, button, heading, muted, primary
from factdesk.ui.widgets.proposals import Context, Passage, Proposal, Proposals

_PLAIN = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
# The panel takes at most this share of the window's height.
_SHARE = 0.45


class ReviewCard(NamedTuple):
    """One claim to decide on; ``number`` of the ``of`` that wait.

    ``told`` is what else is to be known of it, ``was`` where and when it stood as it did. The
    first proposal is chosen where one is ``likely``.
    """

    anchor: str
    reference: str
    old: Context
    proposals: tuple[Proposal, ...]
    number: int
    of: int
    told: str = ""
    was: str = "As it was"
    likely: bool = True


class ReviewPanel(QWidget):
    """Old words over new ones. Enter accepts, digits and arrows choose, O leaves it without."""

    looked_at = Signal(object)
    accepted = Signal(str, object)
    reselected = Signal(str)
    orphaned = Signal(str)
    skipped = Signal(int)
    """To the next claim, 1, or the one before, -1."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: ReviewCard | None = None
        self._title = heading("Review")
        self._told = muted()
        self._was = muted()
        self._old = Passage("As it was")
        self.proposals = Proposals()
        self.proposals.chosen.connect(self._choose)
        self._none = muted(
            "Nothing in the text is like it: select its words, or leave it without.", wraps=True
        )
        self.accept = primary("&Accept", self._accept)
        self.accept.setToolTip("This is the place (Enter)")
        self.reselect = button("&Belongs to the selection", self._reselect)
        self.reselect.setToolTip("Select the claim's words in the article first (Ctrl+Enter)")
        self.orphan = button("N&ot in the text", self._orphan, "The words are gone (O)")
        self.back = button("&Back", lambda: self.skipped.emit(-1), "The claim before (Left)")
        self.skip = button("S&kip", lambda: self.skipped.emit(1), "Decide later (Right)")
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_selection(is_there=False)

    def show_card(self, card: ReviewCard) -> None:
        """Show a claim to decide on."""
        self._card = card
        self._title.setText(f"Review {card.number} of {card.of}  ·  {card.reference}")
        self._told.setText(card.told)
        self._was.setText(card.was)
        self.back.setEnabled(card.number > 1)
        self._none.setVisible(not card.proposals)
        self._old.show_context(card.old)
        self.proposals.show_proposals(card.old.words, card.proposals)
        self.accept.setEnabled(False)
        if card.likely:
            self.proposals.choose(0)
        self.setAccessibleName(f"{self._title.text()}. It was: {card.old.words}")
        self.setFocus()
        self._room.verticalScrollBar().setValue(0)
        self._room.updateGeometry()

    def show_selection(self, *, is_there: bool) -> None:
        """Offer what is selected in the article as the place, if anything is."""
        self.reselect.setEnabled(is_there)

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the review for it: elsewhere in the window they are other actions'."""
        is_key = event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by single keys."""
        key, step = event.key(), _STEPS.get(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
        elif key == Qt.Key.Key_O:
            self._orphan()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif step is not None and step[0]:
            self.skipped.emit(step[0])
        elif step is not None:
            self.proposals.step(step[1])
        elif key in _DIGITS:
            self.proposals.choose(key - Qt.Key.Key_1)
        else:
            super().keyPressEvent(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        """Tell whether a key means something here; no digit may be taken for a verdict."""
        ours = {Qt.Key.Key_O, Qt.Key.Key_Return, Qt.Key.Key_Enter, *_STEPS, *_DIGITS}
        return event.modifiers() in _PLAIN and event.key() in ours

    def _choose(self, span: Span) -> None:
        self.accept.setEnabled(True)
        if self._card:
            self._old.show_context(self._card.old, self.proposals.words)
        self.looked_at.emit(span)

    def _accept(self) -> None:
        span = self.proposals.span
        if self._card and span is not None:
            self.accepted.emit(self._card.anchor, span)

    def _reselect(self) -> None:
        if self._card:
            self.reselected.emit(self._card.anchor)

    def _orphan(self) -> None:
        if self._card:
            self.orphaned.emit(self._card.anchor)

    def _lay_out(self) -> None:
        close = IconButton("close", "Close the review", "Close the review (Esc)")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self._title)
        top.addWidget(self._told, 1)
        top.addWidget(close)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        for act in (self.accept, self.reselect, self.orphan):
            acts.addWidget(act)
        acts.addStretch()
        acts.addWidget(self.back)
        acts.addWidget(self.skip)
        self._room = _Room()
        inside = QVBoxLayout(self._room.inside)
        bare(inside, TIGHT)
        inside.addWidget(self._was)
        inside.addWidget(self._old)
        inside.addSpacing(TIGHT)
        inside.addWidget(muted("As it may be now"))
        inside.addWidget(self._none)
        inside.addWidget(self.proposals)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROOM, GAP, GAP, ROOM)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(self._room)
        whole.addLayout(acts)


#: What arrows do: to another claim, or to another proposal.
_STEPS = {
    int(Qt.Key.Key_Right): (1, 0),
    int(Qt.Key.Key_Left): (-1, 0),
    int(Qt.Key.Key_Down): (0, 1),
    int(Qt.Key.Key_Up): (0, -1),
}


class _Room(QScrollArea):
    """Is as high as what it holds, up to a share of the window; beyond that it scrolls."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = QWidget()
        self.setWidget(self.inside)  # which makes it the filter of its events
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with what is inside."""
        if watched is self.inside and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew, which may need another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wish for the height of what is inside."""
        layout = self.inside.layout()
        needed = layout.totalHeightForWidth(max(200, self.viewport().width())) if layout else 0
        return QSize(400, min(needed + 2, round(_SHARE * self.window().height())))

    def minimumSizeHint(self) -> QSize:
        """Do with a few lines where the window is low."""
        return QSize(200, min(self.sizeHint().height(), 6 * self.fontMetrics().lineSpacing()))
