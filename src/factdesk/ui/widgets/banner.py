"""Messages in place: what happened, what to do, and the button to do it."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from factdesk.ui.theme import GAP, ROOM, TIGHT, scheme_of
from factdesk.ui.widgets.flow_layout import FlowLayout
from factdesk.ui.widgets.parts import IconButton, bare, button, muted

#: How many messages stand at once; the oldest gives way, a question last of all.
MOST = 3

#: How long a message that asks for nothing stays, in milliseconds.
PASSING = 6000


#: Beside so many letters there is room for one button.
_SHORT = 60

#: In less than this, in pixels, there is none.
_NARROW = 440


class Tone(StrEnum):
    """How grave a message is; the glyph says it beside the colour."""

    NEWS = "news"
    QUESTION = "question"
    WARNING = "warning"
    FAULT = "fault"


_GLYPHS = {Tone.NEWS: "✓", Tone.QUESTION: "?", Tone.WARNING: "!", Tone.FAULT: "✗"}


class Act(NamedTuple):
    """A button on a banner: its text with mnemonic, and what it does."""

    name: str
    do: Callable[[], None]


class Banner(QWidget):
    """One message. An act or the cross dismisses it."""

    dismissed = Signal()

    def __init__(
        self, message: str, advice: str = "", tone: Tone = Tone.NEWS, acts: Sequence[Act] = ()
    ) -> None:
        super().__init__()
        self.message, self.tone = message, tone
        self.setAccessibleName(f"{tone}: {message} {advice}".strip())
        words = QVBoxLayout()
        bare(words, 1)
        words.addWidget(_words(message))
        if advice:
            words.addWidget(muted(advice, wraps=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM * 2 + TIGHT, GAP, GAP, GAP)
        row.setSpacing(GAP)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(GAP)
        self._body.addLayout(words, 1)
        row.addLayout(self._body, 1)
        self.buttons = [button(act.name, lambda act=act: self._act(act)) for act in acts]  # type: ignore[misc] # a lambda's default
        if len(self.buttons) == 1 and len(message) <= _SHORT:
            self._body.addWidget(self.buttons[0], 0, Qt.AlignmentFlag.AlignLeft)
        elif self.buttons:
            below = FlowLayout()
            for made in self.buttons:
                below.addWidget(made)
            words.addSpacing(TIGHT)
            words.addLayout(below)
        self.close_button = IconButton("close", "Dismiss")
        self.close_button.clicked.connect(self.dismissed)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the one act beneath the words where there is no room beside them."""
        super().resizeEvent(event)
        beside, beneath = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(beneath if self.width() < _NARROW else beside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a quiet ground and the glyph of the tone."""
        scheme = scheme_of(self)
        inks = {
            Tone.NEWS: scheme.good,
            Tone.QUESTION: scheme.accent,
            Tone.WARNING: scheme.warning,
            Tone.FAULT: scheme.bad,
        }
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(scheme.field))
        painter.setBrush(QColor(scheme.base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.setPen(QColor(inks[self.tone]))
        disc = QRectF(ROOM - 4, min(self.height() / 2 - 9, GAP + TIGHT), 18, 18)
        painter.drawEllipse(disc)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, _GLYPHS[self.tone])

    def _act(self, act: Act) -> None:
        self.dismissed.emit()
        act.do()


class BannerStack(QWidget):
    """The messages that stand, the newest last; it has no height when there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banners: list[Banner] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(ROOM, 0, ROOM, 0)
        self._rows.setSpacing(GAP)
        self.hide()

    def say(
        self, message: str, advice: str = "", tone: Tone = Tone.NEWS, acts: Sequence[Act] = ()
    ) -> Banner:
        """Show a message; news without acts passes by itself."""
        while len(self.banners) >= MOST:
            passing = (banner for banner in self.banners if banner.tone is not Tone.QUESTION)
            self.dismiss(next(passing, self.banners[0]))
        banner = Banner(message, advice, tone, acts)
        banner.dismissed.connect(lambda: self.dismiss(banner))
        self.banners.append(banner)
        self._rows.addWidget(banner)
        self._rows.setContentsMargins(ROOM, GAP, ROOM, GAP)
        self.show()
        if tone is Tone.NEWS and not acts:
            QTimer.singleShot(PASSING, banner, banner.dismissed.emit)
        return banner

    def dismiss(self, banner: Banner) -> None:
        """Take a message away; one that is gone already is no fault."""
        if banner in self.banners:
            self.banners.remove(banner)
            self._rows.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self.banners))

    def clear(self) -> None:
        """Take all messages away."""
        for banner in tuple(self.banners):
            self.dismiss(banner)


def batch_words(imported: int, known: int, failed: int) -> str:
    """Say how a batch of imports went: ``12 imported, 1 already here, 2 failed``."""
    counts = ((imported, "imported"), (known, "already here"), (failed, "failed"))
    return ", ".join(f"{count:,} {word}" for count, word in counts if count) or "Nothing to import"


def _words(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
