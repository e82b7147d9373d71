"""A text with what is gone, come or moved in it, and the claims numbered at their places."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from factdesk.text.anchoring import Op
from factdesk.text.anchoring.marking import Piece
from factdesk.ui.theme import ROOM, scheme_of
from factdesk.ui.widgets.parts import small

_LEADING = 135.0
_NARROW = "\u2009"


class Stretch(NamedTuple):
    """A range of a document, in its own positions."""

    start: int
    stop: int


class DifferenceView(QTextEdit):
    """Form says it beside the colour: struck is gone, underlined has come, dotted has moved."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName(name)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(ROOM)
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.setFont(font)
        self.changes: dict[int, Stretch] = {}
        self.places: dict[str, Stretch] = {}
        self._kept: dict[int, int] = {}
        self._formats: dict[tuple[Op | None, bool, bool], QTextCharFormat] = {}

    def show_pieces(self, pieces: Sequence[Piece], doubtful: Collection[str] = ()) -> None:
        """Show a difference; claims that are doubtful are numbered with a question mark."""
        self.clear()
        self._formats, self.places, self._kept = {}, {}, {}
        self.changes = {}
        block = QTextBlockFormat()
        block.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.setBlockFormat(block)
        for number, piece in enumerate(pieces):
            for name in piece.begun:
                sign = f"{name}?" if name in doubtful else name
                cursor.insertText(f"{sign}{_NARROW}", self._format(None, marked=True))
            start = cursor.position()
            if piece.op is Op.EQUAL:
                self._kept.setdefault(piece.change, start)
            elif piece.moved and not (number and _goes_on(pieces[number - 1], piece)):
                cursor.insertText(f"⇄ moved{_NARROW}", self._format(None))
            form = self._format(piece.op, moved=piece.moved, marked=bool(piece.names))
            cursor.insertText(piece.text, form)
            for name in piece.names:
                first = self.places.get(name, Stretch(start, start)).start
                self.places[name] = Stretch(first, cursor.position())
            if piece.op is not Op.EQUAL and piece.text.strip():
                first = self.changes.get(piece.change, Stretch(start, start)).start
                self.changes[piece.change] = Stretch(first, cursor.position())
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def look_at(self, stretch: Stretch | None) -> None:
        """Scroll to a range and set it off; without one nothing is set off."""
        self.setExtraSelections([])
        if stretch is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(stretch.stop)
        self.setTextCursor(cursor)
        cursor.setPosition(stretch.start)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        chosen = QTextEdit.ExtraSelection()
        chosen.cursor = QTextCursor(cursor)
        chosen.cursor.setPosition(stretch.stop, QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setBackground(QColor(scheme_of(self).tint))
        chosen.format = form
        self.setExtraSelections([chosen])

    def follow(self, other: "DifferenceView") -> None:
        """Scroll to where another view is, told by the words that both show."""
        number, past = other.seen()
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._kept.get(number, 0) + past, last))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top())

    def seen(self) -> tuple[int, int]:
        """Tell where the view is: after which change, and how far into what stays after it."""
        at = self.cursorForPosition(QPoint(ROOM, 2)).position()
        numbers = list(self._kept)
        index = bisect_right(list(self._kept.values()), at) - 1
        return (numbers[index], at - self._kept[numbers[index]]) if index >= 0 else (0, 0)

    def _format(
        self, op: Op | None, *, moved: bool = False, marked: bool = False
    ) -> QTextCharFormat:
        key = op, moved, marked
        if key not in self._formats:
            self._formats[key] = self._made(op, moved=moved, marked=marked)
        return self._formats[key]

    def _made(self, op: Op | None, *, moved: bool, marked: bool) -> QTextCharFormat:
        scheme, form = scheme_of(self), QTextCharFormat()
        inks = {Op.DELETE: scheme.bad, Op.INSERT: scheme.good, Op.EQUAL: scheme.text}
        if op is None:
            form.setFont(small(self.font()))
            form.setFontWeight(QFont.Weight.Bold if marked else QFont.Weight.Normal)
        form.setForeground(QColor(inks[op] if op else scheme.accent if marked else scheme.muted))
        if marked:
            ground = QColor(scheme.accent)
            ground.setAlpha(36)
            form.setBackground(ground)
        if op is Op.DELETE:
            form.setFontStrikeOut(True)
        elif op is Op.INSERT:
            style = QTextCharFormat.UnderlineStyle
            form.setUnderlineStyle(style.DotLine if moved else style.SingleUnderline)
        if moved:
            form.setFontItalic(True)
        return form


def _goes_on(before: Piece, piece: Piece) -> bool:
    return before.moved and before.op is piece.op
