"""Judging: all ratings of the scale in sight, each with its mark and its number key."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from factdesk.model.verdict import Rating, Scale, Verdict
from factdesk.ui.as_written import as_written
from factdesk.ui.theme import GAP, TIGHT, scheme_of
from factdesk.ui.widgets.parts import bare, enter_presses, muted, semibold, small
from factdesk.ui.widgets.row_painter import draw_mark

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MARK = 20.0


class RatingButton(QAbstractButton):
    """One rating: its mark, its label, its key; checked when it is the verdict."""

    def __init__(self, rating: Rating, number: int) -> None:
        super().__init__()
        self.rating = rating
        self._key = str(number) if number <= 9 else ""
        self.setCheckable(True)
        self.setText(rating.label)
        self.setAccessibleName(rating.label)
        self.setAccessibleDescription(f"{rating.definition} Key {self._key}".strip())
        key = f" ({self._key})" if self._key else ""
        self.setToolTip(as_written(f"{rating.label}{key}\n{rating.definition}"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        enter_presses(self)

    def nextCheckState(self) -> None:
        """Stay as it is: only a verdict that has come in checks it."""

    def sizeHint(self) -> QSize:
        """Wish for room for the label on one line."""
        width = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(round(width + _MARK) + 40, self.fontMetrics().height() + 14)

    def minimumSizeHint(self) -> QSize:
        """Need less: the label is elided."""
        return QSize(90, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark, label and key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = scheme_of(self)
        self._paint_ground(painter)
        room = QRectF(self.rect()).adjusted(GAP, 0, -GAP, 0)
        centre = QPointF(room.left() + _MARK / 2, room.center().y() + 0.5)
        draw_mark(
            painter, centre, _MARK, scheme.ink(self.rating), self.rating.glyph or "•", self.font()
        )
        painter.setFont(small(self.font()))
        painter.setPen(QColor(scheme.muted))
        painter.drawText(room, _RIGHT, self._key)
        room.adjust(_MARK + GAP, 0, -GAP - 6, 0)
        font = semibold(self.font()) if self.isChecked() else self.font()
        painter.setFont(font)
        painter.setPen(QColor(scheme.text))
        elide = Qt.TextElideMode.ElideRight
        label = painter.fontMetrics().elidedText(self.text(), elide, round(room.width()))
        painter.drawText(room, _LEFT, label)

    def _paint_ground(self, painter: QPainter) -> None:
        scheme, room = scheme_of(self), QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ground, edge, width = QColor(scheme.base), QColor(scheme.line), 1.0
        if self.isChecked():
            ground, edge, width = scheme.wash(self.rating, 34), scheme.ink(self.rating), 1.6
        elif self.underMouse():
            ground = QColor(scheme.hover)
        if self.hasFocus() and not self.isChecked():
            edge = QColor(scheme.accent)
        painter.setBrush(ground)
        painter.setPen(QPen(edge, width))
        painter.drawRoundedRect(room, 6, 6)
        if self.hasFocus() and self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 1))
            painter.drawRoundedRect(room.adjusted(2.5, 2.5, -2.5, -2.5), 4, 4)


class VerdictPicker(QWidget):
    """The ratings of a scale, best first downwards, in two columns where the labels have room."""

    rating_picked = Signal(str)
    withdraw_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale: Scale | None = None
        self._buttons: list[RatingButton] = []
        self._remark = muted(wraps=True)
        self._grid = QGridLayout()
        bare(self._grid, TIGHT + 2)
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        whole.addLayout(self._grid)
        whole.addWidget(self._remark)
        self.setAccessibleName("Verdict")

    def show_verdict(self, scale: Scale, verdict: Verdict | None) -> None:
        """Offer the scale's ratings and show the verdict that stands."""
        if scale != self._scale:
            self._offer(scale)
        current = verdict.rating if verdict and verdict.scale == scale.id else ""
        for button in self._buttons:
            button.setChecked(button.rating.code == current)
        foreign = verdict.label if verdict and scale.rating(current) is None else ""
        self._remark.setText(f"Judged “{foreign}” on another scale.")
        self._remark.setVisible(bool(foreign))

    def pick_number(self, number: int) -> None:
        """Pick the rating with that number key, counted from 1; others do nothing."""
        if 1 <= number <= len(self._buttons):
            self._pick(self._buttons[number - 1])

    def _pick(self, button: RatingButton) -> None:
        if button.isChecked():
            self.withdraw_wished.emit()
        else:
            self.rating_picked.emit(button.rating.code)

    def _offer(self, scale: Scale) -> None:
        for old in self._buttons:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._scale = scale
        self._buttons = []
        for place, rating in enumerate(scale.ratings):
            button = RatingButton(rating, place + 1)
            button.clicked.connect(lambda _on=False, one=button: self._pick(one))
            self._buttons.append(button)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second column where all labels have room, and give it up where not."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = max((button.sizeHint().width() for button in self._buttons), default=0)
        columns = 2 if self.width() >= 2 * wanted + self._grid.spacing() else 1
        rows = -(-len(self._buttons) // columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, columns - 1)
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place % rows, place // rows)
