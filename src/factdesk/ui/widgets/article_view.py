"""The article with its claims: painted over the text, picked by click, marked from a selection."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.model.article import Version
from factdesk.model.span import Span
from factdesk.ui.widgets.article_geometry import BELOW
from factdesk.ui.widgets.article_painter import ArticlePainter
from factdesk.ui.widgets.gutter import Gutter
from factdesk.ui.widgets.hint_marks import HintMarks
from factdesk.ui.widgets.mark_button import MarkButton
from factdesk.ui.widgets.matches import Matches, occurrences
from factdesk.ui.widgets.place_menu import PlaceMenu, one_per_claim
from factdesk.ui.widgets.place_tip import show_tip
from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.reading import Reading
from factdesk.ui.widgets.reading_colours import ReadingColours
from factdesk.ui.widgets.reading_pane import ReadingPane
from factdesk.ui.widgets.span_index import SpanIndex


class ArticleView(ReadingPane):
    """Paints places for what is visible only, and never changes the document for them."""

    span_selected = Signal(object)
    """A Span, in whole words, was selected by mouse or keyboard."""

    selection_cleared = Signal()
    """Nothing is selected any more."""

    mark_wished = Signal(object)
    """The Span shall become a claim."""

    claim_picked = Signal(str)
    """The claim's place was clicked, or chosen where several lie."""

    claim_hovered = Signal(str)
    """The mouse came over a claim's place; empty when it left all of them."""

    menu_wished = Signal(str, object)
    """A menu is wanted at a point of the screen, for the smallest claim there or for none."""

    places_shown = Signal()
    """Other places than before are painted: all of them have changed."""

    place_changed = Signal(object, object)
    """A Place was, and is now; None before it came, and after it has gone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painter = ArticlePainter(self.geometry_of_text, self._colours)
        self.hints = HintMarks(self, self._painter.hints)
        self._gutter = Gutter(self.document().defaultFont())
        self._told: Span | None = None
        self._hovered = ""
        self._pressed: QPointF | None = None
        self._button = MarkButton(self.viewport())
        self._button.clicked.connect(self.wish_mark)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Article text"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the caret, Shift selects, Enter opens the claims at the caret")
        )
        self.selectionChanged.connect(self._selection_moved)

    def show_version(self, version: Version) -> None:
        """Show another text from its top, with no places and no matches yet."""
        self._painter.index = SpanIndex()
        self._painter.matches = Matches()
        self.hints.show(())
        super().show_version(version)

    def show_places(self, places: Iterable[Place]) -> None:
        """Paint these places and no others."""
        self._painter.index = SpanIndex(places)
        self.viewport().update()
        self.places_shown.emit()

    def put_place(self, place: Place) -> None:
        """Paint one more place, or paint it anew."""
        before = self._take_place(place.anchor)
        self._painter.index.put(place)
        self.repaint_span(Span(place.start, place.stop))
        self.place_changed.emit(before, place)

    def drop_place(self, anchor: str) -> None:
        """Paint that place no more."""
        place = self._take_place(anchor)
        if place is not None:
            self.place_changed.emit(place, None)

    def places(self) -> list[Place]:
        """List the places that are painted."""
        return list(self._painter.index)

    def select_claim(self, claim: str | None) -> None:
        """Set one claim's places off from the others."""
        before, self._painter.claim = self._painter.claim, claim
        for place in self._painter.index.touching(*self.geometry_of_text.visible()):
            if place.claim in {before, claim}:
                self.repaint_span(Span(place.start, place.stop))

    def wish_mark(self) -> None:
        """Wish for the selection to become a claim; without one, nothing happens."""
        span = self.selected_span()
        if span is not None:
            self.mark_wished.emit(span)

    def choose_at_caret(self) -> None:
        """Pick the claim at the caret, or offer the choice of several."""
        at = self.geometry_of_text.positions.to_code_point(self.textCursor().position())
        self._pick(at, self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))

    def repaint_span(self, span: Span) -> None:
        """Have painted what of a place is in view, with what is written beside its lines."""
        rect = self.geometry_of_text.seen_rect(*self._painter.hints.grown(*span))
        self.viewport().update(rect.adjusted(0, -2, 0, BELOW).toAlignedRect())

    def find_words(self, words: str) -> list[Span]:
        """List where words stand in the text."""
        return occurrences(self.text, words)

    def show_matches(self, matches: Iterable[Span]) -> None:
        """Paint what was found; looked at is none yet."""
        self._painter.matches = Matches(matches)
        self.viewport().update()

    def go_to_match(self, number: int) -> None:
        """Look at a match, counted from 0 and round and round."""
        self._look_at(self._painter.matches.go_to(number))

    def next_match(self) -> int | None:
        """Look at the match after this one, at first the first in view; returns its number."""
        return self._step_match(1)

    def previous_match(self) -> int | None:
        """Look at the match before this one; returns its number."""
        return self._step_match(-1)

    def set_reading(self, reading: Reading) -> None:
        """Change letters, zoom or measure, and stay at the place."""
        super().set_reading(reading)
        self._gutter = Gutter(self.document().defaultFont())

    def set_colours(self, colours: ReadingColours) -> None:
        """Paint for another colour scheme."""
        self._painter.set_colours(colours)
        super().set_colours(colours)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds, the text over them, and over it the strikes and outlines."""
        self._painter.prepare(QRectF(event.rect()))
        with QPainter(self.viewport()) as painter:
            self._painter.paint_grounds(painter, self.verticalScrollBar().value())
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            self._painter.paint_marks(painter)
            self._gutter.paint(painter, self._painter.beginning(), self._colours, self._column())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a click from a drag."""
        super().mousePressEvent(event)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = event.position() if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, or take a click to the places there."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if self.textCursor().hasSelection():
            self.show_selection(self.selected_span())
        elif pressed is not None:
            moved = (event.position() - pressed).manhattanLength()
            at = self.geometry_of_text.code_point_at(event.position())
            if at is not None and moved < QApplication.startDragDistance():
                self._pick(at, event.globalPosition().toPoint())
        self._selection_ended()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which claim the mouse is over."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            places = self._places_at(event.position())
            self._hover(places[0].claim if places else "")

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse is over no claim."""
        super().leaveEvent(event)
        self._hover("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks at the caret; all else as usual."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.choose_at_caret()
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Answer a resting mouse with the labels of the places there."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = QPointF(event.pos())
            places, hint = self._places_at(point), self.hints.reason_at(point)
            show_tip(places, event.globalPos(), self.viewport(), hint)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Wish for a menu where the mouse is, or at the caret for the menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        point = self.viewport().mapFromGlobal(event.globalPos())
        point = self.cursorRect().center() if by_key else point
        places = self._places_at(QPointF(point))
        self.hints.take_up_at(QPointF(point))
        self.menu_wished.emit(places[0].claim if places else "", self.viewport().mapToGlobal(point))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Take the floating button along."""
        super().scrollContentsBy(dx, dy)
        self._place_button()

    def _take_place(self, anchor: str) -> Place | None:
        place = self._painter.index.drop(anchor)
        if place is not None:
            self.repaint_span(Span(place.start, place.stop))
        return place

    def _places_at(self, point: QPointF) -> list[Place]:
        at = self.geometry_of_text.code_point_at(point)
        return [] if at is None else one_per_claim(self._painter.index.touching(at, at + 1))

    def _pick(self, at: int, point: QPoint) -> None:
        places = one_per_claim(self._painter.index.touching(at, at + 1))
        if len(places) == 1:
            self.claim_picked.emit(places[0].claim)
        elif places:
            PlaceMenu(places, self.claim_picked.emit, self).offer(point)

    def _hover(self, claim: str) -> None:
        if claim != self._hovered:
            self._hovered = claim
            self.claim_hovered.emit(claim)

    def _selection_moved(self) -> None:
        if not QApplication.mouseButtons():
            self._selection_ended()

    def _selection_ended(self) -> None:
        span = self.selected_span()
        if span == self._told:
            return
        self._told = span
        self._place_button()
        if span is None:
            self.selection_cleared.emit()
        else:
            self.span_selected.emit(span)

    def _place_button(self) -> None:
        span = self.selected_span()
        if span is None:
            self._button.hide()
        else:
            rect = self.geometry_of_text.rect(span).toAlignedRect()
            self._button.stand_by(rect, self.cursorRect())

    def _step_match(self, step: int) -> int | None:
        self._look_at(self._painter.matches.step(step, self.reading_position()))
        return self._painter.matches.number

    def _look_at(self, match: Span | None) -> None:
        if match is not None:
            self.reveal(match)
        self.viewport().update()
