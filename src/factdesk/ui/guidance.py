"""What can be done and with which key: the palette and the sheet, both made of the actions."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow

from factdesk.model.verdict import Scale
from factdesk.ui import actions
from factdesk.ui.dialogs.shortcuts import Group, ShortcutSheet
from factdesk.ui.models.commands import Command
from factdesk.ui.widgets.palette import CommandPalette

_OF_VERDICT = "Verdict"


class Guidance(QObject):
    """Opens the palette and the shortcut sheet over a window."""

    def __init__(self, window: QMainWindow, known: dict[str, QAction]) -> None:
        super().__init__(window)
        self._window, self._known = window, known
        self.palette = CommandPalette(window)
        self.palette.chosen.connect(lambda name: known[name].trigger())
        self.sheet: ShortcutSheet | None = None

    def open_palette(self, settle: Callable[[], None] | None = None) -> None:
        """Offer every action; what is being typed elsewhere is saved before."""
        if settle is not None:
            settle()
        self.palette.open_with(self._commands())

    def open_sheet(self) -> None:
        """Show all keys."""
        if self.sheet is None:
            self.sheet = ShortcutSheet(key_groups(), self._window)
            self.sheet.destroyed.connect(self._forget_sheet)
        self.sheet.show()
        self.sheet.raise_()
        self.sheet.activateWindow()

    def name_verdicts(self, scale: Scale | None) -> None:
        """Call the number keys by the verdicts that they give."""
        offered = scale.offered if scale else ()
        for number in actions.NUMBERS:
            action = self._known[f"judge_{number}"]
            named = number <= len(offered)
            action.setVisible(named)
            action.setText(f"Judge: {offered[number - 1].label}" if named else f"Verdict {number}")

    def _commands(self) -> list[Command]:
        listed = [
            (entry.name, f"{title} ▸ {entry.group}".replace("&", "").rstrip(" ▸"))
            for title, entries in actions.MENUS
            for entry in entries
            if entry.name and entry.name != "palette"
        ]
        listed += [
            (f"judge_{number}", _OF_VERDICT)
            for number in actions.NUMBERS
            if self._known[f"judge_{number}"].text().startswith("Judge")
        ]
        return [self._command(name, menu) for name, menu in listed]

    def _command(self, name: str, menu: str) -> Command:
        action = self._known[name]
        words = action.text().replace("&", "").rstrip("…")
        return Command(name, words, menu, native(action.shortcut()), action.isEnabled())

    def _forget_sheet(self) -> None:
        self.sheet = None


def native(key: QKeySequence) -> str:
    """Write a key as this platform does."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)


def key_groups() -> list[Group]:
    """List every key by menu, and those of the page."""
    groups: list[Group] = [
        (
            title.replace("&", ""),
            [
                (native(QKeySequence.fromString(entry.key)), words(entry))
                for entry in entries
                if entry.key
            ],
        )
        for title, entries in actions.MENUS
    ]
    return [*groups, ("Page and lists", actions.OTHER_KEYS)]


def words(entry: actions.Entry) -> str:
    """Say what an action does, without its mnemonic."""
    return entry.words.replace("&", "").rstrip("…")
