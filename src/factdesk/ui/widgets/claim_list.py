"""The claims of the article at hand."""

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from factdesk.model.verdict import Scale
from factdesk.ui.models.claim_filter import AXES, ClaimFilter
from factdesk.ui.models.claims import ClaimOrder, ClaimsModel
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.claim_filter_bar import ClaimFilterBar
from factdesk.ui.widgets.claim_row import ClaimRow
from factdesk.ui.widgets.filter_menu import Offers
from factdesk.ui.widgets.line_list import LineList
from factdesk.ui.widgets.parts import bare, muted


class ClaimList(QWidget):
    """Claims in the order of the text, with a filter; tells the one the user goes to."""

    claim_picked = Signal(str)
    menu_wished = Signal(str, object)
    """What can be done with a claim is to be offered at a point of the screen."""

    def __init__(self, model: ClaimsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chosen = ""
        self._kept: list[ClaimFilter] = []
        self.rows = LineList(model)
        self.rows.setAccessibleName("Claims")
        row = ClaimRow(self.rows)
        self.rows.draw_with(row, row.height(self.rows.font()))
        self.bar = ClaimFilterBar()
        self._remark = muted(wraps=True)
        self._remark.setMargin(GAP * 2)
        self._lay_out()
        self._connect()
        self._show_remark()

    def show_scale(self, scale: Scale) -> None:
        """Offer the verdicts of a scale as filters."""
        self.bar.show_scale(scale)

    def show_kept(self, kept: list[ClaimFilter]) -> None:
        """Offer filters that were kept."""
        self._kept = kept

    def select_claim(self, claim: str) -> None:
        """Make a claim the current one; none where it is empty or not shown."""
        self._chosen = claim
        self.rows.choose_row(self._model.row_of(claim) if claim else None)

    def pick_next(self) -> None:
        """Go to the claim after the current one, or to the first."""
        self._step(1)

    def pick_previous(self) -> None:
        """Go to the claim before the current one, or to the last."""
        self._step(-1)

    def focus_filter(self) -> None:
        """Lead the keyboard to the filter."""
        self.bar.field.setFocus()
        self.bar.field.selectAll()

    def _step(self, by: int) -> None:
        count = self._model.rowCount()
        row = self._model.row_of(self._chosen) if self._chosen else None
        wanted = row + by if row is not None else (0 if by > 0 else count - 1)
        if 0 <= wanted < count:
            self.rows.choose_row(wanted)
            self._pick(wanted)

    def _pick(self, row: int) -> None:
        self._chosen = self._model.line(row).claim
        self.claim_picked.emit(self._chosen)

    def _narrow(self, wanted: ClaimFilter) -> None:
        self._model.narrow(wanted)
        self._show_remark()

    def _sort(self, order: str) -> None:
        self._model.sort_by(ClaimOrder(order))

    def _offer(self) -> None:
        """Count what the menu of filters offers, now that it opens."""
        tallies = {axis: self._model.tally(axis) for axis in AXES}
        kept = [(one, self._model.matching(one)) for one in self._kept]
        self.bar.menu.offer(self.bar.filter, Offers(tallies, kept, self.bar.words))

    def _enter_rows(self) -> None:
        self._narrow(self.bar.filter)
        if self._model.rowCount():
            self.rows.setFocus()
            self.rows.choose_row(max(0, self.rows.currentIndex().row()))
            self._pick(self.rows.currentIndex().row())

    def _show_remark(self) -> None:
        if not self._model.counts.claims:
            self._remark.setText("No claims yet. Select words in the article and press M.")
        else:
            self._remark.setText("No claim fits this filter.")
        self._remark.setVisible(not self._model.rowCount())
        self.rows.setVisible(bool(self._model.rowCount()))

    def _choose_again(self) -> None:
        """Keep the chosen claim chosen when rows come and go around it."""
        self.select_claim(self._chosen)
        self._show_remark()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        bare(whole, 0)
        whole.addWidget(self.bar)
        whole.addWidget(self._remark)
        whole.addWidget(self.rows, 1)
        whole.addStretch()

    def _connect(self) -> None:
        self.bar.filter_changed.connect(self._narrow)
        self.bar.order_picked.connect(self._sort)
        self.bar.about_to_offer.connect(self._offer)
        self.bar.entered.connect(self._enter_rows)
        self._model.counted.connect(self.bar.show_counts)
        for change in (self._model.modelReset, self._model.rowsInserted, self._model.rowsRemoved):
            change.connect(self._choose_again)
        self.rows.picked.connect(self._pick)
        self.rows.moved.connect(self._pick)
        self.rows.menu_wished.connect(self._show_menu)
        self.bar.show_counts(self._model.counts)

    def _show_menu(self, row: int, place: QPoint) -> None:
        self.menu_wished.emit(self._model.line(row).claim, place)

    def sizeHint(self) -> QSize:
        """Wish for a narrow column."""
        return QSize(320, 300)
