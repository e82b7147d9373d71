"""The blocks that importing took out of the text: nothing of the story may be lost in silence."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.article import LeftOut
from factdesk.ui.theme import GAP, ROOM
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import IconButton, bare, button, heading, muted


class LeftOutPanel(QWidget):
    """Lists the blocks with the reason; each is brought back with one click."""

    bring_back_wished = Signal(int)
    place_wished = Signal(int)
    """It is asked where this block stood."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[LeftOut, ...] = ()
        self._blocks: list[QWidget] = []
        self._backs: list[QPushButton] = []
        self._title = heading("Left out")
        close = self._close = IconButton("close", "Close the list of what was left out")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addWidget(muted("Not part of the text. Bring back what belongs to it.", wraps=True), 1)
        top.addWidget(close)
        self._sheet = QWidget()
        self._sheet.setObjectName("sheet")
        self._rows = QVBoxLayout(self._sheet)
        bare(self._rows, ROOM)
        self._rows.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROOM, GAP, GAP, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)

    def show_blocks(self, blocks: Sequence[LeftOut]) -> None:
        """Show these blocks; `bring_back_wished` counts them from 0."""
        if tuple(blocks) == self._shown:
            return
        at = next((i for i, back in enumerate(self._backs) if back.hasFocus()), -1)
        self._backs = []
        self._shown = tuple(blocks)
        for old in self._blocks:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._blocks = [self._row(index, block) for index, block in enumerate(self._shown)]
        for index, row in enumerate(self._blocks):
            self._rows.insertWidget(index, row)
        self._title.setText(f"Left out  {len(blocks)}" if blocks else "Nothing is left out")
        if at >= 0:
            self._keep_focus(at)

    def _keep_focus(self, at: int) -> None:
        """Let the keyboard stand where it stood: at the block that took the place of the last."""
        ([self._close, *self._backs][: at + 2])[-1].setFocus()

    def _row(self, index: int, block: LeftOut) -> QWidget:
        row = QWidget()
        text = ElidedLabel(4)
        text.show_text(_in_one_line(block.text))
        back = button("Bring back", lambda: self.bring_back_wished.emit(index))
        back.setAccessibleName(f"Bring back: {block.text[:60]}")
        self._backs.append(back)
        place = button(
            "Show place",
            lambda: self.place_wished.emit(index),
            "Show the paragraph behind which it stood",
        )
        place.setAccessibleName(f"Show place: {block.text[:60]}")
        foot = QHBoxLayout()
        foot.addWidget(
            muted(f"{block.kind.replace('_', ' ').capitalize()} · {block.reason}", wraps=True), 1
        )
        for each in (place, back):
            foot.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(row)
        bare(whole, GAP // 2)
        whole.addWidget(text)
        whole.addLayout(foot)
        return row

    def sizeHint(self) -> QSize:
        """Wish for a column."""
        return QSize(320, 400)


def _in_one_line(text: str) -> str:
    """Show where the lines and cells of a box end, though the panel runs them together."""
    return " · ".join(text.replace("\t", " | ").splitlines())
