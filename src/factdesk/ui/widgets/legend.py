"""What the colours on the page mean, where they are not those of the verdicts."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from factdesk.ui.theme import GAP, MARGIN, TIGHT, Hued, scheme_of
from factdesk.ui.widgets.parts import IconButton, muted, small
from factdesk.ui.widgets.row_painter import draw_mark

_MARK = 16.0


class Swatch(QWidget):
    """One colour: its mark as the page shows it, and what it means."""

    def __init__(self, hued: Hued, glyph: str, words: str) -> None:
        super().__init__()
        self._hued, self._glyph, self.words = hued, glyph, words
        self.setFont(small(self.font()))
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Need room for mark and words."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self.words)
        return QSize(round(_MARK + TIGHT + width) + 1, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint mark and words."""
        scheme, painter = scheme_of(self), QPainter(self)
        centre = QPointF(_MARK / 2, self.height() / 2)
        hue = scheme.ink(self._hued) if self._hued.light else QColor(scheme.accent)
        draw_mark(painter, centre, _MARK, hue, self._glyph, self.font())
        painter.setFont(self.font())
        painter.setPen(QColor(scheme.text))
        room = QRectF(self.rect()).adjusted(_MARK + TIGHT, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.words)


class Legend(QWidget):
    """The swatches in a row, as many as there is room for; hidden where there are none."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.swatches: list[Swatch] = []
        self._title = muted()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 0, GAP, TIGHT)
        self._row.setSpacing(GAP + TIGHT)
        self._row.addWidget(self._title)
        self._row.addStretch()
        close = IconButton("close", "Colour by verdict again")
        close.clicked.connect(self.closed)
        self._row.addWidget(close)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_groups(self, title: str, groups: Iterable[tuple[Hued, str, str]]) -> None:
        """Show hues with glyphs and words; none hides the legend."""
        for swatch in self.swatches:
            self._row.removeWidget(swatch)
            swatch.deleteLater()
        self.swatches = [Swatch(*group) for group in groups]
        for number, swatch in enumerate(self.swatches):
            self._row.insertWidget(1 + number, swatch)
        self._title.setText(title)
        self.setVisible(bool(self.swatches))
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave out what there is no room for."""
        answer = super().event(event)
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return answer

    def _fit(self) -> None:
        room = self.width() - self._title.sizeHint().width() - 2 * MARGIN - 40
        for swatch in self.swatches:
            room -= swatch.sizeHint().width() + GAP + TIGHT
            swatch.setVisible(room > 0)
