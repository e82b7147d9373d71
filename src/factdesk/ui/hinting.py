"""Where to look: hints of the article on the page, sought on a thread, accepted and dismissed."""

import time
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction

from factdesk import preferences
from factdesk.desk import hint_settings, hints
from factdesk.errors import FactdeskError
from factdesk.model.article import Article, Version
from factdesk.model.claim import ClaimKind
from factdesk.model.edit import Edit
from factdesk.model.hint import Dismissal, HintPlace, HintSettings
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.boundaries import snap_to_words
from factdesk.ui.asking import ask_aside
from factdesk.ui.covering import Covering
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.page import Page
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

#: How long after an article was opened its hints are sought, in milliseconds.
PAUSE = 200

#: How long the window has for itself between two parts of a text, in seconds.
_REST = 0.002

_OF_ONE = ("hint_accept", "hint_dismiss")
_OF_ALL = ("hint_next", "hint_previous", "hints_restore")


class _Found(NamedTuple):
    """The hints of a version, and those of them that are wanted."""

    places: list[HintPlace]
    wanted: list[HintPlace]


class Hinting(QObject):
    """Shows hints on the page and leads what is wished for them to the desk.

    They are sought once for a version, in parts on a thread, between which the window has its turn.
    """

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        opened: OpenArticle,
        page: Page,
        covering: Covering,
        acts: dict[str, QAction],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._tasks, self._opened = session, tasks, opened
        self._page, self._covering, self._acts = page, covering, acts
        self._marks, self._bar = page.view.hints, page.hint_bar
        self.is_on = preferences.load().hints
        self._places: list[HintPlace] | None = None
        self._known: tuple[str, str] | None = None
        self._sought = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._seek)
        opened.kind_of = self._kind_of
        self._connect()
        self._show_at_hand(None)
        self.look_again()

    def look_again(self) -> None:
        """Seek all hints anew."""
        self._sought += 1
        self._places = None
        self._show([])
        there = self._opened.version is not None
        self._bar.show_rest("", any_left=False)
        self._bar.setVisible(self.is_on and there)
        self._acts["hints"].setChecked(self.is_on)
        for name in _OF_ALL:
            self._acts[name].setEnabled(self.is_on and there)
        if self.is_on and there:
            self._pause.start()

    def toggle(self) -> None:
        """Show hints, or show none; that is remembered."""
        self.is_on = not self.is_on
        preferences.change(hints=self.is_on)
        self.look_again()

    def go_to_next(self) -> None:
        """Select the next hint."""
        self._marks.step(1)

    def go_to_previous(self) -> None:
        """Select the hint before."""
        self._marks.step(-1)

    def go_to_unmarked(self) -> None:
        """Select the next hint in a sentence that no claim touches, else the next such sentence."""
        if self._places is None or not self._marks.step(1, bare=True):
            self._covering.select_next_unmarked()

    def show_place(self, hint: HintPlace) -> None:
        """Select a hint, whether or not hints are shown."""
        self._page.view.select_span(hint.span)
        self._page.view.setFocus()

    def accept(self) -> None:
        """Make a claim of the hint at hand, or of what is selected at it, with the hint's kind."""
        hint, view = self._marks.at_hand, self._page.view
        if hint is not None:
            span = snap_to_words(view.text, view.selected_span() or hint.span)
            self._opened.mark(span, hints.claim_kind(hint.kind))

    def dismiss(self) -> None:
        """Want no claim of the hint at hand, and go on to the next."""
        hint, version, who = self._marks.at_hand, self._opened.version, self._session.checker
        if hint is None or version is None:
            return
        if self._session.do(lambda: hints.dismiss(version, hint, who)):
            self.go_to_next()

    def restore(self) -> None:
        """Have all dismissed hints of the article back."""
        store, article = self._session.store, self._opened.article
        if article is not None:
            self._session.do(lambda: hints.restore(store, article.id))

    def _kind_of(self, span: Span) -> ClaimKind | None:
        """Tell the kind of a claim on a place: that of the hint at hand, if it is its words."""
        hint = self._marks.at_hand
        if hint is None or snap_to_words(self._page.view.text, hint.span) != span:
            return None
        return hints.claim_kind(hint.kind)

    def _begin(self, article: Article | None, version: Version | None) -> None:
        """Another text is on the page, or the same article is described anew."""
        known = (version.id, article.language) if article and version else None
        if known != self._known:
            self._known = known
            self.look_again()

    def _seek(self) -> None:
        article, version, sought = self._opened.article, self._opened.version, self._sought
        if article is None or version is None:
            return

        def seek(store: Store) -> _Found:
            places: list[HintPlace] = []
            for part in hints.places(article, version, hint_settings.settings(store)):
                if sought != self._sought:
                    break
                places += part
                time.sleep(_REST)
            return _Found(places, _wanted(places, store, article))

        def show(found: _Found) -> None:
            if sought == self._sought:
                self._places = found.places
                self._show(found.wanted)

        def tell(error: FactdeskError) -> None:
            if sought == self._sought:
                self._bar.show_rest(error.message, any_left=False)

        ask_aside(self._session, self._tasks, seek, show, tell)

    def _show(self, wanted: list[HintPlace]) -> None:
        self._marks.show(wanted)
        self._covering.show_hints(None if self._places is None else wanted)

    def _take_in(self, edit: Edit) -> None:
        records = [change.record for change in edit.changes]
        article = self._opened.article
        if any(isinstance(record, HintSettings) for record in records):
            self.look_again()
        elif article is not None and self._places is not None:
            own = (one for one in records if isinstance(one, Dismissal))
            if any(one.article == article.id for one in own):
                self._show(_wanted(self._places, self._session.store, article))

    def _show_at_hand(self, hint: HintPlace | None) -> None:
        self._bar.show_hint(hint)
        for name in _OF_ONE:
            self._acts[name].setEnabled(hint is not None)

    def _tell_rest(self, facts: int) -> None:
        if self._places is not None:
            self._bar.show_rest(rest_words(facts, len(self._places)), any_left=facts > 0)

    def _connect(self) -> None:
        self._page.view.addActions([self._acts[name] for name in _OF_ONE])
        self._opened.opened.connect(self._begin)
        self._session.changed.connect(self._take_in)
        self._covering.facts_counted.connect(self._tell_rest)
        self._marks.reached.connect(self._show_at_hand)
        self._bar.accept_wished.connect(self.accept)
        self._bar.dismiss_wished.connect(self.dismiss)
        self._bar.next_wished.connect(self.go_to_next)


def _wanted(places: list[HintPlace], store: Store, article: Article) -> list[HintPlace]:
    dismissed = hints.Dismissed(store.dismissals(article.id))
    return [place for place in places if not dismissed.has(place)]


def rest_words(facts: int, hints: int) -> str:
    """Say in words what is left to be looked at."""
    if facts:
        return f"{facts:,} checkable fact{'s' if facts != 1 else ''} unmarked"
    return "Every checkable fact is marked or dismissed ✓" if hints else "Nothing checkable found"
