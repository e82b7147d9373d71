"""New versions at work: offered on import, taken in, and compared."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from factdesk.desk import changes, claim_files, revisions
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article
from factdesk.model.edit import Edit
from factdesk.text.anchoring import difference
from factdesk.ui.dialogs.compare import CompareDialog, Shown
from factdesk.ui.reviewing import Reviewing
from factdesk.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from factdesk.ui.main_window import MainWindow

_Act = tuple[str, Callable[[], None]]


class Revising(QObject):
    """Carries an article's claims over to a new version of it."""

    claims_wished = Signal(object)
    """What was marked in a document is to be brought in: a ClaimFile for an article's identity."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._session, self._opened, self._page = window.session, window.opened, window.page
        self._imports, self._news, self._show = window.imports, window.news, window.open_article
        self.reviewing = Reviewing(
            self._session, self._opened, self._news, self._page, window.actions_by_name
        )
        self.reviewing.looked_at.connect(window.at_hand.pick_up)
        self.reviewing.began.connect(self._fall_silent)
        self._told: Banner | None = None
        self._offers: deque[tuple[Document, Draft, Article]] = deque()
        self._asks = False
        self.dialog: CompareDialog | None = None
        self._imports.recognised.connect(self._recognise)
        self._imports.version_read.connect(
            lambda document, draft, article: self.revise(article, document, draft)
        )
        self._page.versions.compare_wished.connect(self.compare)

    def choose_file(self) -> None:
        """Ask for the file that is the open article as it reads now."""
        article = self._opened.article
        if article is not None:
            name, _ = QFileDialog.getOpenFileName(self._page, f"New version of “{article.title}”")
            if name:
                self._imports.take_in_version(Path(name), article)

    def revise(self, article: Article, document: Document, draft: Draft) -> None:
        """Take a document in as a new version of an article."""
        store = self._session.store
        plan = partial(revisions.revise, store, article, document, draft)
        planned: list[Edit] = []

        def edit() -> Edit:
            planned[:] = [plan().edit]
            return planned[0]

        if not self._session.do(edit):
            return
        self._show(article.id)
        if not planned[0].changes:
            self._news.tell(f"“{article.title}” reads so already.", "Nothing was changed.")
            return
        waits = self.reviewing.needing or self.reviewing.lost
        acts: list[_Act] = [("&Review", self.reviewing.begin)] if waits else []
        acts += [("What has &changed", self.compare), *self._marked(article, document, draft)]
        message = f"New version of “{article.title}”."
        self._told = self._news.tell(message, self.reviewing.words(), *acts)

    def compare(self) -> None:
        """Show what has changed between two versions, with the claims in both."""
        if self._opened.article is None:
            return
        versions = self._session.store.versions(self._opened.article.id)
        if len(versions) < 2:
            return
        self.dialog = CompareDialog(versions, self._page)
        self.dialog.versions_chosen.connect(self._compare)
        self.dialog.ask()
        self.dialog.open()

    def _compare(self, old: int, new: int) -> None:
        """Show the difference of two versions of the open article."""
        store, article = self._session.store, self._opened.article
        if self.dialog is not None and article is not None:
            known = {version.number: version for version in store.versions(article.id)}
            pair = known[old], known[new]
            texts = pair[0].text, pair[1].text
            shown = Shown(difference(*texts), texts, changes.places(store, *pair))
            self.dialog.show_difference(shown)

    def _fall_silent(self) -> None:
        """Say no more that a version came in: it is being dealt with."""
        if self._told is not None:
            self._page.banners.dismiss(self._told)
            self._told = None

    def _recognise(self, document: Document, draft: Draft, article: Article) -> None:
        """Ask what a document is that looks like an article on the desk; one after the other."""
        self._offers.append((document, draft, article))
        if not self._asks:
            self._offer()

    def _offer(self) -> None:
        self._asks = bool(self._offers)
        if not self._asks:
            return
        document, draft, article = self._offers.popleft()
        called = f"“{document.name}”" if document.name else "This"
        more = f" {len(self._offers):,} more to come." if self._offers else ""
        banner = self._news.ask(
            f"{called} looks like a new version of “{article.title}”.",
            f"Its claims are carried over; only what is certain is taken for the same.{more}",
            ("&New version", lambda: self.revise(article, document, draft)),
            ("Another &article", lambda: self._imports.take_in_as_new(document, draft)),
            *self._marked(article, document, draft, "Only "),
        )
        banner.dismissed.connect(self._offer)

    def _marked(
        self, article: Article, document: Document, draft: Draft, only: str = ""
    ) -> list[_Act]:
        """Offer to bring in as claims what was marked in a document."""
        if not draft.claims:
            return []
        file = claim_files.of_draft(document, draft)
        words = f"{only or 'Bring in '}the {file.words}"
        return [(words, lambda: self.claims_wished.emit({article.id: file}))]
