"""Where the claim stands, where the same words stand besides, and the claims it is kin to."""

import re
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.claim import Anchor, AnchorRole
from factdesk.model.sheet import ClaimSheet, Occurrence
from factdesk.model.wishes import PlaceWish, RemovalWish
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import LinkButton, bare
from factdesk.ui.widgets.reading_order import tab_in_order
from factdesk.ui.widgets.record_row import RecordRow

#: So many places are listed; all of them are seen on the page.
MOST = 12


class ClaimPlaces(Fold):
    """The places of a claim; out of sight while there is one and no other is proposed."""

    wished = Signal(object)
    reveal_wished = Signal(str)
    look_wished = Signal(object)

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("Places", body)
        self._claim = ""
        self._anchors: tuple[Anchor, ...] = ()
        self._proposed: tuple[Occurrence, ...] = ()
        self.rows: list[RecordRow] = []
        self.offers: list[LinkButton] = []
        self._stack = QVBoxLayout(body)
        bare(self._stack, GAP)
        self._stack.setContentsMargins(GAP + 2, 0, 0, GAP)

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show where a claim stands."""
        taken = {anchor.span for anchor in sheet.anchors}
        same = sheet.claim.id == self._claim
        proposed = tuple(one for one in self._proposed if same and one.span not in taken)
        self._claim = sheet.claim.id
        if same and (sheet.anchors, proposed) == (self._anchors, self._proposed):
            return
        self._anchors = sheet.anchors
        self._propose(proposed)

    def show_elsewhere(self, occurrences: Sequence[Occurrence]) -> None:
        """Propose more places; the keyboard is on the first."""
        self._propose(tuple(occurrences))
        self.unfold()
        if self.offers:
            self.offers[0].setFocus()

    def _propose(self, proposed: tuple[Occurrence, ...]) -> None:
        had_focus = any(offer.hasFocus() for offer in self.offers)
        self._proposed = proposed
        for row in self.rows:
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.offers = []
        own = _few([self._place(anchor) for anchor in self._anchors[:MOST]], len(self._anchors))
        offered = [self._proposal(occurrence) for occurrence in proposed[:MOST]]
        whole = [self._all(proposed)] if len(proposed) > 1 else []
        self.rows = own + _few(offered, len(proposed)) + whole
        for row in self.rows:
            self._stack.addWidget(row)
            row.show()
        tab_in_order(self.head, *self.rows)
        count = len(self._anchors)
        self.head.setText(f"Stands in {count} place{'' if count == 1 else 's'}")
        self.summarise(f"and perhaps in {len(proposed)} more" if proposed else "")
        self.setVisible(count > 1 or bool(proposed))
        if had_focus:
            (self.offers[0] if self.offers else self.head).setFocus()

    def _place(self, anchor: Anchor) -> RecordRow:
        role = "" if anchor.role is AnchorRole.STATEMENT else anchor.role
        around = _around(anchor.prefix[-40:], anchor.exact, anchor.suffix[:40])
        row = RecordRow(around, role, name=f"Place: {anchor.exact}", rich=True)
        if len(self._anchors) > 1:
            row.add_removal(lambda: self.wished.emit(RemovalWish("anchor", anchor.id)))
        row.add_link("Show", lambda: self.reveal_wished.emit(anchor.id))
        return row

    def _all(self, proposed: tuple[Occurrence, ...]) -> RecordRow:
        count = len(proposed)
        row = RecordRow(f"The very words stand in {count} more places.")
        spans = tuple(one.span for one in proposed)
        row.add_link(f"Mark all {count}", lambda: self.wished.emit(PlaceWish(spans)))
        return row

    def _proposal(self, occurrence: Occurrence) -> RecordRow:
        around = _around(occurrence.before, occurrence.words, occurrence.after)
        row = RecordRow(around, "not marked yet", name=f"Proposed: {occurrence.words}", rich=True)
        self.offers.append(
            row.add_link("Mark here too", lambda: self.wished.emit(PlaceWish((occurrence.span,))))
        )
        row.add_link("Show", lambda: self.look_wished.emit(occurrence.span))
        return row


class ClaimKin(QWidget):
    """The parts of a compound claim, and the claim that this one is a part of."""

    claim_wished = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.links: list[LinkButton] = []
        self._stack = QVBoxLayout(self)
        bare(self._stack, 0)
        self.hide()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the kin of a claim."""
        if (sheet.whole, sheet.parts) == self._shown:
            return
        self._shown = (sheet.whole, sheet.parts)
        for link in self.links:
            self._stack.removeWidget(link)
            link.hide()
            link.deleteLater()
        whole = [(f"Part of {sheet.whole.reference}", sheet.whole)] if sheet.whole else []
        parts = [(f"{part.reference}, a part: {_short(part.words)}", part) for part in sheet.parts]
        self.links = []
        for words, relative in (*whole, *parts):
            link = LinkButton(words)
            link.setToolTip(as_written(relative.words))
            link.clicked.connect(lambda _on=False, key=relative.claim: self.claim_wished.emit(key))
            self.links.append(link)
            self._stack.addWidget(link)
        self.setVisible(bool(self.links))


def _few(rows: list[RecordRow], count: int) -> list[RecordRow]:
    """Say how many more there are than are shown."""
    more = count - len(rows)
    return [*rows, RecordRow(f"and {more:,} more")] if more else rows


def _around(before: str, words: str, after: str) -> str:
    flat = [escape(re.sub(r"\s+", " ", part)) for part in (before, words, after)]
    return f"…{flat[0]}<b>{flat[1]}</b>{flat[2]}…"


def _short(words: str) -> str:
    return words if len(words) <= 40 else f"{words[:39]}…"
