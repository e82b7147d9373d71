"""What has changed between two versions: in one text or side by side, with the claims in both."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.article import Version
from factdesk.model.changes import Fate, PlaceChange
from factdesk.text.anchoring import Run
from factdesk.text.anchoring.marking import Mark, Side, pieces
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.difference_view import DifferenceView, Stretch
from factdesk.ui.widgets.parts import bare, button, heading, muted, semibold, small
from factdesk.ui.widgets.row_painter import (
    Index,
    RowDelegate,
    RowPainter,
    line_height,
    row_height,
)

_LEGEND = "Struck: gone · underlined: come · dotted: moved · C1 on a tint: a claim, C1? in doubt"


# The dialog takes at most this share of the screen.
_SHARE = 0.9


class Shown(NamedTuple):
    """A difference, the two texts, and what has become of the claims' places."""

    runs: Sequence[Run]
    texts: tuple[str, str]
    places: Sequence[PlaceChange]


class CompareDialog(QDialog):
    """Shows a difference; F7 goes to the next change, and a claim in the list to its place."""

    versions_chosen = Signal(int, int)
    """The numbers of two versions whose difference `show_difference` shall show."""

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("What has changed")
        self.old, self.new = _choice(versions, "Old version"), _choice(versions, "New version")
        self.old.setCurrentIndex(max(0, len(versions) - 2))
        self.new.setCurrentIndex(len(versions) - 1)
        self.beside = QCheckBox("Side &by side")
        self.left, self.right = DifferenceView("Old text"), DifferenceView("New text")
        self.claims = QListWidget()
        self.claims.setAccessibleName("Claims in both versions")
        self.claims.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.claims.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.claims.setItemDelegate(_PlaceRow(self.claims))
        self._count = muted()
        self.previous = button("Pre&vious", lambda: self.go(-1), "The change before (Shift+F7)")
        self.next = button("&Next", lambda: self.go(1), "The next change (F7)")
        self._shown: Shown | None = None
        self._at = 0
        self._follows = False
        self._lay_out()
        self.resize(self.sizeHint())
        for one in (self.old, self.new):
            one.currentIndexChanged.connect(lambda _: self.ask())
        self.beside.toggled.connect(lambda _: self._show())
        self.claims.itemActivated.connect(self._go_to_claim)
        self.claims.itemClicked.connect(self._go_to_claim)
        self.left.verticalScrollBar().valueChanged.connect(lambda _: self._follow(self.left))
        self.right.verticalScrollBar().valueChanged.connect(lambda _: self._follow(self.right))
        for key, step in (("F7", 1), ("Shift+F7", -1)):
            shortcut = QShortcut(QKeySequence.fromString(key), self)
            shortcut.activated.connect(lambda step=step: self.go(step))

    def show_difference(self, shown: Shown) -> None:
        """Show a difference with the claims in it."""
        self._shown = shown
        self.claims.clear()
        for place in shown.places:
            words = " ".join((place.reads or place.was).split())
            row = QListWidgetItem(f"{place.reference} · {place.fate}\n{words}")
            row.setData(Qt.ItemDataRole.UserRole, place)
            hint = f"“{place.was}”\n→ “{place.reads}”" if place.was else place.reads
            row.setToolTip(as_written(hint))
            self.claims.addItem(row)
        self._claims_side.setVisible(bool(shown.places))
        self._show()

    def go(self, step: int) -> None:
        """Go to the next change, or the one before."""
        changes = sorted({*self.left.changes, *self._right_changes()})
        if changes:
            first = -1 if step > 0 else 0
            at = changes.index(self._at) if self._at in changes else first
            self._at = changes[(at + step) % len(changes)]
            self._look(lambda view: view.changes.get(self._at))
            self._tell()

    def sizeHint(self) -> QSize:
        """Wish for a page, or two, as far as the screen has room."""
        return QSize(1080, 760).boundedTo(self.screen().availableSize() * _SHARE)

    def ask(self) -> None:
        """Ask for the difference of the chosen versions."""
        self._at = 0
        self.versions_chosen.emit(self.old.currentData(), self.new.currentData())

    def _go_to_claim(self, row: QListWidgetItem) -> None:
        name = row.data(Qt.ItemDataRole.UserRole).reference
        self._look(lambda view: view.places.get(name))

    def _look(self, place: Callable[[DifferenceView], Stretch | None]) -> None:
        """Go to a place in each view that has it; the other follows the one that has it."""
        self._follows = False
        views = [view for view in (self.left, self.right) if not view.isHidden()]
        having = [view for view in views if place(view) is not None]
        for view in views:
            view.look_at(place(view))
        for view in views:
            if having and view not in having:
                view.follow(having[0])
        self._follows = True

    def _right_changes(self) -> set[int]:
        return set(self.right.changes) if self.beside.isChecked() else set()

    def _follow(self, moved: DifferenceView) -> None:
        """Keep the two sides together."""
        if self._follows and self.beside.isChecked():
            self._follows = False
            (self.right if moved is self.left else self.left).follow(moved)
            self._follows = True

    def _show(self) -> None:
        beside = self.beside.isChecked()
        self.right.setVisible(beside)
        if self._shown is None:
            return
        runs, texts, places = self._shown
        olds = [Mark(one.reference, one.old) for one in places if one.old]
        news = [Mark(one.reference, one.new) for one in places if one.new]
        doubtful = {one.reference for one in places if one.fate is Fate.REVIEW}
        self._follows = False
        sides = (Side.OLD, Side.NEW) if beside else (Side.BOTH,)
        for view, side in zip((self.left, self.right), sides, strict=False):
            view.show_pieces(pieces(runs, texts, (olds, news), side), doubtful)
        self._follows = True
        self._at = 0
        self._tell()

    def _tell(self) -> None:
        """Say how many changes there are, and which of them is looked at."""
        changes = sorted({*self.left.changes, *self._right_changes()})
        count = f"{len(changes):,} change{'' if len(changes) == 1 else 's'}"
        where = f"{changes.index(self._at) + 1:,} of " if self._at in changes else ""
        self._count.setText(where + count)
        for each in (self.previous, self.next):
            each.setEnabled(bool(changes))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for each in (self.old, QLabel("→"), self.new, self._count, self.previous, self.next):
            top.addWidget(each)
        top.addStretch()
        top.addWidget(self.beside)
        self._claims_side = QWidget()
        side = QVBoxLayout(self._claims_side)
        bare(side, TIGHT)
        side.addWidget(heading("&Claims", self.claims))
        side.addWidget(self.claims)
        middle = QSplitter()
        middle.setChildrenCollapsible(False)
        middle.setHandleWidth(GAP)
        for number, part in enumerate([self.left, self.right, self._claims_side]):
            middle.addWidget(part)
            middle.setStretchFactor(number, int(number < 2))
        middle.setSizes([400, 400, 250])
        foot = QHBoxLayout()
        foot.addWidget(muted(_LEGEND, wraps=True), 1)
        foot.addWidget(button("Close", self.accept))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(middle, 1)
        whole.addLayout(foot)


class _PlaceRow(RowDelegate):
    """A claim and what has become of its place, over its words."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(small(font), font)

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one place."""
        place, fine = index.data(Qt.ItemDataRole.UserRole), small(font)
        line = QRectF(row.room.left(), row.room.top(), row.room.width(), line_height(fine))
        taken = row.text(line, place.reference, semibold(fine), row.scheme.accent) + GAP
        stays = place.fate in {Fate.SAME, Fate.NEW}
        told = place.fate.value if stays else f"⚠ {place.fate.value}"
        colour = row.scheme.muted if stays else row.scheme.warning
        row.text(line.adjusted(taken, 0, 0, 0), told, fine, colour)
        line.translate(0, line.height() + 2)
        line.setHeight(line_height(font))
        row.text(line, " ".join((place.reads or place.was).split()), font, row.scheme.text)


def _choice(versions: Sequence[Version], name: str) -> QComboBox:
    choice = QComboBox()
    choice.setAccessibleName(name)
    for version in versions:
        choice.addItem(f"Version {version.number} · {version.added[:10]}", version.number)
    return choice
