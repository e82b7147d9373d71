"""What a desk without articles shows: the first step."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.icons import icon
from factdesk.ui.theme import GAP, MARGIN, ROOM, TIGHT, scheme_of
from factdesk.ui.widgets.parts import button, muted, primary, semibold

_STEPS = (
    ("Select words", "and press M to mark a claim"),
    ("Judge it", "with the keys 1 to 9"),
    ("Cite sources", "with C, and export the report"),
)


class EmptyState(QWidget):
    """Invites to drop, open or paste an article, and says in three lines what comes then."""

    open_wished = Signal()
    paste_wished = Signal()
    sample_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = QLabel("Drop an article here")
        font = semibold(title.font())
        font.setPointSizeF(font.pointSizeF() * 1.6)
        title.setFont(font)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = muted("Files, folders, text from another program. Or:")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        whole.setSpacing(GAP)
        whole.addStretch(2)
        for part in (self._icon, title, hint):
            whole.addWidget(part)
        whole.addSpacing(GAP)
        whole.addLayout(self._buttons())
        whole.addSpacing(ROOM)
        whole.addLayout(self._steps())
        whole.addStretch(3)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the colour scheme has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def _draw(self) -> None:
        drawn = icon("import", QColor(scheme_of(self).accent))
        self._icon.setPixmap(drawn.pixmap(QSize(40, 40)))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addStretch()
        first = primary("&Open…", self.open_wished.emit)
        self.setFocusProxy(first)
        row.addWidget(first)
        row.addWidget(button("&Paste", self.paste_wished.emit, "Paste an article (Ctrl+V)"))
        row.addWidget(button("Try the &sample", self.sample_wished.emit))
        row.addStretch()
        return row

    @staticmethod
    def _steps() -> QHBoxLayout:
        """Set the steps one below the other, in the middle as a block."""
        column = QVBoxLayout()
        column.setSpacing(TIGHT * 2)
        for number, (act, how) in enumerate(_STEPS, 1):
            column.addWidget(muted(f"{number}.  {act} {how}"))
        row = QHBoxLayout()
        row.addStretch()
        row.addLayout(column)
        row.addStretch()
        return row
