"""Icons drawn from the package's SVG lines in whatever colour is asked for."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

#: Sizes in real pixels: 16 and 20 at one and two to one.
_SIZES = (16, 20, 32, 40)


@cache
def _drawing(name: str) -> str:
    drawing = files("factdesk.ui") / "assets" / "icons" / f"{name}.svg"
    return drawing.read_text(encoding="utf-8")


def icon(name: str, colour: QColor) -> QIcon:
    """Draw the icon of that name (a file in ``assets/icons``) in the colour."""
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(name, colour.name(), size))
    return made


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Draw once; Qt's own cache keeps what was drawn, and ends with the program's windows."""
    key = f"factdesk/{name}/{colour}/{size}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        drawing = _drawing(name).replace("currentColor", colour)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        QPixmapCache.insert(key, pixmap)
    return pixmap
