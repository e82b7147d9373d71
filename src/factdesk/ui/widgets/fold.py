"""Shows more only when asked: a quiet line that opens what belongs under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from factdesk.ui.theme import TIGHT
from factdesk.ui.widgets.parts import IconButton, bare, small


class Fold(QWidget):
    """A title with a summary; a click or the space bar shows the body under it."""

    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, *, is_open: bool = False) -> None:
        super().__init__()
        self._title = title
        self.body = body
        self.head = IconButton("chevron-right", title)
        self.head.setToolTip("")
        self.head.setCheckable(True)
        self.head.setStyleSheet("QToolButton:checked { background: transparent; }")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.setFont(small(self.head.font()))
        whole = QVBoxLayout(self)
        bare(whole, TIGHT)
        whole.addWidget(self.head)
        whole.addWidget(body)
        self.head.toggled.connect(self._show_body)
        self.summarise("")
        self.head.setChecked(is_open)
        body.setVisible(is_open)

    def summarise(self, summary: str) -> None:
        """Say beside the title what is inside."""
        self.head.setText(f"{self._title}  {summary}".rstrip())
        self.head.setAccessibleName(f"{self._title} {summary}".rstrip())

    def unfold(self) -> None:
        """Open it."""
        self.head.setChecked(True)

    def _show_body(self, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.head.draw("chevron-down" if shown else "chevron-right")
        self.body.setVisible(shown)
        self.toggled.emit(shown)
