"""A fold of records with a form to add one; out of sight until it is used."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.adder import Adder
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import LinkButton, bare
from factdesk.ui.widgets.reading_order import tab_in_order


class RecordSection(Fold):
    """Shows rows; its summary says what is inside while it is folded."""

    wished = Signal(object)
    shown_up = Signal()

    def __init__(self, title: str, adder: Adder, more: str) -> None:
        body = QWidget()
        super().__init__(title, body)
        self._claim = ""
        self._key: object = None
        self._count = 0
        self.rows: list[QWidget] = []
        self.adder = adder
        adder.hide()
        adder.wished.connect(self._add)
        adder.given_up.connect(self.close_adder)
        self.more = LinkButton(more)
        self.more.clicked.connect(self.begin)
        self._stack = QVBoxLayout()
        bare(self._stack, GAP)
        whole = QVBoxLayout(body)
        bare(whole, GAP)
        whole.setContentsMargins(GAP + 2, 0, 0, GAP)
        for part in (self._stack, adder, self.more):
            whole.addLayout(part) if isinstance(part, QVBoxLayout) else whole.addWidget(part)
        self.hide()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show what a claim has of this."""
        raise NotImplementedError

    def begin(self) -> None:
        """Open the form to add one."""
        self.more.hide()
        self.show()
        self.unfold()
        self.adder.begin()
        self.shown_up.emit()

    def close_adder(self) -> None:
        """Give up what the form holds."""
        had_focus = _holds_focus(self.adder)
        self.adder.clear()
        self.adder.hide()
        self.more.show()
        self.setVisible(bool(self._count))
        if had_focus and self._count:
            self.more.setFocus()

    def show_rows(
        self,
        claim: str,
        key: object,
        make: Callable[[], Sequence[QWidget]],
        summary: str = "",
    ) -> None:
        """Show the rows of a claim, made anew only where the key says that they have changed."""
        if claim != self._claim:
            self._claim = claim
            begun = self.adder.turn_to(claim)
            self.adder.setVisible(begun)
            self.more.setVisible(not begun)
            if begun:
                self.unfold()
        if (claim, key) != self._key:
            self._key = (claim, key)
            self._replace(make)
        self._count = len(self.rows)
        self.summarise(summary or (str(self._count) if self._count else ""))
        self.setVisible(bool(self._count) or not self.adder.isHidden())

    def _replace(self, make: Callable[[], Sequence[QWidget]]) -> None:
        had_focus = any(_holds_focus(row) for row in self.rows)
        for row in self.rows:
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [*make()]
        for row in self.rows:
            self._stack.addWidget(row)
            row.show()
        tab_in_order(self.head, *self.rows, self.adder, self.more)
        if had_focus:
            self.head.setFocus()

    def _add(self, wish: object) -> None:
        """Close the form once what it asked for is there; after a refusal what was typed stays."""
        before = self._key
        self.wished.emit(wish)
        if self._key != before:
            self.close_adder()


def _holds_focus(widget: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (focus is widget or widget.isAncestorOf(focus))
