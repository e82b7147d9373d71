"""The desk's scales: their ratings in order, and the fields of one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from factdesk.model.verdict import Rating, Scale
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.choice_box import ChoiceBox
from factdesk.ui.widgets.parts import button, heading, primary
from factdesk.ui.widgets.rating_form import RatingForm


class ScalesDialog(QDialog):
    """Shows a draft of one scale; every wish is told, and what comes of it is shown again."""

    scale_picked = Signal(str)
    rating_edited = Signal(object)
    title_edited = Signal(str)
    rating_added = Signal()
    rating_moved = Signal(str, int)
    rating_removed = Signal(str)
    copy_wished = Signal()
    read_wished = Signal()
    write_wished = Signal()
    keep_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Scales")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.scales = ChoiceBox("Scale", [])
        self.title = QLineEdit()
        self.title.setAccessibleName("Title of the scale")
        self.ratings = QListWidget()
        self.ratings.setAccessibleName("Ratings, the best first")
        self.form = RatingForm()
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.hide()
        self.save = primary("&Save scale", self.keep_wished.emit)
        self._codes: list[Rating] = []
        self._lay_out()
        self._connect()

    @property
    def code(self) -> str:
        """The code of the chosen rating; empty for none."""
        row = self.ratings.currentRow()
        return self._codes[row].code if 0 <= row < len(self._codes) else ""

    def show_scales(self, scales: Sequence[Scale], chosen: str) -> None:
        """Offer the scales of the desk."""
        self.scales.offer([(scale.title, scale.id) for scale in scales])
        self.scales.show_value(chosen)

    def show_draft(self, scale: Scale, *, changed: bool, code: str = "") -> None:
        """Show a scale as it would be; the rating of the code is chosen, else the one that was."""
        if self.title.text() != scale.title:
            self.title.setText(scale.title)
        wanted = code or self.code
        self._codes = list(scale.ratings)
        self.ratings.blockSignals(True)
        self.ratings.clear()
        self.ratings.addItems([_words(rating) for rating in scale.ratings])
        codes = [rating.code for rating in scale.ratings]
        self.ratings.setCurrentRow(codes.index(wanted) if wanted in codes else 0)
        self.ratings.blockSignals(False)
        self._show_rating()
        self.save.setEnabled(changed)

    def tell(self, message: str) -> None:
        """Say what happened, or why not."""
        self.message.setText(message)
        self.message.setVisible(bool(message))

    def sizeHint(self) -> QSize:
        """Wish for room for labels and definitions."""
        return QSize(780, 520)

    def _show_rating(self) -> None:
        row = self.ratings.currentRow()
        self.form.show_rating(self._codes[row] if 0 <= row < len(self._codes) else None)

    def _connect(self) -> None:
        self.scales.picked.connect(self.scale_picked)
        self.title.textEdited.connect(self.title_edited)
        self.ratings.currentRowChanged.connect(lambda _row: self._show_rating())
        self.form.edited.connect(self.rating_edited)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        top = QHBoxLayout()
        top.addWidget(self.scales, 1)
        top.addWidget(button("Ne&w from this", self.copy_wished.emit))
        top.addWidget(button("&Import…", self.read_wished.emit, "Read a scale from JSON"))
        top.addWidget(button("E&xport…", self.write_wished.emit, "Write this scale as JSON"))
        whole.addLayout(top)
        whole.addLayout(self._middle(), 1)
        whole.addWidget(self.message)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(button("&Close", self.reject))
        end.addWidget(self.save)
        whole.addLayout(end)

    def _middle(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        grid.addWidget(heading("&Title", self.title), 0, 0)
        grid.addWidget(self.title, 1, 0)
        grid.addWidget(self.ratings, 2, 0)
        grid.addLayout(self._buttons(), 3, 0)
        grid.addWidget(heading("Rating"), 0, 1)
        grid.addWidget(self.form, 1, 1, 3, 1, Qt.AlignmentFlag.AlignTop)
        return grid

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        for words, act in (
            ("&Add", self.rating_added.emit),
            ("&Up", lambda: self.rating_moved.emit(self.code, -1)),
            ("D&own", lambda: self.rating_moved.emit(self.code, 1)),
            ("Re&move", lambda: self.rating_removed.emit(self.code)),
        ):
            row.addWidget(button(words, act))
        row.addStretch()
        return row


def _words(rating: Rating) -> str:
    number = "" if rating.value is None else f"  {rating.value}"
    return f"{rating.glyph}  {rating.label}{number}{'  (retired)' if rating.retired else ''}"
