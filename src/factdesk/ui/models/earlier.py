"""Earlier claims that answer to a search, the likest first."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from factdesk.model.memory import Recollection
from factdesk.ui.as_written import as_written

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class EarlierModel(QAbstractListModel):
    """Rows that are shown anew, all at once."""

    def __init__(self) -> None:
        super().__init__()
        self._found: list[Recollection] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count what was found."""
        return 0 if parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Say an earlier claim; its words in full as the hint."""
        if not index.isValid():
            return None
        found = self._found[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_written(f"{found.verdict}\n“{found.memory.words}”\n{found.origin}")
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.verdict}: {found.memory.words}, {found.origin}"
        return None

    def found(self, row: int) -> Recollection:
        """Give the claim of a row."""
        return self._found[row]

    def show_found(self, found: Iterable[Recollection]) -> None:
        """Take in what was found."""
        self.beginResetModel()
        self._found = list(found)
        self.endResetModel()
