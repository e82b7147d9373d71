"""How a claim looks in a list: a mark, its reference and verdict, two lines of the quote."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from factdesk.model.claim import WorkState
from factdesk.model.lines import ClaimLine
from factdesk.ui.models.claims import ClaimsModel, Remarked
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.elision import elided_lines
from factdesk.ui.widgets.parts import semibold, small
from factdesk.ui.widgets.row_painter import (
    Index,
    RowDelegate,
    RowPainter,
    draw_mark,
    line_height,
    row_height,
)

_MARK = 20.0


class ClaimRow(RowDelegate):
    """Paints the rows of a `ClaimsModel`."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(small(font), font, font)

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one claim."""
        model = index.model()
        assert isinstance(model, ClaimsModel)  # noqa: S101 - the list is made for this model
        line = model.line(index.row())
        centre = QPointF(row.room.left() + _MARK / 2, row.room.top() + line_height(small(font)) / 2)
        draw_mark(row.painter, centre, _MARK, row.scheme.ink(line), line.glyph, font)
        room = row.room.adjusted(_MARK + GAP + 2, 0, 0, 0)
        self._paint_first_line(row, room, line, model.remarked(line.claim), font)
        self._paint_quote(row, room, line, font)

    def _paint_first_line(
        self, row: RowPainter, room: QRectF, line: ClaimLine, remarked: Remarked, font: QFont
    ) -> None:
        fine = small(font)
        first = QRectF(room.left(), room.top(), room.width(), line_height(fine))
        colour = row.scheme.warning if line.standing else row.scheme.muted
        taken = row.text_at_right(first, _remark(line), fine, colour)
        first.setRight(first.right() - taken - GAP)
        certain = remarked.contradictions > 0
        letters = semibold(fine) if certain else fine
        ink = row.scheme.warning if certain else row.scheme.muted
        taken = row.text_at_right(first, _sign(remarked), letters, ink)
        first.setRight(first.right() - taken - GAP)
        first.setLeft(first.left() + row.text(first, line.reference, fine, row.scheme.muted) + GAP)
        if line.label:
            row.text(first, line.label, semibold(fine), row.scheme.ink(line))

    def _paint_quote(self, row: RowPainter, room: QRectF, line: ClaimLine, font: QFont) -> None:
        height = line_height(font)
        place = QRectF(room.left(), room.top() + line_height(small(font)) + 2, room.width(), height)
        for text in elided_lines(line.said, font, room.width(), 2):
            row.write(place, text, font, row.scheme.text)
            place.translate(0, height)


def _sign(remarked: Remarked) -> str:
    """Say by a sign that there are remarks: ≠ where something cannot be so."""
    if remarked.contradictions:
        return f"≠ {remarked.open}"
    return f"⚑ {remarked.open}" if remarked.open else ""


def _remark(line: ClaimLine) -> str:
    """Say at the right what is worth a word: a changed text, an unusual state, the evidence."""
    if line.standing:
        return f"⚠ {line.standing.capitalize()}"
    if line.state == WorkState.FINAL:
        return "Final ✓"
    if line.state not in {WorkState.MARKED, WorkState.VERDICT_PROPOSED}:
        return line.state.capitalize()
    return "" if not line.evidence else f"{line.evidence} cited"
