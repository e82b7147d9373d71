"""Under the page: what of the article does not fit itself, where no claim says it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from factdesk.model.record import Id
from factdesk.model.remark import Weighed
from factdesk.model.span import Span
from factdesk.ui.theme import GAP, ROOM
from factdesk.ui.widgets.parts import IconButton, bare, heading, muted
from factdesk.ui.widgets.record_row import RecordRow
from factdesk.ui.widgets.remark_row import remark_row


class RemarkPanel(QWidget):
    """Lists the article's own remarks; each leads to its place and can be set aside."""

    wished = Signal(object)
    look_wished = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self.rows: list[RecordRow] = []
        close = IconButton("close", "Close the remarks on the article")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.addWidget(heading("Remarks on the article"))
        top.addStretch()
        top.addWidget(close)
        sheet = QWidget()
        sheet.setObjectName("sheet")
        self._none = muted(
            "None but those on its claims, which the list of claims shows by ≠ and ⚑.", wraps=True
        )
        self._stack = QVBoxLayout(sheet)
        bare(self._stack, GAP + 4)
        self._stack.addWidget(self._none)
        self._stack.addStretch()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(ROOM, GAP, GAP, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(top)
        whole.addWidget(scroll, 1)
        self.hide()

    def show_remarks(self, remarks: Sequence[Weighed], names: Mapping[Id, str]) -> None:
        """Show these, or that there are none."""
        if (remarks, names) == self._shown:
            return
        self._shown = (remarks, names)
        for row in self.rows:
            self._stack.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one, names) for one in remarks]
        for place, row in enumerate(self.rows):
            self._stack.insertWidget(place, row)
        self._none.setVisible(not remarks)

    def _row(self, weighed: Weighed, names: Mapping[Id, str]) -> RecordRow:
        remark, aside = weighed
        who = names.get(aside.checker or "", "") if aside else ""
        row = remark_row(weighed, who, self.wished.emit)
        row.add_link("Show", lambda: self.look_wished.emit(Span(remark.start, remark.stop)))
        return row

    def sizeHint(self) -> QSize:
        """Wish for room for two or three."""
        return QSize(320, 180)
