"""A version's text in a column of comfortable width, to read and to select from."""

from math import floor

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from factdesk.model.article import Version
from factdesk.model.span import Span
from factdesk.text.boundaries import snap_to_words
from factdesk.ui.widgets.article_dress import ArticleDress
from factdesk.ui.widgets.article_geometry import ArticleGeometry
from factdesk.ui.widgets.reading import Reading
from factdesk.ui.widgets.reading_colours import ReadingColours

_GUTTER = 48  # pixels between the column and the edge, for what is written beside the text
_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
)


class ReadingPane(QTextEdit):
    """Shows canonical text; its own positions are code points throughout.

    The column has a fixed width and the viewport is exactly around it, so that a resized window
    lays nothing out anew; the margins beside the viewport hand their mouse events on to it.
    """

    zoom_changed = Signal(int)
    """The reader chose another zoom, in per cent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.reading = Reading()
        self.geometry_of_text = ArticleGeometry(self)
        self._dress = ArticleDress(self.document())
        self._make_read_only()
        self._make_plain()
        self._colours = ReadingColours.of(self.palette())
        self._dress_up()

    def show_version(self, version: Version) -> None:
        """Show another text from its top."""
        self.text = version.text
        self.setPlainText(self._dress.take(version))
        self.geometry_of_text.measure(version.text, self._dress.positions)
        self._dress_up()
        self.verticalScrollBar().setValue(0)

    def set_reading(self, reading: Reading) -> None:
        """Change letters, zoom or measure, and stay at the place."""
        if reading != self.reading:
            position = self.reading_position()
            self.reading = reading
            self._dress_up()
            self.restore_position(position)

    def set_colours(self, colours: ReadingColours) -> None:
        """Paint for another colour scheme."""
        self._colours = colours
        self.viewport().update()

    def zoom_in(self) -> None:
        """Go one step larger."""
        self._zoom(1)

    def zoom_out(self) -> None:
        """Go one step smaller."""
        self._zoom(-1)

    def zoom_reset(self) -> None:
        """Go back to 100 per cent."""
        self.set_reading(self.reading._replace(zoom=100))
        self.zoom_changed.emit(100)

    def reading_position(self) -> int:
        """Tell the first code point in view, to come back to."""
        return self.geometry_of_text.top()

    def restore_position(self, position: int) -> None:
        """Scroll so that the line of a code point is the first in view."""
        rect = self.geometry_of_text.rect(Span(position, position + 1))
        if position > 0 and not rect.isNull():
            self._scroll_to(rect.top())
        elif position <= 0:
            self.verticalScrollBar().setValue(0)

    def reveal(self, span: Span) -> None:
        """Scroll a place into view, a third from the top; if it is in view, stay."""
        rect = self.geometry_of_text.rect(span)
        height = self.viewport().height()
        if rect.top() < 0 or min(rect.bottom(), rect.top() + height / 2) > height:
            self._scroll_to(rect.top() - height / 3)

    def go_to(self, position: int) -> None:
        """Scroll the line of a code point to the middle, even if it is in view."""
        rect = self.geometry_of_text.rect(Span(position, position + 1))
        self._scroll_to(rect.center().y() - self.viewport().height() / 2)

    def caret(self) -> int:
        """Tell where the keyboard is: the start of the selection, or what is before the caret."""
        span = self.raw_selection()
        return span.start if span.start < span.stop else span.start - 1

    def raw_selection(self) -> Span:
        """Tell what is selected to the letter; where nothing is, both ends are at the caret."""
        cursor, positions = self.textCursor(), self.geometry_of_text.positions
        return Span(
            positions.to_code_point(cursor.selectionStart()),
            positions.to_code_point(cursor.selectionEnd()),
        )

    def selected_span(self) -> Span | None:
        """Tell what is selected, grown to whole words; None if nothing is."""
        span = self.raw_selection()
        if span.start == span.stop:
            return None
        snapped = snap_to_words(self.text, span)
        return snapped if snapped.start < snapped.stop else None

    def clear_selection(self) -> None:
        """Select nothing; the caret stays."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def select_span(self, span: Span) -> None:
        """Select a place and scroll it into view."""
        self.reveal(span)
        self.show_selection(span)

    def show_selection(self, span: Span | None) -> None:
        """Select a place where it is; None changes nothing."""
        if span is None or span == self.raw_selection():
            return
        positions, cursor = self.geometry_of_text.positions, self.textCursor()
        cursor.setPosition(positions.to_utf16(span.start))
        cursor.setPosition(positions.to_utf16(span.stop), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy canonical text: none of the document's own separators."""
        span = self.raw_selection()
        mime = QMimeData()
        mime.setText(self.text[span.start : span.stop])
        return mime

    def event(self, event: QEvent) -> bool:
        """Hand mouse and wheel from the margins on to the viewport."""
        if isinstance(event, QMouseEvent) and event.type() in _MOUSE:
            at = QPointF(self.viewport().mapFrom(self, event.position()))
            moved = QMouseEvent(
                event.type(),
                at,
                event.globalPosition(),
                event.button(),
                event.buttons(),
                event.modifiers(),
            )
            return QApplication.sendEvent(self.viewport(), moved)
        if isinstance(event, QWheelEvent):
            self.wheelEvent(event)
            return event.isAccepted()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Let no mouse event of the viewport come back here to be handed on again."""
        answer = super().viewportEvent(event)
        if event.type() in _MOUSE:
            event.accept()
        return answer

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom where Ctrl is held, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom((event.angleDelta().y() > 0) - (event.angleDelta().y() < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret as usual, but never leave it in the gap between two blocks."""
        before = self.textCursor().position()
        super().keyPressEvent(event)
        after = self.textCursor()
        if after.block().length() == 1 and after.position() not in {before, 0}:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the colour scheme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_colours"):
            self.set_colours(ReadingColours.of(self.palette()))

    def _make_read_only(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)  # what is dropped is the window's

    def _make_plain(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setCursorWidth(2)
        self.document().setDocumentMargin(_GUTTER)

    def _dress_up(self) -> None:
        self._fit()
        self._dress.wear(self.reading)

    def _fit(self) -> None:
        available = self.contentsRect().width() - self.verticalScrollBar().sizeHint().width()
        width = max(min(round(self.reading.column()) + 2 * _GUTTER, available), 2 * _GUTTER + 40)
        if width != self.lineWrapColumnOrWidth():
            position = self.reading_position()
            self.setLineWrapColumnOrWidth(width)
            self.restore_position(position)
        beside = max(0, (available - width) // 2)
        self.setViewportMargins(beside, 0, max(0, available - width - beside), 0)

    def _zoom(self, steps: int) -> None:
        self.set_reading(self.reading.zoomed(steps))
        self.zoom_changed.emit(self.reading.zoom)

    def _scroll_to(self, height: float) -> None:
        bar = self.verticalScrollBar()
        value = bar.value() + floor(height)
        if value > bar.maximum():
            self.document().documentLayout().documentSize()  # lays out the rest
            QApplication.sendEvent(
                self.viewport(), QResizeEvent(self.viewport().size(), self.viewport().size())
            )
        bar.setValue(value)

    def _column(self) -> QRectF:
        """Bound the column in the viewport's coordinates."""
        width = self.lineWrapColumnOrWidth()
        return QRectF(_GUTTER, 0, width - 2 * _GUTTER, self.viewport().height())
