"""The Tab key goes as the eye does: parts that come later stand where they are laid out."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_in_reading_order(widget: QWidget) -> None:
    """Chain all that can have the keyboard below a widget in the order of its layouts."""
    for one, other in pairwise(reached(widget)):
        QWidget.setTabOrder(one, other)


def reached(widget: QWidget) -> Iterator[QWidget]:
    """Give what Tab stops at, a widget before what is laid out in it; hidden parts too."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget = item.widget() if item else None
        inner = item.layout() if item else None
        if widget is not None:
            yield from reached(widget)
        elif inner is not None:
            yield from _laid_out(inner)
