import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.row_painter import RowPainter


@pytest.mark.parametrize("width", [2, 30, 400])
def test_no_text_of_a_row_is_wider_than_its_room(qtbot: QtBot, width: int) -> None:
    view = QListView()
    qtbot.addWidget(view)
    option = QStyleOptionViewItem()
    option.widget, option.rect = view, QRect(0, 0, 500, 40)
    image = QImage(500, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    row, room, font = RowPainter(painter, option), QRectF(0, 0, width, 20), QFont()
    natural = QFontMetricsF(font).horizontalAdvance("No claims yet")
    for write in (row.text, row.text_at_right):
        took = write(room, "No claims yet", font, "black")
        assert took <= min(width, natural)
        assert (took == natural) == (natural <= width)
    painter.end()
