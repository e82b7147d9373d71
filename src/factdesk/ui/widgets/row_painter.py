"""What the rows of all lists have in common: their ground, their texts, their marks."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from factdesk.ui.theme import GAP, ROOM, Scheme, scheme_of

Index = QModelIndex | QPersistentModelIndex

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class RowDelegate(QStyledItemDelegate):
    """Paints rows of one height; `draw` says what stands in one."""

    def height(self, font: QFont) -> int:
        """Tell how high each row is."""
        return row_height(font)

    def draw(self, row: "RowPainter", index: Index, font: QFont) -> None:
        """Draw what stands in a row, on its ground."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Wish for the height of all rows."""
        return QSize(200, self.height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        painter.save()
        self.draw(RowPainter(painter, option), index, option.font)
        painter.restore()


class RowPainter:
    """Paints one row; knows its scheme and the room inside its margins."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        self.painter = painter
        self.scheme: Scheme = scheme_of(option.widget)
        outer = QRectF(option.rect).adjusted(GAP, 1, -GAP, -1)
        self.room = outer.adjusted(GAP + 2, GAP, -GAP - 2, -GAP)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(outer, option)

    def _ground(self, outer: QRectF, option: QStyleOptionViewItem) -> None:
        selected = QStyle.StateFlag.State_Selected in option.state
        hovered = QStyle.StateFlag.State_MouseOver in option.state
        if selected or hovered:
            self.painter.setPen(QColor(self.scheme.edge if selected else self.scheme.hover))
            self.painter.setBrush(QColor(self.scheme.tint if selected else self.scheme.hover))
            self.painter.drawRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        if selected and QStyle.StateFlag.State_HasFocus in option.state:
            self.painter.setPen(QPen(QColor(self.scheme.accent), 1))
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.drawRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def text(self, room: QRectF, text: str, font: QFont, colour: QColor | str) -> float:
        """Write text from the left, elided to the room; tells the width it took."""
        shown, width = _fitted(room, text, font)
        self.write(room, shown, font, colour)
        return width

    def write(self, room: QRectF, text: str, font: QFont, colour: QColor | str) -> None:
        """Write text that is known to fit, from the left."""
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(room, _LEFT, text)

    def text_at_right(self, room: QRectF, text: str, font: QFont, colour: QColor | str) -> float:
        """Write text that ends at the right, elided to the room; tells the width it took."""
        shown, width = _fitted(room, text, font)
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(room, _RIGHT, shown)
        return width

    def progress(self, room: QRectF, share: float) -> None:
        """Draw a small bar, filled by the share (0 to 1)."""
        bar = QRectF(room.right() - 34, room.center().y() - 2, 34, 4)
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.scheme.field))
        self.painter.drawRoundedRect(bar, 2, 2)
        if share > 0:
            self.painter.setBrush(QColor(self.scheme.good if share >= 1 else self.scheme.accent))
            bar.setWidth(max(4.0, bar.width() * min(share, 1.0)))
            self.painter.drawRoundedRect(bar, 2, 2)


def _fitted(room: QRectF, text: str, font: QFont) -> tuple[str, float]:
    """Elide text to the room, down to nothing where there is none; tells the width it takes."""
    metrics = QFontMetricsF(font)
    width = metrics.horizontalAdvance(text)
    if width <= room.width():
        return text, width
    if room.width() < metrics.horizontalAdvance("…"):
        return "", 0.0
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width()), room.width()


def draw_mark(
    painter: QPainter, centre: QPointF, size: float, hue: QColor, glyph: str, font: QFont
) -> None:
    """Draw a verdict's mark: its glyph in a tinted disc; with no glyph an open ring."""
    disc = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(hue)
    ground.setAlpha(38)
    painter.setPen(QPen(hue, 1.3 if glyph else 1.5))
    painter.setBrush(ground if glyph else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc.adjusted(1, 1, -1, -1))
    if glyph:
        sized = QFont(font)
        sized.setPixelSize(max(8, round(size * 0.56)))
        painter.setFont(sized)
        painter.drawText(disc, _CENTRE, glyph)


def line_height(*fonts: QFont) -> float:
    """Tell how high lines in these fonts are, one under the other."""
    return sum(QFontMetricsF(font).lineSpacing() for font in fonts)


def row_height(*fonts: QFont) -> int:
    """Tell how high a row with these lines is, its margins included."""
    return round(line_height(*fonts) + ROOM + 6)
