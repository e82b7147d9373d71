"""Looking for earlier claims like whatever is typed or selected."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent
from PySide6.QtWidgets import QWidget

from factdesk.model.memory import Recollection
from factdesk.ui.models.earlier import EarlierModel
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.earlier_claims import cited_words
from factdesk.ui.widgets.elision import elided_lines
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.parts import muted, semibold, small
from factdesk.ui.widgets.row_painter import (
    Index,
    RowDelegate,
    RowPainter,
    draw_mark,
    line_height,
    row_height,
)

_SIZE = QSize(680, 520)
_MARK = 20.0

#: How long after the last key it is sought, in milliseconds.
_PAUSE = 150


class EarlierSearch(Overlay):
    """Enter opens a claim beside the article, Ctrl+Enter takes its evidence over."""

    sought = Signal(str)
    beside_wished = Signal(str, str)
    take_over_wished = Signal(str)

    def __init__(self, window: QWidget) -> None:
        self._model = EarlierModel()
        super().__init__(window, self._model, _SIZE, ("Words of the claim", "Earlier claims"))
        self._model.setParent(self)
        self.field.setPlaceholderText("Find earlier claims like these words")
        row = _EarlierRow(self.rows)
        self.rows.draw_with(row, row.height(self.rows.font()))
        self.keys = muted(wraps=True)
        self.keys.setMargin(GAP // 2)
        self.whole.addWidget(self.keys)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(lambda: self.sought.emit(self.field.text()))
        self.field.textChanged.connect(lambda _text: self._pause.start())

    def open_with(self, words: str, claim: str) -> None:
        """Look for claims like these words; what is found may be taken over for a claim."""
        over = f" · Ctrl+Enter: take over its evidence for {claim}" if claim else ""
        self.keys.setText(f"Enter: open beside{over} · Esc: close")
        self.field.setText(" ".join(words.split()))
        self.field.selectAll()
        self._model.show_found(())
        self.show_rows(otherwise="")
        self.open_overlay()
        self._pause.start(0)

    def show_found(self, words: str, found: Sequence[Recollection]) -> None:
        """Show what was found for these words, if they are still asked for."""
        if words == self.field.text():
            self._model.show_found(found)
            nothing = "This desk has no earlier claim like that." if words.strip() else ""
            self.show_rows(otherwise=nothing)

    def choose(self, row: int) -> None:
        """Wish to see the claim of a row beside the article."""
        earlier = self._model.found(row).memory
        self.close_overlay()
        self.beside_wished.emit(earlier.article, earlier.claim)

    def take_key(self, event: QKeyEvent) -> bool:
        """Take over with Ctrl+Enter; the rest as in any list."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.rows.currentIndex().isValid():
                earlier = self._model.found(self.rows.currentIndex().row()).memory
                self.close_overlay()
                self.take_over_wished.emit(earlier.claim)
            return True
        return super().take_key(event)


class _EarlierRow(RowDelegate):
    """Paints an earlier claim: verdict and origin, two lines of its words, its sources."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(small(font), font, font, small(font))

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one claim."""
        model = index.model()
        assert isinstance(model, EarlierModel)  # noqa: S101 - the list is made for this model
        found, fine = model.found(index.row()), small(font)
        rating = found.rating
        ink = row.scheme.ink(rating) if rating else QColor(row.scheme.muted)
        centre = QPointF(row.room.left() + _MARK / 2, row.room.top() + line_height(fine) / 2)
        draw_mark(row.painter, centre, _MARK, ink, rating.glyph if rating else "", font)
        room = row.room.adjusted(_MARK + GAP + 2, 0, 0, 0)
        line = QRectF(room.left(), room.top(), room.width(), line_height(fine))
        line.setLeft(line.left() + row.text(line, found.verdict, semibold(fine), ink) + GAP)
        row.text(line, found.origin, fine, row.scheme.muted)
        place = QRectF(room.left(), line.bottom() + 2, room.width(), line_height(font))
        for text in elided_lines(f"“{found.memory.words}”", font, room.width(), 2):
            row.write(place, text, font, row.scheme.text)
            place.translate(0, place.height())
        row.text(place, cited_words(found), fine, row.scheme.muted)
