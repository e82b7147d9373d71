"""A claim whose words have changed: as it was, what it might be now, and the keys to decide."""

import html
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from factdesk.model.span import Span
from factdesk.ui.theme import GAP, ROOM
from factdesk.ui.widgets.parts import IconButton, bare, button, heading, muted, primary

_NONE = Qt.KeyboardModifier.NoModifier


class Context(NamedTuple):
    """Words with those around them."""

    before: str
    words: str
    after: str


class Proposal(NamedTuple):
    """A place that might be the claim's, and how alike it is, from 0 to 1."""

    span: Span
    context: Context
    likeness: float


class ReviewCard(NamedTuple):
    """One claim to decide on; ``number`` of the ``of`` that wait."""

    anchor: str
    reference: str
    old: Context
    proposals: tuple[Proposal, ...]
    number: int
    of: int


class ReviewPanel(QWidget):
    """Old words over new ones. Enter accepts, 1 to 5 look at a proposal, O leaves it without."""

    looked_at = Signal(object)
    accepted = Signal(str, object)
    reselected = Signal(str)
    orphaned = Signal(str)
    skipped = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._card: ReviewCard | None = None
        self._choices: list[QRadioButton] = []
        self._title = heading("Review")
        self._old = _passage("How it was")
        self._offers = QVBoxLayout()
        bare(self._offers, GAP)
        self._none = muted(
            "No place is like it: select the words, or leave it without.", wraps=True
        )
        self.accept = primary("&Accept", self._accept)
        self.accept.setToolTip("This is the place (Enter)")
        self.reselect = button(
            "Use &selection", self._reselect, "The words selected in the article"
        )
        self.orphan = button("&Not in the text", self._orphan, "The words are gone (O)")
        self.skip = button("S&kip", self.skipped.emit, "Decide later (Right)")
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_card(self, card: ReviewCard) -> None:
        """Show a claim to decide on; its first proposal is chosen."""
        self._card = card
        self._title.setText(f"Review {card.number} of {card.of}  ·  {card.reference}")
        self._old.setText(_marked(card.old))
        for old in self._choices:
            old.deleteLater()
        while (item := self._offers.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._choices = []
        for number, proposal in enumerate(card.proposals, 1):
            self._offers.addWidget(self._offer(number, proposal))
        self._none.setVisible(not card.proposals)
        self.accept.setEnabled(bool(card.proposals))
        if self._choices:
            self._choices[0].setChecked(True)
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Claim the keys of the review for it: elsewhere in the window they are other actions'."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            last = Qt.Key.Key_1 + len(self._choices)
            plain = event.modifiers() in {_NONE, Qt.KeyboardModifier.KeypadModifier}
            if plain and (event.key() == Qt.Key.Key_O or Qt.Key.Key_1 <= event.key() < last):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Decide by single keys."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._accept()
        elif key == Qt.Key.Key_O:
            self._orphan()
        elif key == Qt.Key.Key_Right:
            self.skipped.emit()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + len(self._choices):
            self._choices[key - Qt.Key.Key_1].setChecked(True)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Wish for a strip under the article."""
        return QSize(600, 300)

    def _offer(self, number: int, proposal: Proposal) -> QWidget:
        row = QWidget()
        choice = QRadioButton(f"{number}")
        choice.setAccessibleName(f"Place {number}: {proposal.context.words}")
        choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        choice.toggled.connect(lambda on: self.looked_at.emit(proposal.span) if on else None)
        self._choices.append(choice)
        passage = _passage(f"Place {number}")
        passage.setText(_marked(proposal.context))
        line = QHBoxLayout(row)
        bare(line, GAP)
        line.addWidget(choice, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(passage, 1)
        line.addWidget(muted(f"{proposal.likeness:.0%}"), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _chosen(self) -> Span | None:
        for choice, proposal in zip(self._choices, self._proposals(), strict=True):
            if choice.isChecked():
                return proposal.span
        return None

    def _proposals(self) -> Sequence[Proposal]:
        return self._card.proposals if self._card else ()

    def _accept(self) -> None:
        span = self._chosen()
        if self._card and span is not None:
            self.accepted.emit(self._card.anchor, span)

    def _reselect(self) -> None:
        if self._card:
            self.reselected.emit(self._card.anchor)

    def _orphan(self) -> None:
        if self._card:
            self.orphaned.emit(self._card.anchor)

    def _lay_out(self) -> None:
        close = IconButton("close", "Close the review")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(close)
        acts = QHBoxLayout()
        acts.setSpacing(GAP)
        for act in (self.accept, self.reselect, self.orphan):
            acts.addWidget(act)
        acts.addStretch()
        acts.addWidget(self.skip)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROOM, GAP, GAP, ROOM)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(muted("As it was"))
        whole.addWidget(self._old)
        whole.addWidget(muted("As it may be now"))
        whole.addWidget(self._none)
        whole.addLayout(self._offers)
        whole.addLayout(acts)


def _passage(name: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAccessibleName(name)
    return label


def _marked(context: Context) -> str:
    """Set the words off from those around them, in bold and underlined."""
    before, words, after = (html.escape(part).replace("\n", " ") for part in context)
    return f"…{before}<b><u>{words}</u></b>{after}…"
