"""How much of the article is marked: kept up with every place, off the interactive path."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from factdesk.desk.coverage import Cover, sentences_in
from factdesk.model.article import Version
from factdesk.model.hint import HintPlace
from factdesk.model.span import Span
from factdesk.ui.idle import Idle
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.coverage_strip import CoverageStrip
from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.strip_index import StripIndex

#: How long after an article was opened its sentences are counted, in milliseconds.
PAUSE = 150

_STEP = 100  # places from one look at the clock to the next


class Covering(QObject):
    """Counts sentences without a mark and feeds the strip.

    All places are gone through once for an article, in slices; from then on each edit takes in its
    own places alone.
    """

    counted = Signal(int, int)
    """So many sentences without a mark, of so many; 0 of 0 until they are counted."""

    facts_counted = Signal(int)
    """So many checkable sentences without a mark; -1 where nobody looks for them."""

    def __init__(
        self,
        view: ArticleView,
        strip: CoverageStrip,
        opened: OpenArticle,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._view, self._strip, self._opened = view, strip, opened
        self._idle = Idle(PAUSE, self)
        self._cover, self._bins = Cover(), StripIndex(1)
        self._waiting: list[tuple[Place | None, Place | None]] | None = None
        self._hints: Sequence[HintPlace] | None = None
        view.places_shown.connect(self.begin)
        view.place_changed.connect(self._take_in)
        view.verticalScrollBar().valueChanged.connect(self._show_seen)
        view.verticalScrollBar().rangeChanged.connect(self._show_seen)
        strip.place_wished.connect(view.go_to)

    def begin(self) -> None:
        """Count anew: another text, or other places."""
        version = self._opened.version
        self._cover, self._bins = Cover(), StripIndex(len(self._view.text))
        self._waiting = []
        self.counted.emit(0, 0)
        if version is None:
            self._idle.stop()
            self._strip.show_index(self._bins)
        else:
            self._idle.begin(self._count(version, self._view.places()))

    def select_next_unmarked(self) -> None:
        """Select the next sentence that no claim touches; after the last comes the first."""
        at = self._view.caret()
        sentence = self._cover.next_unmarked(at)
        if sentence is not None:
            self._view.select_span(sentence)
            self._view.setFocus()

    def show_hints(self, hints: Sequence[HintPlace] | None) -> None:
        """Count the facts among the sentences too; None where nobody looks for any."""
        self._hints = hints
        if self._waiting is None:
            self._mix_hints()
            self._strip.refresh()
            self._tell()

    def _mix_hints(self) -> None:
        hints = self._hints or ()
        self._cover.show_checkable({hint.sentence for hint in hints})
        self._bins.show_hints(hints)

    def _count(self, version: Version, places: list[Place]) -> Iterator[None]:
        for block in version.blocks:
            self._cover.add(sentences_in(version, block))
            yield
        for number, place in enumerate(places):
            self._put(place)
            if number % _STEP == 0:
                yield
        changes, self._waiting = self._waiting or [], None
        for before, after in changes:
            self._change(before, after)
        self._mix_hints()
        self._strip.show_index(self._bins)
        self._show_seen()
        self._tell()

    def _take_in(self, before: Place | None, after: Place | None) -> None:
        if self._waiting is not None:
            self._waiting.append((before, after))
        else:
            self._change(before, after)
            self._strip.refresh()
            self._tell()

    def _change(self, before: Place | None, after: Place | None) -> None:
        if before is not None:
            self._bins.drop(before)
            self._cover.drop(Span(before.start, before.stop))
        if after is not None:
            self._put(after)

    def _put(self, place: Place) -> None:
        self._bins.put(place)
        self._cover.put(Span(place.start, place.stop))

    def _tell(self) -> None:
        self.counted.emit(self._cover.unmarked, len(self._cover))
        self.facts_counted.emit(-1 if self._hints is None else self._cover.facts)

    def _show_seen(self) -> None:
        self._strip.show_seen(self._view.geometry_of_text.visible())
