"""A small form under a list that adds to it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, TIGHT
from factdesk.ui.widgets.day_line import DayLine
from factdesk.ui.widgets.parts import bare, button, primary
from factdesk.ui.widgets.settled_edit import OneLineEdit


class Adder(QWidget):
    """Fields one under the other. Enter adds, Esc gives up; what is needed must be filled in.

    What was typed for one claim is kept while another is shown.
    """

    wished = Signal(object)
    given_up = Signal()

    def __init__(self, verb: str, rows: Sequence[QWidget | Sequence[QWidget]]) -> None:
        super().__init__()
        self._drafts: dict[str, list[str]] = {}
        self._claim = ""
        self.save = primary(verb, self._wish)
        self.save.setToolTip("Enter")
        self.fields: list[QWidget] = []
        whole = QVBoxLayout(self)
        bare(whole, TIGHT + 2)
        for row in rows:
            whole.addLayout(self._row([row] if isinstance(row, QWidget) else [*row]))
        end = QHBoxLayout()
        end.setSpacing(GAP)
        end.addStretch()
        end.addWidget(button("Cancel", self.given_up.emit, "Give up (Esc)"))
        end.addWidget(self.save)
        whole.addLayout(end)
        self.review()

    def wish(self) -> object | None:
        """Say what is asked for; None as long as something is wanting."""
        raise NotImplementedError

    def clear(self) -> None:
        """Make ready for the next."""
        self._fill([""] * len(self._lines()))
        self.review()

    def begin(self) -> None:
        """Lead the keyboard to the first empty field."""
        self.show()
        empty = (field for field in self._lines() if not _text(field))
        next(empty, self.fields[0]).setFocus()

    def is_begun(self) -> bool:
        """Tell whether something is typed here."""
        return any(map(_text, self._lines()))

    def turn_to(self, claim: str) -> bool:
        """Put aside what is typed for one claim, take up what was typed for another."""
        if claim == self._claim:
            return not self.isHidden()
        texts = [_text(field) for field in self._lines()]
        self._drafts.pop(self._claim, None)
        if self._claim and not self.isHidden() and any(texts):
            self._drafts[self._claim] = texts
        self._claim = claim
        self.clear()
        draft = self._drafts.pop(claim, None)
        if draft:
            self._fill(draft)
            self.review()
        return bool(draft)

    def review(self) -> None:
        """Offer to add as soon as enough is said."""
        self.save.setEnabled(self.wish() is not None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter adds, Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._wish()
        else:
            super().keyPressEvent(event)

    def _row(self, fields: list[QWidget]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TIGHT + 2)
        for field in fields:
            row.addWidget(field, 1)
            self.fields.append(field)
            if isinstance(field, OneLineEdit):
                field.entered.connect(self._wish)
            if isinstance(field, QLineEdit):
                enter_past_offers(field, self._wish)
            if isinstance(field, QLineEdit | QPlainTextEdit):
                field.textChanged.connect(self.review)
        return row

    def _lines(self) -> list[QLineEdit | QPlainTextEdit]:
        return [field for field in self.fields if isinstance(field, QLineEdit | QPlainTextEdit)]

    def _fill(self, texts: Sequence[str]) -> None:
        for field, text in zip(self._lines(), texts, strict=True):
            if text == _text(field):
                continue
            if isinstance(field, DayLine):
                field.load(text)
            elif isinstance(field, QLineEdit):
                field.setText(text)
            else:
                field.setPlainText(text)

    def _wish(self) -> None:
        wish = self.wish()
        if wish is not None:
            self.wished.emit(wish)


def enter_past_offers(field: QLineEdit, act: Callable[[], None]) -> None:
    """Act on Enter while completions are offered and none is chosen: else it but closes them."""

    def enter() -> None:
        completer = field.completer()
        popup = completer.popup() if completer is not None else None
        if popup is not None and popup.isVisible() and not popup.currentIndex().isValid():
            popup.hide()
            act()

    field.returnPressed.connect(enter)


def line(hint: str, name: str = "") -> QLineEdit:
    """Make a line with a hint, which is its name where no other is given."""
    field = QLineEdit(placeholderText=hint)
    field.setAccessibleName(name or hint)
    return field


def paragraph(hint: str, name: str = "") -> OneLineEdit:
    """Make a field that grows with its text."""
    field = OneLineEdit(5)
    field.setPlaceholderText(hint)
    field.setAccessibleName(name or hint)
    return field


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()
