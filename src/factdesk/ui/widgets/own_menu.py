"""The context menu of a record: what its buttons do, and its words to copy."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

_WIDEST = 320  # pixels: an address may be long


def open_own_menu(record: QWidget, words: str, event: QContextMenuEvent) -> None:
    """Open it where the mouse is, or where the keyboard is."""
    menu = QMenu(record)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    buttons = record.findChildren(QAbstractButton)
    for button in sorted(buttons, key=lambda button: button.toolTip() == "Remove"):
        if button.isVisibleTo(record) and button.isEnabled():
            said = (button.text() or button.toolTip()).replace("&", "")
            elide = Qt.TextElideMode.ElideMiddle
            menu.addAction(menu.fontMetrics().elidedText(said, elide, _WIDEST), button.click)
    menu.addAction("Copy", lambda: QGuiApplication.clipboard().setText(words))
    menu.popup(event.globalPos())
    event.accept()
