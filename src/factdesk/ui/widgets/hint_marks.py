"""The hints on the page: underlined where no claim lies, and the one at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from factdesk.model.hint import HintPlace
from factdesk.model.span import Span
from factdesk.ui.widgets.hint_index import HintIndex

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factdesk.ui.widgets.article_view import ArticleView


class HintMarks(QObject):
    """At hand is the hint that the caret or the selection touches: there is no other state."""

    reached = Signal(object)
    """Another HintPlace is at hand, or None."""

    def __init__(self, view: ArticleView, index: HintIndex) -> None:
        super().__init__(view)
        self._view, self._index = view, index
        view.cursorPositionChanged.connect(self._reach)
        view.places_shown.connect(self._reach)
        view.place_changed.connect(self._reach)

    @property
    def at_hand(self) -> HintPlace | None:
        """The hint at the caret."""
        return self._index.at_hand

    def show(self, hints: Iterable[HintPlace]) -> None:
        """Underline these hints and no others."""
        self._index.show(hints)
        self._reach()
        self._view.viewport().update()

    def step(self, steps: int, *, bare: bool = False) -> bool:
        """Select the next free hint from the caret on, or the one before; tell whether there is.

        A bare one is in a sentence that no claim touches.
        """
        at = self.at_hand.start if self.at_hand else self._view.caret()
        hint = self._index.step(steps, at, bare=bare)
        if hint is None:
            return False
        self._view.select_span(hint.span)
        self._view.setFocus()
        return True

    def reason_at(self, point: QPointF) -> str:
        """Say why what lies at a point of the viewport can be checked; empty where nothing can."""
        hint = self._at(point)
        return hint.reason if hint else ""

    def take_up_at(self, point: QPointF) -> None:
        """Select the hint at a point of the viewport, unless more than it is selected."""
        hint = self._at(point)
        if hint is not None and hint != self.at_hand:
            self._view.select_span(hint.span)

    def _at(self, point: QPointF) -> HintPlace | None:
        at = self._view.geometry_of_text.code_point_at(point)
        found = [] if at is None else self._index.painted(Span(at, at + 1))
        return found[0] if found else None

    def _reach(self, *_: object) -> None:
        """Take in where the caret or the selection is."""
        span = self._view.raw_selection()
        caret = span if span.start < span.stop else Span(max(0, span.start - 1), span.start + 1)
        found = [hint for hint in self._index.free(caret) if hint.kind or hint.span == span]
        hint, before = found[0] if found else None, self.at_hand
        if hint != before:
            self._index.at_hand = hint
            for one in filter(None, (before, hint)):
                self._view.repaint_span(one.span)
            self.reached.emit(hint)
