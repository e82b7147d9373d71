"""All keys on one sheet."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from factdesk.ui.theme import GAP, MARGIN, ROOM, TIGHT
from factdesk.ui.widgets.parts import button, heading, muted

Group = tuple[str, Sequence[tuple[str, str]]]

_COLUMNS = 3


class ShortcutSheet(QDialog):
    """Groups of keys and what they do, side by side; stays open beside the work."""

    def __init__(self, groups: Iterable[Group], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        columns = QHBoxLayout(sheet)
        columns.setSpacing(MARGIN * 2)
        for dealt in _deal(list(groups)):
            column = QVBoxLayout()
            for title, keys in dealt:
                column.addWidget(heading(title))
                column.addLayout(_table(keys))
                column.addSpacing(ROOM)
            column.addStretch(1)
            columns.addLayout(column)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setAccessibleName("Keys and what they do")
        scroll.setWidget(sheet)
        self.leave = button("&Close", self.accept)
        end = QHBoxLayout()
        end.addWidget(muted("Letters work wherever nothing is being typed."))
        end.addStretch()
        end.addWidget(self.leave)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addWidget(scroll, 1)
        whole.addLayout(end)

    def sizeHint(self) -> QSize:
        """Wish for room for all keys."""
        return QSize(980, 560)


def _deal(groups: list[Group]) -> list[list[Group]]:
    """Deal the groups to columns of about one height, in their order."""
    each = sum(len(keys) + 2 for _, keys in groups) / _COLUMNS
    columns: list[list[Group]] = [[] for _ in range(_COLUMNS)]
    height = 0.0
    for group in groups:
        size = len(group[1]) + 2
        columns[min(_COLUMNS - 1, int((height + size / 2) / each))].append(group)
        height += size
    return columns


def _table(keys: Sequence[tuple[str, str]]) -> QGridLayout:
    table = QGridLayout()
    table.setHorizontalSpacing(GAP)
    table.setVerticalSpacing(TIGHT)
    table.setColumnStretch(1, 1)
    for row, (key, words) in enumerate(keys):
        sign = muted(key)
        sign.setMinimumWidth(96)
        table.addWidget(sign, row, 0)
        told = QLabel(words)
        told.setTextFormat(Qt.TextFormat.PlainText)
        table.addWidget(told, row, 1)
    return table
