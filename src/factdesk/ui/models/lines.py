"""A list model over light rows, sorted and narrowed inside: one row in or out costs no scan."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from factdesk.model.record import Id
from factdesk.ui.as_written import as_written

Line = TypeVar("Line", bound=tuple[Any, ...])
Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class LinesModel(QAbstractListModel, Generic[Line]):
    """Lines in the order of a key, of which those are shown that are accepted.

    The key must tell any two lines apart. A line is known by its first field, the identity of its
    record; of several lines with one identity the first in order is kept.
    """

    def __init__(self, key: Callable[[Line], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._accepts: Callable[[Line], bool] | None = None
        self._known: dict[Id, Line] = {}
        self._shown: list[Line] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the shown lines."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Say the line in words, for screen readers and for tests; delegates take `line`."""
        if index.isValid() and role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            return self.words(self._shown[index.row()])
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole:
            return as_written(self.hint(self._shown[index.row()]))
        return None

    def words(self, line: Line) -> str:
        """Say a line in words."""
        raise NotImplementedError

    def hint(self, line: Line) -> str:
        """Say what the row has no room for."""
        return self.words(line)

    def line(self, row: int) -> Line:
        """Give the line of a row."""
        return self._shown[row]

    def known(self, identity: Id) -> Line | None:
        """Give the line of a record, shown or not."""
        return self._known.get(identity)

    def row_of(self, identity: Id) -> int | None:
        """Find the row of a record; None if it is not shown."""
        line = self._known.get(identity)
        return None if line is None else self._find(line)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Take in all lines anew."""
        self.beginResetModel()
        self._known = {}
        for line in sorted(lines, key=self._key):
            self._known.setdefault(line[0], line)
        self._shown = [line for line in self._known.values() if self._accepted(line)]
        self.endResetModel()

    def put_line(self, line: Line) -> None:
        """Take in one line, in place of the one of the same record if there is one."""
        before = self._known.get(line[0])
        row = None if before is None else self._find(before)
        self._known[line[0]] = line
        if (
            row is not None
            and self._accepted(line)
            and self._key(self._shown[row]) == self._key(line)
        ):
            self._shown[row] = line
            changed = self.index(row)
            self.dataChanged.emit(changed, changed)
            return
        if row is not None:
            self._take_row(row)
        if self._accepted(line):
            self._insert(line)

    def drop_line(self, identity: Id) -> None:
        """Forget the line of a record; one that is not here is no fault."""
        line = self._known.get(identity)
        if line is None:
            return
        row = self._find(line)
        del self._known[identity]
        if row is not None:
            self._take_row(row)

    def _rearrange(
        self, key: Callable[[Line], Any], accepts: Callable[[Line], bool] | None
    ) -> None:
        self.beginResetModel()
        self._key, self._accepts = key, accepts
        shown = self._known.values()
        self._shown = sorted(filter(accepts, shown) if accepts else shown, key=key)
        self.endResetModel()

    def _accepted(self, line: Line) -> bool:
        return self._accepts is None or self._accepts(line)

    def _find(self, line: Line) -> int | None:
        row = bisect_left(self._shown, self._key(line), key=self._key)
        found = row < len(self._shown) and self._shown[row][0] == line[0]
        return row if found else None

    def _insert(self, line: Line) -> None:
        row = bisect_left(self._shown, self._key(line), key=self._key)
        self.beginInsertRows(_NOWHERE, row, row)
        self._shown.insert(row, line)
        self.endInsertRows()

    def _take_row(self, row: int) -> None:
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._shown[row]
        self.endRemoveRows()
