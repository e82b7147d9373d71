"""Shows more only when asked: a quiet line that opens what belongs under it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui.icons import icon
from factdesk.ui.theme import TIGHT, scheme_of
from factdesk.ui.widgets.parts import bare, enter_presses, small

_ICON = 14


class FoldHead(QAbstractButton):
    """The line that is clicked: a chevron, the title, and in a quieter colour the summary."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.summary = ""
        self.setText(title)
        self.setCheckable(True)
        self.setFont(small(self.font()))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        enter_presses(self)

    def sizeHint(self) -> QSize:
        """Wish for one line."""
        return QSize(120, self.fontMetrics().height() + 2 * TIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint chevron, title and summary."""
        painter, scheme = QPainter(self), scheme_of(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hot = self.underMouse()
        drawing = "chevron-down" if self.isChecked() else "chevron-right"
        chevron = QRect(-2, (self.height() - _ICON) // 2, _ICON, _ICON)
        icon(drawing, QColor(scheme.accent if hot else scheme.muted)).paint(painter, chevron)
        room = self.rect().adjusted(_ICON + TIGHT, 0, 0, 0)
        painter.setPen(QColor(scheme.accent if hot else scheme.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        room.setLeft(room.left() + self.fontMetrics().horizontalAdvance(self.text()) + 2 * TIGHT)
        painter.setPen(QColor(scheme.muted))
        elide = Qt.TextElideMode.ElideRight
        summary = self.fontMetrics().elidedText(self.summary, elide, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, summary)
        if self.hasFocus():
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)


class Fold(QWidget):
    """A title with a summary; a click or the space bar shows the body under it."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self.body = body
        self.head = FoldHead(title)
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        whole.addWidget(self.head)
        whole.addWidget(body)
        self.head.toggled.connect(self._show_body)
        self.summarise("")
        self.head.setChecked(is_open)
        body.setVisible(is_open)

    def summarise(self, summary: str) -> None:
        """Say beside the title what is inside."""
        self.head.summary = summary
        self.head.setAccessibleName(f"{self.head.text()} {summary}".rstrip())
        self.head.update()

    def unfold(self) -> None:
        """Open it."""
        self.head.setChecked(True)

    def _show_body(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.body.setVisible(shown)
        self.toggled.emit(shown)
