"""Every action by its name: typed, chosen, done."""

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.models.commands import Command, CommandsModel
from factdesk.ui.theme import GAP, scheme_of
from factdesk.ui.widgets.line_list import LineList
from factdesk.ui.widgets.parts import bare, muted, small
from factdesk.ui.widgets.row_painter import Index, RowDelegate, RowPainter, row_height

_SIZE = QSize(560, 420)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class CommandPalette(QWidget):
    """Lies over a window while it is open; Esc, or the focus elsewhere, closes it."""

    chosen = Signal(str)
    """The name of the command to carry out."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.model = CommandsModel()
        self.model.setParent(self)
        self.field = QLineEdit(placeholderText="Type what you want to do")
        self.field.setAccessibleName("Command")
        self.rows = LineList(self.model)
        self.rows.setAccessibleName("Commands")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = _CommandRow(self.rows)
        self.rows.draw_with(row, row_height(self.rows.font()))
        self._remark = muted("Nothing answers to that.")
        self._remark.setMargin(GAP)
        self._before: QWidget | None = None
        self._window = window
        self._lay_out()
        self.field.textChanged.connect(self._narrow)
        self.rows.picked.connect(self._choose)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def open_with(self, commands: Iterable[Command]) -> None:
        """Offer these."""
        self._before = QApplication.focusWidget()
        self.model.show_commands(commands)
        self.field.clear()
        self._narrow("")
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Go, and lead the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list in the field; stay in the middle of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._take_key(Qt.Key(event.key()))
        if watched is self.field and event.type() == QEvent.Type.FocusOut:
            if self.isVisible() and self.isActiveWindow():
                self.hide()
        elif watched is self.parent() and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground that stands off from the window."""
        scheme = scheme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(scheme.muted))
        painter.setBrush(QColor(scheme.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _take_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.rows.currentIndex().row())
        elif key in _STEPS and self.model.rowCount():
            row = self.rows.currentIndex().row() + _STEPS[key]
            self.rows.choose_row(min(max(row, 0), self.model.rowCount() - 1))
        else:
            return False
        return True

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        answers = self.model.rowCount() > 0
        self.rows.choose_row(0 if answers else None)
        self.rows.setVisible(answers)
        self._remark.setVisible(not answers)

    def _choose(self, row: int) -> None:
        if row >= 0 and self.model.command(row).enabled:
            name = self.model.command(row).name
            self.close_palette()
            self.chosen.emit(name)

    def _place(self) -> None:
        window = self._window
        width = min(_SIZE.width(), window.width() - 2 * GAP)
        self.resize(width, min(_SIZE.height(), window.height() - 60))
        self.move(QPoint((window.width() - width) // 2, 44))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        bare(whole, GAP)
        whole.setContentsMargins(GAP + 2, GAP + 2, GAP + 2, GAP)
        whole.addWidget(self.field)
        whole.addWidget(self._remark)
        whole.addWidget(self.rows, 1)
        whole.addStretch()


class _CommandRow(RowDelegate):
    """Paints a command: what it does, where it is in the menus, its key."""

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one command."""
        model = index.model()
        assert isinstance(model, CommandsModel)  # noqa: S101 - the list is made for this model
        command = model.command(index.row())
        fine, muted_ink = small(font), row.scheme.muted
        room = QRectF(row.room)
        room.setRight(room.right() - row.text_at_right(room, command.key, fine, muted_ink) - GAP)
        ink = row.scheme.text if command.enabled else muted_ink
        room.setLeft(room.left() + row.text(room, command.words, font, ink) + GAP)
        row.text(room, command.menu if command.enabled else "not now", fine, muted_ink)
