"""Earlier claims like the one at hand: a quiet fold, and what each was checked with."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from factdesk.model.memory import Recollection
from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import TakeOverWish
from factdesk.ui.theme import GAP, scheme_of
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.own_menu import open_own_menu
from factdesk.ui.widgets.parts import LinkButton, bare, semibold, small
from factdesk.ui.widgets.reading_order import tab_in_order
from factdesk.ui.widgets.row_painter import draw_mark

_MARK = 20


class EarlierClaims(Fold):
    """Out of sight while there are none. They are like the claim: nobody says they are the same."""

    wished = Signal(object)
    beside_wished = Signal(str, str)

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("Earlier claims like this", body)
        self._shown: Sequence[Recollection] = ()
        self._here: frozenset[tuple[str, str, str]] = frozenset()
        self.cards: list[EarlierCard] = []
        self._stack = QVBoxLayout(body)
        bare(self._stack, GAP + 4)
        self._stack.setContentsMargins(GAP + 2, 0, 0, GAP)
        self.hide()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Take in what the claim at hand cites already."""
        self._here = frozenset(
            (cited.source.id, cited.evidence.quote, cited.evidence.locator)
            for cited in sheet.evidence
        )
        for card in self.cards:
            card.show_taken(self._here)

    def show_claims(self, found: Sequence[Recollection]) -> None:
        """Show these, the likest first."""
        if found == self._shown:
            return
        self._shown = found
        had_focus = self.focused() is not None
        for old in self.cards:
            self._stack.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = [self._card(one) for one in found]
        tab_in_order(self.head, *self.cards)
        self.summarise(f"{len(found)} · {found[0].verdict}" if found else "")
        self.setVisible(bool(found))
        if had_focus and found:
            self.head.setFocus()

    def step_in(self) -> None:
        """Lead the keyboard to the likest; from one of them, take its evidence over."""
        card = self.focused()
        if card is not None:
            card.take_over()
        elif self.cards:
            self.unfold()
            self.cards[0].links[0].setFocus()

    def focused(self) -> "EarlierCard | None":
        """Tell at which of them the keyboard is."""
        focus = QApplication.focusWidget()
        return next((card for card in self.cards if focus and card.isAncestorOf(focus)), None)

    def _card(self, found: Recollection) -> "EarlierCard":
        card = EarlierCard(found)
        card.take_over_wished.connect(lambda claim: self.wished.emit(TakeOverWish(claim)))
        card.beside_wished.connect(self.beside_wished)
        card.show_taken(self._here)
        self._stack.addWidget(card)
        return card


class EarlierCard(QWidget):
    """An earlier claim: its verdict, its words, where and when it stood, what was cited."""

    take_over_wished = Signal(str)
    beside_wished = Signal(str, str)

    def __init__(self, found: Recollection) -> None:
        super().__init__()
        self.found = found
        self._over = self._link(_offer(len(found.sources)), self.take_over)
        beside = self._link("Open beside", self.open_beside)
        self.links = [self._over, beside] if found.sources else [beside]
        if not found.sources:
            self._over.hide()
        whole = QVBoxLayout(self)
        bare(whole, 2)
        whole.addLayout(self._head())
        whole.addWidget(_lines(f"“{found.memory.words}”", 3))
        whole.addWidget(_lines(found.origin, 2, quiet=True))
        whole.addWidget(_lines(cited_words(found), 2, quiet=True))
        row = QHBoxLayout()
        bare(row, GAP)
        row.addWidget(self._over)
        row.addWidget(beside)
        row.addStretch()
        whole.addLayout(row)
        self.setAccessibleName(f"{found.verdict}: {found.memory.words}")

    def show_taken(self, here: frozenset[tuple[str, str, str]]) -> None:
        """Say whether all that this claim was checked with is cited for the claim at hand."""
        pieces = {(use.source, use.quote, use.locator) for use in self.found.sources}
        self._over.setText("Its evidence is here ✓" if pieces <= here else _offer(len(pieces)))

    def take_over(self) -> None:
        """Wish for its evidence."""
        if self.found.sources:
            self.take_over_wished.emit(self.found.memory.claim)

    def open_beside(self) -> None:
        """Wish to see it beside the article at hand."""
        self.beside_wished.emit(self.found.memory.article, self.found.memory.claim)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the links do."""
        open_own_menu(self, self.found.memory.words, event)

    def _head(self) -> QHBoxLayout:
        verdict = ElidedLabel(1)
        verdict.setFont(semibold(verdict.font()))
        verdict.show_text(self.found.verdict)
        top = QHBoxLayout()
        bare(top, GAP)
        top.addWidget(_Mark(self.found))
        top.addWidget(verdict, 1, Qt.AlignmentFlag.AlignVCenter)
        return top

    def _link(self, words: str, act: Callable[[], None]) -> LinkButton:
        link = LinkButton(words)
        link.setAccessibleName(f"{words}: {self.found.memory.words}")
        link.clicked.connect(lambda _on=False: act())
        return link


class _Mark(QWidget):
    """The verdict's mark, as lists show it."""

    def __init__(self, found: Recollection) -> None:
        super().__init__()
        self._rating = found.rating
        self.setFixedSize(_MARK, _MARK)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the glyph in its disc."""
        scheme = scheme_of(self)
        hue = scheme.ink(self._rating) if self._rating else QColor(scheme.muted)
        glyph = self._rating.glyph if self._rating else ""
        draw_mark(QPainter(self), QPointF(_MARK / 2, _MARK / 2), _MARK, hue, glyph, self.font())


def _offer(count: int) -> str:
    return f"Take over {count} piece{'' if count == 1 else 's'} of evidence"


def cited_words(found: Recollection) -> str:
    """Say what a claim was checked with, each source once."""
    titles = list(dict.fromkeys(use.source_title for use in found.sources))
    return f"Checked with {'; '.join(titles)}" if titles else "No source cited"


def _lines(words: str, most: int, *, quiet: bool = False) -> ElidedLabel:
    label = ElidedLabel(most)
    if quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setFont(small(label.font()))
    label.show_text(words)
    return label
