"""One quiet line beneath the page: why the hint at hand can be checked, or how many are left."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from factdesk.model.hint import HintPlace
from factdesk.ui.theme import GAP, MARGIN, TIGHT
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.parts import LinkButton, bare, muted

#: In a bar that is narrower, in pixels, the links do without their keys.
_ROOMY = 520


class KeyLink(LinkButton):
    """A link that names its key where there is room."""

    def __init__(self, words: str, key: str, hint: str) -> None:
        super().__init__(words)
        self._words, self._key = words, key
        self.setAccessibleName(hint)
        self.setToolTip(f"{hint} ({key})" if key else hint)

    def make_room(self, *, roomy: bool) -> None:
        """Name the key, or leave it to the tooltip."""
        self.setText(f"{self._words}  {self._key}" if roomy and self._key else self._words)


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
        self.accept = KeyLink("Mark", "Enter", "Mark it as a claim")
        self.accept.clicked.connect(lambda _checked=False: self.accept_wished.emit())
        self.dismiss = KeyLink("Dismiss", "Backspace", "Want no claim of it")
        self.dismiss.clicked.connect(lambda _checked=False: self.dismiss_wished.emit())
        self.following = KeyLink("Next", "H", "Go to the next hint: words or a whole sentence")
        self.following.clicked.connect(lambda _checked=False: self.next_wished.emit())
        self.choice = KeyLink("Hints ▾", "", "Which hints are shown")
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the reason."""
        super().resizeEvent(event)
        for part in self._links:
            part.make_room(roomy=self.width() >= _ROOMY)

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        bare(row, GAP)
        row.setContentsMargins(MARGIN, TIGHT, MARGIN, TIGHT)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.words, 1, middle)
        self._links = (self.accept, self.dismiss, self.following, self.choice)
        for part in self._links:
            row.addWidget(part, 0, middle)
