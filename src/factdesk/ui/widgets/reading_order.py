"""The Tab key goes as the eye does: parts that come later are taken in where they stand."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_in_order(*parts: QWidget) -> None:
    """Lead Tab through the parts in this order, through each in the order in which it was built.

    Layouts are not asked: the wrappers of their items outlive the items, and end the program.
    """
    stops = [stop for part in parts for stop in _stops(part)]
    for one, other in pairwise(stops):
        QWidget.setTabOrder(one, other)


def _stops(part: QWidget) -> list[QWidget]:
    """List where Tab stops in a part, the lists that its boxes pop up left out."""
    return [
        widget
        for widget in (part, *part.findChildren(QWidget))
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is part.window()
    ]
