"""What the program remarks on the claim: what differs from its evidence, what its sources lack."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from factdesk.model.remark import Weighed
from factdesk.model.sheet import ClaimSheet
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.fold import Fold
from factdesk.ui.widgets.parts import bare
from factdesk.ui.widgets.reading_order import tab_in_order
from factdesk.ui.widgets.record_row import RecordRow
from factdesk.ui.widgets.remark_row import remark_row


class RemarkSection(Fold):
    """Out of sight without remarks; it opens by itself where something cannot be so."""

    wished = Signal(object)

    def __init__(self) -> None:
        body = QWidget()
        super().__init__("Remarks", body)
        self._claim = ""
        self._shown: tuple[Weighed, ...] = ()
        self.rows: list[RecordRow] = []
        self._stack = QVBoxLayout(body)
        bare(self._stack, GAP)
        self._stack.setContentsMargins(GAP + 2, 0, 0, GAP)
        self.hide()

    def show_sheet(self, sheet: ClaimSheet) -> None:
        """Show the remarks on a claim: first what contradicts, last what is set aside."""
        remarks = tuple(
            sorted(sheet.remarks, key=lambda one: (not one.is_open, not one.contradicts))
        )
        is_other, self._claim = sheet.claim.id != self._claim, sheet.claim.id
        if remarks == self._shown and not is_other:
            return
        known = set() if is_other else {one.remark.key for one in self._shown if one.is_open}
        is_new = any(one.contradicts and one.remark.key not in known for one in remarks)
        self._shown = remarks
        self._replace(sheet)
        self.summarise(counted(remarks))
        if is_other or is_new:
            self.head.setChecked(is_new)
        self.setVisible(bool(remarks))

    def step_in(self) -> bool:
        """Lead the keyboard to the first remark; tell whether there is one."""
        if self.rows:
            self.unfold()
            self.rows[0].links[0].setFocus()
        return bool(self.rows)

    def _replace(self, sheet: ClaimSheet) -> None:
        focus = QApplication.focusWidget()
        had_focus = focus is not None and any(row.isAncestorOf(focus) for row in self.rows)
        for row in self.rows:
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one, sheet) for one in self._shown]
        for row in self.rows:
            self._stack.addWidget(row)
            row.show()
        tab_in_order(self.head, *self.rows)
        if had_focus:
            self.head.setFocus()

    def _row(self, weighed: Weighed, sheet: ClaimSheet) -> RecordRow:
        who = sheet.signed(weighed.aside.checker) if weighed.aside else ""
        return remark_row(weighed, who, self.wished.emit)


def counted(remarks: tuple[Weighed, ...]) -> str:
    """Say how many remarks count, and how many are set aside."""
    count = sum(one.is_open for one in remarks)
    aside = len(remarks) - count
    sign = "≠ " if any(one.contradicts for one in remarks) else ""
    parts = (f"{sign}{count} open" if count else "", f"{aside} set aside" if aside else "")
    return " · ".join(filter(None, parts))
