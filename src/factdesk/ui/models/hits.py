"""What a search found, grouped by article."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from factdesk.model.lines import SearchHit

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class HitRow(NamedTuple):
    """A hit, or with `opens` the title of the article that the hits below it are in."""

    hit: SearchHit
    opens: bool


class HitsModel(QAbstractListModel):
    """Hits under the titles of their articles, in the order in which they were found."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[HitRow] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count titles and hits."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Say a row in words."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return row.hit.title if row.opens else "".join(part.text for part in row.hit.snippet)

    def row(self, number: int) -> HitRow:
        """Give a row."""
        return self._rows[number]

    def show_hits(self, hits: Iterable[SearchHit]) -> None:
        """Take in what was found."""
        groups: dict[str, list[SearchHit]] = {}
        for hit in hits:
            groups.setdefault(hit.article, []).append(hit)
        self.beginResetModel()
        self._rows = []
        for group in groups.values():
            self._rows.append(HitRow(group[0], opens=True))
            self._rows += [HitRow(hit, opens=False) for hit in group]
        self.endResetModel()
