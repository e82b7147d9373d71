"""One quiet line beneath the page: why the hint at hand can be checked, or how many are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from factdesk.model.hint import HintPlace
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import LinkButton, bare, muted


class HintBar(QWidget):
    """Says the hint at hand, with what can be done with it and by which key."""

    accept_wished = Signal()
    dismiss_wished = Signal()
    next_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ElidedLabel(1)
        self.words.setFont(muted().font())
        self.words.setForegroundRole(muted().foregroundRole())
        self.accept = _link("Mark  Enter", "Mark it as a claim")
        self.accept.clicked.connect(lambda _checked=False: self.accept_wished.emit())
        self.dismiss = _link("Dismiss  Backspace", "Want no claim of it")
        self.dismiss.clicked.connect(lambda _checked=False: self.dismiss_wished.emit())
        self.following = _link("Next  H", "Go to the next hint")
        self.following.clicked.connect(lambda _checked=False: self.next_wished.emit())
        self.choice = _link("Hints ▾", "Which hints are shown")
        self._rest = ""
        self._lay_out()
        self.show_rest("", any_left=False)
        self.hide()

    def set_menu(self, menu: QMenu) -> None:
        """Offer what can be chosen."""
        self.choice.setMenu(menu)

    def show_rest(self, words: str, *, any_left: bool) -> None:
        """Say what is left, for as long as no hint is at hand."""
        self._rest = words
        self.following.setVisible(any_left)
        if self.accept.isHidden():
            self.words.show_text(words)

    def show_hint(self, hint: HintPlace | None) -> None:
        """Say why this can be checked, and the keys; None: say what is left."""
        for part in (self.accept, self.dismiss):
            part.setVisible(hint is not None)
        if hint is None:
            self.words.show_text(self._rest)
            return
        self.words.show_text(f"{hint.reason[0].upper()}{hint.reason[1:]}")
        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        bare(row, GAP)
        row.setContentsMargins(MARGIN, TIGHT, MARGIN, TIGHT)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.words, 1, middle)
        for part in (self.accept, self.dismiss, self.following, self.choice):
            row.addWidget(part, 0, middle)


def _link(words: str, hint: str) -> LinkButton:
    made = LinkButton(words)
    made.setAccessibleName(hint)
    made.setToolTip(hint)
    return made
