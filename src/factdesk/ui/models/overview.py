"""The desk's overview as rows under headings."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from factdesk.model.record import Id

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class OverviewRow(NamedTuple):
    """A heading, or something to go to: an article, and perhaps a claim in it."""

    words: str
    detail: str = ""
    remark: str = ""
    late: bool = False
    article: Id = ""
    claim: Id = ""

    @property
    def opens(self) -> bool:
        """Whether it leads anywhere."""
        return bool(self.article)


class OverviewModel(QAbstractListModel):
    """Rows that are shown anew, all at once."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[OverviewRow] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count headings and rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Say a row in words."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return ", ".join(filter(None, (row.words, row.detail, row.remark)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings not be chosen."""
        flags = super().flags(index)
        if index.isValid() and not self._rows[index.row()].opens:
            return flags & ~Qt.ItemFlag.ItemIsSelectable & ~Qt.ItemFlag.ItemIsEnabled
        return flags

    def row(self, number: int) -> OverviewRow:
        """Give a row."""
        return self._rows[number]

    def show_rows(self, rows: Iterable[OverviewRow]) -> None:
        """Take in what there is."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()
