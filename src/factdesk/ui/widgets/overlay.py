"""A field over a list, lying over a window while it is open."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, scheme_of
from factdesk.ui.widgets.line_list import LineList
from factdesk.ui.widgets.parts import bare, muted

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class Overlay(QWidget):
    """What is typed narrows or seeks, arrows choose; Esc, or the focus elsewhere, closes it."""

    def __init__(
        self, window: QWidget, model: QAbstractItemModel, size: QSize, names: tuple[str, str]
    ) -> None:
        """Lie over a window; the names of field and list are for screen readers."""
        super().__init__(window)
        self._window, self._size = window, size
        self.field = QLineEdit()
        self.field.setAccessibleName(names[0])
        self.rows = LineList(model)
        self.rows.setAccessibleName(names[1])
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remark = muted(wraps=True)
        self.remark.setMargin(GAP)
        self._before: QWidget | None = None
        self.whole = QVBoxLayout(self)
        bare(self.whole, GAP)
        self.whole.setContentsMargins(GAP + 2, GAP + 2, GAP + 2, GAP)
        self.whole.addWidget(self.field)
        self.whole.addWidget(self.remark)
        self.whole.addWidget(self.rows, 1)
        self.whole.addStretch()
        self.rows.picked.connect(self.choose)
        self.field.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def choose(self, row: int) -> None:
        """Do what the row offers."""
        raise NotImplementedError

    def open_overlay(self) -> None:
        """Show it and lead the keyboard to its field."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.field.setFocus()

    def close_overlay(self) -> None:
        """Go, and lead the keyboard back to where it was."""
        if self.isVisible():
            self.hide()
            if self._before is not None and self._before.isVisible():
                self._before.setFocus()

    def show_rows(self, *, otherwise: str) -> None:
        """Show the rows from the first; where there are none, say so."""
        there = self.rows.model().rowCount() > 0
        self.rows.choose_row(0 if there else None)
        self.rows.setVisible(there)
        self.remark.setText(otherwise)
        self.remark.setVisible(not there and bool(otherwise))

    def take_key(self, event: QKeyEvent) -> bool:
        """Take a key of the list that was pressed in the field; tell whether it was one."""
        key, count = Qt.Key(event.key()), self.rows.model().rowCount()
        if key == Qt.Key.Key_Escape:
            self.close_overlay()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.rows.currentIndex().isValid():
                self.choose(self.rows.currentIndex().row())
        elif key in _STEPS and count:
            row = self.rows.currentIndex().row() + _STEPS[key]
            self.rows.choose_row(min(max(row, 0), count - 1))
        else:
            return False
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list in the field; stay in the middle of the window."""
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self.take_key(event)
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

    def _place(self) -> None:
        window = self._window
        width = min(self._size.width(), window.width() - 2 * GAP)
        self.resize(width, min(self._size.height(), window.height() - 60))
        self.move(QPoint((window.width() - width) // 2, 44))
