"""The small parts that all widgets are put together from."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractItemModel, QEvent, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QCompleter,
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QSplitter,
    QToolButton,
    QWidget,
)

from factdesk.ui.icons import icon
from factdesk.ui.theme import SMALL, scheme_of


def small(font: QFont) -> QFont:
    """Make the font for secondary text."""
    made = QFont(font)
    made.setPointSizeF(max(7.5, font.pointSizeF() * SMALL))
    return made


def semibold(font: QFont) -> QFont:
    """Make the font for what stands out quietly."""
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def muted(text: str = "", *, wraps: bool = False) -> QLabel:
    """Make a label of secondary text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setFont(small(label.font()))
    label.setWordWrap(wraps)
    return label


def heading(text: str, buddy: QWidget | None = None) -> QLabel:
    """Make the small heading of a group; with a buddy, its ``&`` is the key that leads there."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(semibold(label.font()))
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def enter_presses(button: QAbstractButton) -> None:
    """Let Enter press the button that has the keyboard, as Space does."""
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        shortcut = QShortcut(QKeySequence(key), button)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(button.click)


def primary(text: str, act: Callable[[], None] | None = None) -> QPushButton:
    """Make the one button that stands out."""
    made = button(text, act)
    made.setProperty("primary", True)
    return made


def button(text: str, act: Callable[[], None] | None = None, hint: str = "") -> QPushButton:
    """Make a button that says what it does, with its mnemonic."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(text.replace("&", ""))
    made.setToolTip(hint)
    enter_presses(made)
    if act is not None:
        made.clicked.connect(lambda _checked=False: act())
    return made


def rule() -> QFrame:
    """Make a thin line that separates."""
    line = QFrame()
    line.setFixedHeight(1)
    line.setAutoFillBackground(True)
    line.setBackgroundRole(QPalette.ColorRole.Mid)
    return line


def splitter(orientation: Qt.Orientation, *parts: QWidget) -> QSplitter:
    """Put parts beside one another with a hair between them; none can be folded away."""
    made = QSplitter(orientation)
    made.setHandleWidth(1)
    made.setChildrenCollapsible(False)
    for part in parts:
        made.addWidget(part)
    return made


def completing(offers: QAbstractItemModel, parent: QWidget) -> QCompleter:
    """Offer what holds the typed letters anywhere, in either case."""
    completer = QCompleter(offers, parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def bare(layout: QLayout, spacing: int) -> None:
    """Take a layout's margins away."""
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)


class IconButton(QToolButton):
    """A button with a drawn icon that follows the colour scheme."""

    def __init__(
        self, drawing: str, name: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drawing = drawing
        self.setAccessibleName(name)
        self.setToolTip(hint or name)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.draw(drawing)
        enter_presses(self)

    def draw(self, drawing: str) -> None:
        """Show another icon."""
        self._drawing = drawing
        self.setIcon(icon(drawing, QColor(scheme_of(self).muted)))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew when the colour scheme has changed."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.draw(self._drawing)


class LinkButton(QPushButton):
    """A button that reads as a link; keyboard and screen readers find a button."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("link", True)
        self.setFont(small(self.font()))
        enter_presses(self)
