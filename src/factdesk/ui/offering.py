"""What can be done with article and claim: keys and menus offer it while it makes sense."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.model.record import Id
from factdesk.model.sheet import ClaimSheet
from factdesk.model.span import Span
from factdesk.ui.actions import Acts, fill, of_article, of_claim
from factdesk.ui.claim_at_hand import ClaimAtHand
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.claim_list import ClaimList
from factdesk.ui.widgets.claim_panel import ClaimPanel
from factdesk.ui.widgets.claim_state import STATES

#: What is done with the words that are selected, for the claim at hand.
_WITH_SELECTION = ("also_here", "split_off")

#: What is done with the article on the page.
_OF_ARTICLE = ("export", "find", "unmarked")

#: What there is only with another version, or with claims that wait.
_OF_VERSIONS = {"compare", "review"}


class ArticleOffering(QObject):
    """Offers what can be done with the article on the page, and checks what it is."""

    def __init__(self, acts: Acts, opened: OpenArticle, window: QWidget) -> None:
        super().__init__(window)
        self._acts, self._opened = acts, opened
        opened.opened.connect(lambda _article, _version: self._review())
        self._review()

    def _review(self) -> None:
        article = self._opened.article
        names = {entry.name for entry in of_article() if entry.name} - _OF_VERSIONS
        for name in (*_OF_ARTICLE, *names):
            self._acts[name].setEnabled(article is not None)
        if article is not None:
            self._acts[f"mode_{article.mode}"].setChecked(True)
            self._acts[f"stage_{article.stage}"].setChecked(True)


class Offering(QObject):
    """One menu for a claim wherever it is shown: it is taken up, and the window's actions act."""

    def __init__(
        self,
        acts: Acts,
        at_hand: ClaimAtHand,
        view: ArticleView,
        shown: ClaimList,
        panel: ClaimPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._acts, self._at_hand, self._view, self._window = acts, at_hand, view, window
        self._of_claim = [entry.name for entry in of_claim() if entry.name]
        self.menu: QMenu | None = None
        at_hand.shown.connect(self._review)
        view.span_selected.connect(self._review_selection)
        view.selection_cleared.connect(self._review_selection)
        view.menu_wished.connect(self._offer_on_page)
        shown.menu_wished.connect(self._offer_in_list)
        panel.menu_wished.connect(lambda _claim, point: self._open(self._begin(), point))
        self._review(None)

    def also_here(self) -> None:
        """Say that the claim at hand stands where something is selected."""
        if (span := self._view.selected_span()) is not None:
            self._at_hand.also_here(span)

    def split_off(self) -> None:
        """Make a part of the claim at hand of what is selected."""
        if (span := self._view.selected_span()) is not None:
            self._at_hand.split_off(span)

    def _review(self, sheet: ClaimSheet | None) -> None:
        """Offer what may be done with a claim, or that none is at hand."""
        for name in (*self._of_claim, "state"):
            self._acts[name].setEnabled(sheet is not None)
        for state in STATES:
            able = sheet is not None and state in sheet.offered
            self._acts[f"state_{state.name.lower()}"].setEnabled(able)
        self._acts["vote"].setEnabled(sheet is not None and sheet.house.votes > 0)
        self._review_selection(self._view.selected_span())

    def _review_selection(self, span: Span | None = None) -> None:
        selected, at_hand = span is not None, self._at_hand.claim is not None
        for name in _WITH_SELECTION:
            self._acts[name].setEnabled(selected and at_hand)
        self._acts["earlier"].setEnabled(selected or at_hand)

    def _offer_in_list(self, claim: Id, point: QPoint) -> None:
        if claim != self._at_hand.claim:
            self._at_hand.take_up(claim)
        self._open(self._begin(), point)

    def _offer_on_page(self, claim: Id, point: QPoint) -> None:
        """Offer what can be done with what is selected, and with the claim that stands there."""
        menu = QMenu(self._window)
        if self._acts["hint_accept"].isEnabled():
            menu.addActions([self._acts["hint_accept"], self._acts["hint_dismiss"]])
            menu.addSeparator()
        if self._view.selected_span() is not None:
            for name in ("mark", *_WITH_SELECTION, "earlier"):
                menu.addAction(self._acts[name])
            menu.addAction("C&opy", self._view.copy)
            menu.addSeparator()
        if claim:
            self._at_hand.pick_up(claim)
            fill(menu, of_claim(), self._acts)
        else:
            menu.addAction(self._acts["unmarked"])
            menu.addAction("Select &all", self._view.selectAll)
        self._open(menu, point)

    def _begin(self) -> QMenu:
        menu = QMenu(self._window)
        fill(menu, of_claim(), self._acts)
        return menu

    def _open(self, menu: QMenu, point: QPoint) -> None:
        self.menu = menu
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._forget)
        menu.popup(point)

    def _forget(self) -> None:
        self.menu = None
