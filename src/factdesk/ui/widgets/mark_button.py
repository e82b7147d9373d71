"""The button beside a selection that offers to mark it as a claim."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget


class MarkButton(QPushButton):
    """Floats over a viewport, below or above the selected lines and never on them."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._viewport = viewport
        self.setText(self.tr("Mark claim  M"))
        self.setAccessibleName(self.tr("Mark the selection as a claim"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setProperty("primary", True)
        self.hide()

    def stand_by(self, selection: QRect, caret: QRect) -> None:
        """Show up near the caret, which is at one end of the selected lines."""
        self.adjustSize()
        area = self._viewport.rect()
        below = selection.bottom() + 8
        above = selection.top() - self.height() - 4
        y = below if below + self.height() <= area.bottom() or above < 0 else above
        x = min(max(caret.center().x() - self.width() // 2, 4), area.width() - self.width() - 4)
        self.move(QPoint(x, y))
        self.setVisible(selection.intersects(area))
        self.raise_()
