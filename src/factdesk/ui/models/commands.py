"""Everything the window can do, narrowed by what is typed."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Command(NamedTuple):
    """An action as the palette offers it; the key is in the words of the platform."""

    name: str
    words: str
    menu: str
    key: str = ""
    enabled: bool = True


class CommandsModel(QAbstractListModel):
    """Commands that answer to the typed words, the best first."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Command] = []
        self._shown: list[Command] = []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the commands that answer."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Say a command with its key."""
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        command = self._shown[index.row()]
        able = "" if command.enabled else "not now"
        return ", ".join(filter(None, (command.words, command.menu, command.key, able)))

    def command(self, row: int) -> Command:
        """Give the command of a row."""
        return self._shown[row]

    def show_commands(self, commands: Iterable[Command]) -> None:
        """Take in all commands."""
        self._all = list(commands)
        self.narrow("")

    def narrow(self, typed: str) -> None:
        """Show only what answers to the typed words."""
        words = typed.casefold().split()
        ranked = [
            (rank, number)
            for number, command in enumerate(self._all)
            if (rank := _rank(command, words)) is not None
        ]
        self.beginResetModel()
        self._shown = [self._all[number] for _, number in sorted(ranked)]
        self.endResetModel()


def _rank(command: Command, words: list[str]) -> int | None:
    """Rank a command, 0 the best: words begun, words touched, letters in order; else None."""
    told = f"{command.words} {command.menu}".casefold()
    ranks = [_rank_word(told, word) for word in words]
    return None if None in ranks else sum(filter(None, ranks)) + (not command.enabled) * bool(words)


def _rank_word(told: str, word: str) -> int | None:
    if told.startswith(word):
        return 0
    if f" {word}" in told:
        return 1
    if word in told:
        return 3
    letters = iter(told)
    return 6 if all(letter in letters for letter in word) else None
