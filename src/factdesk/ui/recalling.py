"""What the desk remembers, beside what is at hand: asked from a thread, after a pause."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from factdesk.desk import memory
from factdesk.model.edit import Edit
from factdesk.model.memory import Recollection
from factdesk.model.record import Id
from factdesk.model.sheet import ClaimSheet
from factdesk.model.wishes import TakeOverWish
from factdesk.ui.asking import ask_aside
from factdesk.ui.claim_at_hand import ClaimAtHand
from factdesk.ui.open_article import OpenArticle, claim_of
from factdesk.ui.page import Page
from factdesk.ui.pause import Pause
from factdesk.ui.recalling_sources import RecallingSources
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.claim_panel import ClaimPanel
from factdesk.ui.widgets.earlier_search import EarlierSearch

#: So many claims are listed in a search, and so many letters of a selection are looked for.
_FOUND, _LONGEST = 30, 2000


class Recalling(QObject):
    """Shows earlier claims like the selection and like the claim at hand, and looks for others."""

    beside_wished = Signal(str, str)
    """An article and one of its claims are to be seen beside this one."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        opened: OpenArticle,
        at_hand: ClaimAtHand,
        page: Page,
        panel: ClaimPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._opened, self._at_hand, self._page, self._panel = opened, at_hand, page, panel
        self._wording = ""
        self._asked: tuple[Id | None, str] = (None, "")
        self.search = EarlierSearch(window)
        RecallingSources(session, tasks, panel, window)
        self._of_claim = Pause(self, self._recall_claim)
        self._of_selection = Pause(self, self._recall_selection)
        self._connect()

    def step_in(self) -> None:
        """Go to the earlier claims like what is at hand; from there, take evidence over."""
        elsewhere = self._selected() and not self._panel.is_in_earlier()
        if elsewhere or not self._panel.step_into_earlier():
            self.open_search()

    def open_search(self) -> None:
        """Look for earlier claims; what is selected, or the claim at hand, is offered."""
        claim = self._at_hand.claim
        reference = self._session.store.claim(claim).reference if claim else ""
        self.search.open_with(self._selected() or self._wording, reference)

    def _connect(self) -> None:
        view = self._page.view
        view.span_selected.connect(lambda _span: self._of_selection.start())
        view.selection_cleared.connect(self._of_selection.start)
        self._at_hand.shown.connect(self._take_up)
        self._session.changed.connect(self._take_in)
        self._page.earlier.shown_wished.connect(self.step_in)
        self.search.sought.connect(self._seek)
        self.search.take_over_wished.connect(self._take_over)
        for part in (self.search, self._panel):
            part.beside_wished.connect(self.beside_wished)

    def _take_up(self, sheet: ClaimSheet | None) -> None:
        """Ask anew where another claim, or another wording, is at hand."""
        wording = (sheet.claim.wording or sheet.quote) if sheet else ""
        self._wording = wording
        asked = (self._at_hand.claim, wording)
        if asked != self._asked:
            self._asked = asked
            self._of_claim.start()

    def _take_in(self, edit: Edit) -> None:
        """Ask anew where another claim than the one at hand has changed."""
        others = {claim_of(change) for change in edit.changes} - {None, self._at_hand.claim}
        if others and self._at_hand.claim:
            self._of_claim.start()

    def _recall_claim(self) -> None:
        claim = self._at_hand.claim

        def show(found: list[Recollection]) -> None:
            if claim == self._at_hand.claim:
                self._panel.show_earlier(found)

        self._recall(self._wording if claim else "", show)

    def _recall_selection(self) -> None:
        words = self._selected()

        def show(found: list[Recollection]) -> None:
            if words == self._selected():
                self._page.earlier.show_claims(found)

        self._recall(words, show)

    def _recall(self, words: str, show: Callable[[list[Recollection]], None]) -> None:
        article = self._opened.article
        if not words or article is None:
            show([])
        elif not self._window.isHidden():  # closed, and its desk with it
            ask_aside(
                self._session,
                self._tasks,
                lambda store: memory.recall(store, words, article.id),
                show,
            )

    def _seek(self, words: str) -> None:
        ask_aside(
            self._session,
            self._tasks,
            lambda store: memory.similar(store, words, _FOUND, self._at_hand.claim or ""),
            lambda found: self.search.show_found(words, found),
        )

    def _take_over(self, earlier: Id) -> None:
        if (claim := self._at_hand.claim) is not None:
            self._at_hand.wish(claim, TakeOverWish(earlier))

    def _selected(self) -> str:
        view = self._page.view
        span = view.selected_span()
        return view.text[span.start : span.stop][:_LONGEST].strip() if span else ""
