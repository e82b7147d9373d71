"""The window: puts the parts together and leads every wish to where it is fulfilled."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QMainWindow, QSplitter

from factdesk.errors import FactdeskError
from factdesk.importers.readers import Readers
from factdesk.model.article import Article
from factdesk.model.lines import SearchHit
from factdesk.model.record import Id
from factdesk.model.span import Span
from factdesk.ui import actions, dropped
from factdesk.ui.article_at_hand import ArticleAtHand
from factdesk.ui.batch import Batch
from factdesk.ui.chooser import Chooser
from factdesk.ui.claim_at_hand import ClaimAtHand
from factdesk.ui.conflicts import Conflicts
from factdesk.ui.covering import Covering
from factdesk.ui.dressing import LookChoice
from factdesk.ui.exporting import Exporting
from factdesk.ui.focus_mode import FocusMode
from factdesk.ui.guidance import Guidance
from factdesk.ui.hint_choice import HintChoice
from factdesk.ui.hinting import Hinting
from factdesk.ui.identity import Identity
from factdesk.ui.imports import Imports
from factdesk.ui.incoming import Incoming
from factdesk.ui.kept_filters import KeptFilters
from factdesk.ui.library import Library
from factdesk.ui.memory import WindowMemory
from factdesk.ui.models.articles import ArticlesModel
from factdesk.ui.models.claims import ClaimsModel
from factdesk.ui.neighbours import Neighbours
from factdesk.ui.news import News
from factdesk.ui.offering import ArticleOffering, Offering
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.outcome import Outcome
from factdesk.ui.overseeing import Overseeing
from factdesk.ui.page import Page
from factdesk.ui.painted_by import PaintedBy
from factdesk.ui.reading_choice import ReadingChoice
from factdesk.ui.recalling import Recalling
from factdesk.ui.remarking import Remarking
from factdesk.ui.revising import Revising
from factdesk.ui.safekeeping import Safekeeping
from factdesk.ui.scale_keeping import ScaleKeeping
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.article_list import ArticleList
from factdesk.ui.widgets.claim_list import ClaimList
from factdesk.ui.widgets.claim_panel import ClaimPanel
from factdesk.ui.widgets.drop_overlay import DropOverlay, drop_words
from factdesk.ui.widgets.parts import splitter
from factdesk.ui.wishes import Wishes


class MainWindow(QMainWindow):
    """Articles at the left, the page in the middle, claims and the claim at hand at the right."""

    another_wished = Signal()
    """A second window on the same desk."""

    def __init__(self, session: Session, tasks: Tasks, reader: Readers) -> None:
        super().__init__()
        self.session, self.tasks, self.reader = session, tasks, reader
        articles, claims = ArticlesModel(self), ClaimsModel(self)
        self.articles = ArticleList(articles)
        self.page = Page()
        self.claims = ClaimList(claims)
        self.panel = ClaimPanel()
        self.actions_by_name = actions.build(self)
        self.library = Library(session, tasks, articles, self.articles, self)
        self.opened = OpenArticle(session, self.page.view, claims, self)
        self.at_hand = ClaimAtHand(
            session, self.opened, self.page.view, self.claims, self.panel, self
        )
        self.imports = Imports(session, tasks, reader, self)
        self.news = News(session.store, self.imports, self.page.banners, self.page.progress, self)
        self.exporting = Exporting(session, tasks, self.news, self)
        self.revising = Revising(self)
        self.incoming = Incoming(session, tasks, reader, self.opened, self.imports, self)
        self.outcome = Outcome(session, self.incoming, self.news, self.revising, self)
        self.chooser = Chooser(self.imports, self)
        self.memory = WindowMemory()
        self._oversee(claims)
        self._overlay: DropOverlay
        self._splitters = self._lay_out()
        self._connect_parts()
        self.wishes = Wishes(self)
        self._begin()

    def _oversee(self, claims: ClaimsModel) -> None:
        """Put beside page, list and panel what looks after them."""
        session, page, acts = self.session, self.page, self.actions_by_name
        self.covering = Covering(page.view, page.strip, self.opened, self)
        self.hint_choice = HintChoice(session, acts, self)
        self.hinting = Hinting(session, self.tasks, self.opened, page, self.covering, acts, self)
        page.hint_bar.set_menu(self.hint_choice.menu(page.hint_bar))
        self.reading = ReadingChoice(page.view, acts, self)
        self.look_choice = LookChoice(acts, self)
        ArticleOffering(acts, self.opened, self)
        self.offering = Offering(acts, self.at_hand, page.view, self.claims, self.panel, self)
        self.focus_mode = FocusMode((self.articles, self.claims), acts["focus"], self)
        self.guidance = Guidance(self, acts)
        self.article_at_hand = ArticleAtHand(
            session, self.tasks, self.opened, page.header.status, self
        )
        self.scale_keeping = ScaleKeeping(session, self)
        self.safekeeping = Safekeeping(session, self.tasks, self)
        self.identity = Identity(session, page.who, self)
        self.overseeing = Overseeing(session, page, self.go_to_claim, self)
        self.recalling = Recalling(
            session, self.tasks, self.opened, self.at_hand, page, self.panel, self
        )
        self.remarking = Remarking(
            session, self.tasks, self.opened, self.at_hand, claims, page, self
        )
        self.filters = KeptFilters(self.claims, self)
        self.painted_by = PaintedBy(self.opened, claims, page.legend, acts, self)
        self.conflicts = Conflicts(session, page.banners, self)
        self.neighbours = Neighbours(session, self._show_anew, self)

    def _show_anew(self) -> None:
        """Read all that is shown again."""
        self.library.fill()
        self.opened.repaint()
        self.hinting.look_again()

    def open_article(self, article: Id, place: Span | None = None) -> None:
        """Put an article on the page and choose it in the list."""
        self.panel.settle()
        try:
            self.opened.open(article, place=place)
        except FactdeskError as error:
            self.news.tell_fault(error)
            return
        self.page.leave_overview()
        self.articles.select_article(article)

    def go_to_claim(self, article: Id, claim: Id = "") -> None:
        """Put an article on the page, at one of its claims if one is named."""
        self.open_article(article)
        self.page.view.setFocus()
        if claim:
            self.at_hand.pick_up(claim)
            self.at_hand.reveal(claim)

    def take_up_last(self) -> None:
        """Open the article that was open when the window was closed, else the newest."""
        last = self.memory.article()
        if self.session.store.article_line(last) is None:
            newest = self.session.store.article_lines(limit=1)
            last = newest[0].article if newest else ""
        if last:
            self.open_article(last)
            self.page.view.setFocus()
        else:
            self.page.empty.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say what dropping here would do."""
        if dropped.accepts(event.mimeData()) and event.source() is None:
            event.acceptProposedAction()
            self._overlay.show_words(drop_words(event.mimeData()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Stop saying it."""
        self._overlay.show_words("")
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import what was dropped."""
        self._overlay.show_words("")
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.activateWindow()
        self.imports.take_in(dropped.sources(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else is left by it, leads back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.page.take_keyboard()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Paint the places anew when the colour scheme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self.opened.repaint()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell all that was typed, remember the window, and let the work under way end."""
        self.panel.settle()
        self.focus_mode.leave()
        article = self.opened.article.id if self.opened.article else ""
        self.memory.keep(self, self._splitters, article)
        self.imports.cancel()
        self.tasks.end()
        super().closeEvent(event)

    def _begin(self) -> None:
        self.setWindowTitle("Factdesk")
        self.setAcceptDrops(True)
        if not self.memory.restore(self, self._splitters):
            self.resize(QSize(1360, 860).boundedTo(self.screen().availableSize() * 0.96))
            self._splitters["columns"].setSizes([280, 700, 380])
            self._splitters["claims"].setSizes([300, 560])
        self.reading.apply()
        self.library.fill()

    def _lay_out(self) -> dict[str, QSplitter]:
        right = splitter(Qt.Orientation.Vertical, self.claims, self.panel)
        columns = splitter(Qt.Orientation.Horizontal, self.articles, self.page, right)
        columns.setStretchFactor(1, 1)
        self.setCentralWidget(columns)
        self._overlay = DropOverlay(self)
        return {"columns": columns, "claims": right}

    def _connect_parts(self) -> None:
        self.at_hand.refused.connect(self.news.tell_fault)
        self.news.description_wished.connect(self.article_at_hand.describe)
        self.news.opening_wished.connect(self.go_to_claim)
        self.news.mode_wished.connect(self.opened.change_modes)
        self.opened.claim_marked.connect(lambda _claim: self.news.drop_question())
        self.at_hand.shown.connect(lambda _sheet: self.imports.note_work())
        self.opened.opened.connect(lambda *_: self.imports.note_work())
        self.opened.mode_chosen.connect(self.news.drop_question)
        self.opened.opened.connect(self.page.show_article)
        self.opened.opened.connect(self._name_window)
        self.opened.opened.connect(self._go_on)
        self.articles.article_picked.connect(self.open_article)
        self.articles.hit_picked.connect(self._open_hit)
        self.articles.export_wished.connect(self.exporting.ask)
        self.articles.describe_wished.connect(self._opening(self.article_at_hand.describe))
        self.articles.sign_wished.connect(self._opening(self.article_at_hand.sign_off))
        self.imports.finished.connect(self._show_imported)
        self.incoming.opening_wished.connect(self.go_to_claim)
        self.page.progress.cancel_wished.connect(self.imports.cancel)
        self.page.left_out.bring_back_wished.connect(self.opened.bring_back)
        self.page.left_out.place_wished.connect(self.opened.show_place_of)
        self.page.empty.open_wished.connect(self.chooser.choose_files)
        self.page.empty.sample_wished.connect(self.chooser.take_sample)
        for link in (self.panel.link_wished, self.page.header.link_wished):
            link.connect(_open_link)
        original = self.session.store.article
        self.articles.link_wished.connect(lambda article: _open_link(original(article).url))
        self.covering.counted.connect(self.page.header.status.show_coverage)
        self.article_at_hand.fact_wished.connect(self.hinting.show_place)
        self.article_at_hand.claim_wished.connect(self.go_to_claim)
        self.covering.facts_counted.connect(self.page.header.status.show_facts)
        self.page.header.status.unmarked_wished.connect(self.hinting.go_to_unmarked)
        self.exporting.about_to_ask.connect(self.panel.settle)

    def _name_window(self, _article: object, _version: object) -> None:
        article = self.opened.article
        self.setWindowTitle(f"{article.title} — Factdesk" if article else "Factdesk")
        self.guidance.name_verdicts(self.session.store.scale(article.scale) if article else None)

    def _go_on(self, article: Article | None, _version: object) -> None:
        """Where the article on the page is gone, open what took its row in the list."""
        if article is None and (neighbour := self.articles.current()):
            self.open_article(neighbour)

    def _show_imported(self, batch: Batch) -> None:
        if batch.to_show is not None:
            self.open_article(batch.to_show)
            self.page.view.setFocus()

    def _open_hit(self, hit: SearchHit) -> None:
        self.open_article(hit.article, Span(hit.start, hit.stop))
        if hit.claim:
            self.at_hand.pick_up(hit.claim)
            self.at_hand.reveal(hit.claim)

    def _opening(self, act: Callable[[], None]) -> Callable[[Id], None]:
        """Open the article that is named before something is done with it."""

        def do(article: Id) -> None:
            self.open_article(article)
            act()

        return do


def _open_link(url: str) -> None:
    """Open a web page in the user's browser, on the user's click; no other kind of address."""
    if url.startswith(("http://", "https://")):
        QDesktopServices.openUrl(QUrl(url))
