"""A record in a list: its words, who and when, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, TIGHT, scheme_of
from factdesk.ui.widgets.ask_line import AskLine
from factdesk.ui.widgets.own_menu import open_own_menu
from factdesk.ui.widgets.parts import IconButton, LinkButton, bare, muted, semibold, small


class RecordRow(QWidget):
    """Words over a quiet line; links under them, and an answer asked for in place."""

    def __init__(self, words: str, remark: str = "", *, name: str = "", rich: bool = False) -> None:
        super().__init__()
        self.words = QLabel(words)
        self.words.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setMinimumWidth(1)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._name = name or words
        self._alert: QLabel | None = None
        self.links: list[LinkButton] = []
        self._links = QHBoxLayout()
        self._links.setSpacing(GAP)
        self._links.addStretch()
        self._top = QHBoxLayout()
        bare(self._top, TIGHT)
        self._top.addWidget(self.words, 1)
        self._whole = QVBoxLayout(self)
        bare(self._whole, 1)
        self._whole.addLayout(self._top)
        if remark:
            self._whole.addWidget(muted(remark, wraps=True))
        self._whole.addLayout(self._links)
        self.setAccessibleName(self._name)

    def add_words(self, words: str) -> None:
        """Say one more thing."""
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(small(label.font()))
        label.setWordWrap(True)
        self._whole.insertWidget(self._whole.count() - 1, label)

    def warn(self, words: str) -> None:
        """Say what is urgent, in words and in the ink of warnings."""
        self._alert = QLabel(f"⚠ {words}")
        self._alert.setTextFormat(Qt.TextFormat.PlainText)
        self._alert.setFont(semibold(small(self._alert.font())))
        self._alert.setWordWrap(True)
        self._whole.insertWidget(self._whole.count() - 1, self._alert)

    def add_link(self, words: str, act: Callable[[], None]) -> LinkButton:
        """Offer an act as a link under the words."""
        link = LinkButton(words)
        link.setAccessibleName(f"{words}: {self._name}")
        link.clicked.connect(lambda _on=False: act())
        self._links.insertWidget(self._links.count() - 1, link)
        self.links.append(link)
        return link

    def add_question(
        self,
        words: str,
        hint: str,
        verb: str,
        then: Callable[[str], None],
        *,
        may_be_empty: bool = True,
    ) -> None:
        """Offer a link that asks for a line in place."""
        line = AskLine()
        line.hide()

        def begin() -> None:
            link.hide()
            line.ask("", verb, hint, may_be_empty=may_be_empty)

        def give_up() -> None:
            line.hide()
            link.show()
            link.setFocus()

        link = self.add_link(words, begin)
        line.answered.connect(then)
        line.given_up.connect(give_up)
        self._whole.addWidget(line)

    def add_removal(self, act: Callable[[], None]) -> None:
        """Offer to take the record away."""
        remove = IconButton("remove", f"Remove: {self._name}", "Remove")
        remove.clicked.connect(lambda _on=False: act())
        self._top.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the buttons do."""
        open_own_menu(self, self._name, event)

    def showEvent(self, event: QShowEvent) -> None:
        """Write what is urgent in the scheme's ink."""
        super().showEvent(event)
        if self._alert is not None:
            palette = self._alert.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(scheme_of(self).warning))
            self._alert.setPalette(palette)
