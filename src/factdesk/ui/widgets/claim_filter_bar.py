"""What narrows the list of claims: words, three chips with counts, a menu of the rarer ones."""

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.claim import WorkState
from factdesk.model.verdict import Scale
from factdesk.ui.models.claims import ClaimFilter, Counts
from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.parts import IconButton, bare, small

_CHIPS: tuple[tuple[str, bool | None], ...] = (("All", None), ("Open", False), ("Judged", True))


class ClaimFilterBar(QWidget):
    """Tells the whole filter when a part of it changes; `entered` is Enter in the field."""

    filter_changed = Signal(object)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(placeholderText="Filter claims")
        self.field.setAccessibleName("Filter claims")
        self.field.setClearButtonEnabled(True)
        self.chips = QButtonGroup(self)
        for number, (name, _) in enumerate(_CHIPS):
            self.chips.addButton(_chip(name, self), number)
        self.more = IconButton("filter", "Filter by verdict or state")
        self.more.setCheckable(True)
        self.more.setMenu(self._make_menu())
        self._chosen = ClaimFilter()
        self._lay_out()
        self._connect()
        self._choose(ClaimFilter())

    @property
    def filter(self) -> ClaimFilter:
        """The filter as it stands."""
        return ClaimFilter(
            self.field.text().strip(), self._chosen.judged, self._chosen.state, self._chosen.rating
        )

    def show_counts(self, counts: Counts) -> None:
        """Say on the chips how many claims there are."""
        numbers = (counts.claims, counts.open, counts.judged)
        for chip, (name, _), number in zip(self.chips.buttons(), _CHIPS, numbers, strict=True):
            chip.setText(f"{name} {number:,}")
            chip.setAccessibleName(f"{name}: {number} claims")

    def show_scale(self, scale: Scale) -> None:
        """Offer the verdicts of a scale."""
        self._verdicts.clear()
        for rating in scale.ratings:
            self._offer(self._verdicts, rating.label, ClaimFilter(rating=rating.code))

    def _choose(self, chosen: ClaimFilter) -> None:
        self._chosen = chosen
        rare = bool(chosen.state or chosen.rating)
        self.more.setChecked(rare)
        ticked = self._offers.checkedAction()
        if ticked is not None and not rare:
            ticked.setChecked(False)
        for chip, (_, judged) in zip(self.chips.buttons(), _CHIPS, strict=True):
            chip.setChecked(not rare and judged == chosen.judged)
        self.filter_changed.emit(self.filter)

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        self._offers = QActionGroup(menu)
        self._offers.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        self._verdicts = menu.addMenu("&Verdict")
        states = menu.addMenu("&State")
        for state in WorkState:
            self._offer(states, state.capitalize(), ClaimFilter(state=state))
        return menu

    def _offer(self, menu: QMenu, name: str, chosen: ClaimFilter) -> None:
        act = QAction(name, menu, checkable=True)
        act.triggered.connect(lambda on: self._choose(chosen if on else ClaimFilter()))
        self._offers.addAction(act)
        menu.addAction(act)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.field)
        top.addWidget(self.more)
        chips = QHBoxLayout()
        chips.setSpacing(TIGHT)
        for chip in self.chips.buttons():
            chips.addWidget(chip)
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
        self.chips.idClicked.connect(
            lambda number: self._choose(ClaimFilter(judged=_CHIPS[number][1]))
        )


def _chip(name: str, parent: QWidget) -> QToolButton:
    chip = QToolButton(parent)
    chip.setText(name)
    chip.setCheckable(True)
    chip.setFont(small(chip.font()))
    chip.setMinimumSize(QSize(0, 26))
    return chip
