"""What narrows and sorts the list of claims: words, three chips, menus of the rarer axes."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.verdict import Scale
from factdesk.ui.models.claim_filter import ClaimFilter
from factdesk.ui.models.claims import ClaimOrder, Counts
from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.filter_menu import FilterMenu, describe
from factdesk.ui.widgets.parts import IconButton, LinkButton, bare, enter_presses, small

_CHIPS: tuple[tuple[str, bool | None], ...] = (("All", None), ("Open", False), ("Judged", True))


class ClaimFilterBar(QWidget):
    """Tells the whole filter when a part of it changes; `entered` is Enter in the field."""

    filter_changed = Signal(object)
    order_picked = Signal(str)
    about_to_offer = Signal()
    """The menu opens: `menu.offer` is to be called with what there is."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText="Filter claims")
        self.field.setAccessibleName("Filter claims")
        self.field.setClearButtonEnabled(True)
        self.chips = QButtonGroup(self)
        for number, (name, _) in enumerate(_CHIPS):
            self.chips.addButton(_chip(name, self), number)
        self.menu = FilterMenu(self)
        self.more = IconButton("filter", "Filter by state, verdict, change, kind, priority, person")
        self.more.setCheckable(True)
        self.more.setMenu(self.menu)
        self.sort = IconButton("sort", "Sort claims")
        self.sort.setMenu(self._make_orders())
        self.told = LinkButton()
        self.told.setToolTip("Show all claims again")
        self.words: dict[str, str] = {}
        self._chosen = ClaimFilter()
        self._lay_out()
        self._connect()
        self.choose(ClaimFilter())

    @property
    def filter(self) -> ClaimFilter:
        """The filter as it stands."""
        return self._chosen.on("text", self.field.text().strip())

    def show_counts(self, counts: Counts) -> None:
        """Say on the chips how many claims there are."""
        numbers = (counts.claims, counts.open, counts.judged)
        for chip, (name, _), number in zip(self.chips.buttons(), _CHIPS, numbers, strict=True):
            chip.setText(f"{name} {number:,}")
            chip.setAccessibleName(f"{name}: {number} claims")

    def show_scale(self, scale: Scale) -> None:
        """Call the verdicts of the filters as the scale does."""
        self.words = {rating.code: rating.label for rating in scale.ratings}

    def choose(self, chosen: ClaimFilter) -> None:
        """Take a filter up, its words too."""
        self._chosen = chosen
        if chosen.text != self.field.text().strip():
            self.field.setText(chosen.text)
        rare = bool(chosen.axes)
        self.more.setChecked(rare)
        self.told.setText(f"{describe(chosen.on('text', ''), self.words)}  ✕")
        self.told.setAccessibleName(f"Filtered by {describe(chosen, self.words)}: show all")
        self.told.setVisible(rare)
        for chip, (_, judged) in zip(self.chips.buttons(), _CHIPS, strict=True):
            chip.setChecked(judged == chosen.judged and not rare)
            chip.setHidden(rare)
        self.filter_changed.emit(self.filter)

    def _make_orders(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Sort claims")
        group = QActionGroup(menu)
        for order in ClaimOrder:
            act = menu.addAction(order.value)
            act.setCheckable(True)
            act.setChecked(order is ClaimOrder.PLACE)
            group.addAction(act)
        group.triggered.connect(lambda act: self.order_picked.emit(act.text()))
        return menu

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for part in (self.field, self.more, self.sort):
            top.addWidget(part)
        chips = QHBoxLayout()
        chips.setSpacing(TIGHT)
        for chip in self.chips.buttons():
            chips.addWidget(chip)
        chips.addWidget(self.told)
        chips.addStretch()
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        whole.setContentsMargins(GAP + 2, GAP, GAP + 2, TIGHT)
        whole.addLayout(top)
        whole.addLayout(chips)

    def _connect(self) -> None:
        pause = QTimer(self, singleShot=True, interval=120)
        pause.timeout.connect(lambda: self.filter_changed.emit(self.filter))
        self.field.textChanged.connect(lambda _text: pause.start())
        self.field.returnPressed.connect(self.entered)
        self.told.clicked.connect(lambda: self.choose(ClaimFilter()))
        self.menu.aboutToShow.connect(self.about_to_offer)
        self.menu.aboutToHide.connect(lambda: self.more.setChecked(bool(self._chosen.axes)))
        self.menu.filter_picked.connect(self.choose)
        self.chips.idClicked.connect(
            lambda number: self.choose(
                ClaimFilter(text=self.field.text().strip(), judged=_CHIPS[number][1])
            )
        )


def _chip(name: str, parent: QWidget) -> QToolButton:
    chip = QToolButton(parent)
    chip.setText(name)
    chip.setCheckable(True)
    chip.setFont(small(chip.font()))
    chip.setMinimumSize(QSize(0, 26))
    enter_presses(chip)
    return chip
