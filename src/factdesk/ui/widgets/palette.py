"""Every action by its name: typed, chosen, done."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from factdesk.ui.models.commands import Command, CommandsModel
from factdesk.ui.theme import GAP
from factdesk.ui.widgets.overlay import Overlay
from factdesk.ui.widgets.parts import small
from factdesk.ui.widgets.row_painter import Index, RowDelegate, RowPainter, row_height

_SIZE = QSize(560, 420)


class CommandPalette(Overlay):
    """Offers commands, narrowed by what is typed."""

    chosen = Signal(str)
    """The name of the command to carry out."""

    def __init__(self, window: QWidget) -> None:
        self.model = CommandsModel()
        super().__init__(window, self.model, _SIZE, ("Command", "Commands"))
        self.model.setParent(self)
        self.field.setPlaceholderText("Type what you want to do")
        self.rows.draw_with(_CommandRow(self.rows), row_height(self.rows.font()))
        self.field.textChanged.connect(self._narrow)

    def open_with(self, commands: Iterable[Command]) -> None:
        """Offer these."""
        self.model.show_commands(commands)
        self.field.clear()
        self._narrow("")
        self.open_overlay()

    def choose(self, row: int) -> None:
        """Tell the command of a row, if it can be done now."""
        if self.model.command(row).enabled:
            name = self.model.command(row).name
            self.close_overlay()
            self.chosen.emit(name)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self.show_rows(otherwise="Nothing answers to that.")


class _CommandRow(RowDelegate):
    """Paints a command: what it does, where it is in the menus, its key."""

    def draw(self, row: RowPainter, index: Index, font: QFont) -> None:
        """Draw one command."""
        model = index.model()
        assert isinstance(model, CommandsModel)  # noqa: S101 - the list is made for this model
        command = model.command(index.row())
        fine, muted_ink = small(font), row.scheme.muted
        room = QRectF(row.room)
        room.setRight(room.right() - row.text_at_right(room, command.key, fine, muted_ink) - GAP)
        ink = row.scheme.text if command.enabled else muted_ink
        room.setLeft(room.left() + row.text(room, command.words, font, ink) + GAP)
        row.text(room, command.menu if command.enabled else "not now", fine, muted_ink)
