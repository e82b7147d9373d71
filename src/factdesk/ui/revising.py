"""New versions at work: offered on import, compared, and reviewed claim by claim."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from factdesk.desk import claim_files, revisions
from factdesk.desk.revisions import Review
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.edit import Edit
from factdesk.model.span import Span
from factdesk.text.anchoring import difference
from factdesk.text.anchoring.candidates import Candidate
from factdesk.ui.dialogs.compare import CompareDialog
from factdesk.ui.imports import Imports
from factdesk.ui.news import News
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.page import Page
from factdesk.ui.session import Session
from factdesk.ui.widgets.review_panel import Context, Proposal, ReviewCard

#: How much of the text around a place is shown, in code points.
_AROUND = 90


class Revising(QObject):
    """Carries the open article's claims over to a new version, with a person where it is needed."""

    claims_wished = Signal(object)
    """What was marked in a document is to be brought in: a ClaimFile for an article's identity."""

    def __init__(
        self,
        session: Session,
        opened: OpenArticle,
        imports: Imports,
        news: News,
        page: Page,
    ) -> None:
        super().__init__(page)
        self._session, self._opened, self._imports, self._news = session, opened, imports, news
        self._page, self._view = page, page.view
        self._bar, self._panel = page.versions, page.review
        self._waiting: list[Review] = []
        self._at = 0
        self.dialog: CompareDialog | None = None
        imports.recognised.connect(self._offer)
        opened.opened.connect(lambda *_: self._refresh())
        session.changed.connect(self._take_in)
        self._bar.review_wished.connect(self.begin)
        self._bar.compare_wished.connect(self.compare)
        self._panel.accepted.connect(lambda _anchor, span: self._choose(span))
        self._panel.reselected.connect(self._reselect)
        self._panel.orphaned.connect(self._orphan)
        self._panel.skipped.connect(self._skip)
        self._panel.closed.connect(self._end)
        self._panel.looked_at.connect(self._look_at)

    def revise(self, article: Article, document: Document, draft: Draft) -> None:
        """Take a document in as a new version of an article."""
        store = self._session.store
        plan = partial(revisions.revise, store, article, document, draft)
        if self._session.do(lambda: plan().edit):
            self._opened.open(article.id)
            count = len(self._waiting)
            waits = f"{count} claims need review." if count else "Every claim kept its words."
            acts: list[tuple[str, Callable[[], None]]] = []
            acts += [("&Review", self.begin)] if count else []
            acts += self._marked(article, document, draft)
            self._news.tell(f"New version of “{article.title}”.", waits, *acts)

    def begin(self) -> None:
        """Go through the claims that need review, from the first."""
        self._at = 0
        self._show()

    def compare(self) -> None:
        """Show what has changed between two versions."""
        if self._opened.article is None:
            return
        versions = self._session.store.versions(self._opened.article.id)
        texts = {version.number: version.text for version in versions}

        def show(old: int, new: int) -> None:
            dialog.show_runs(difference(texts[old], texts[new]), texts[old], texts[new])

        dialog = self.dialog = CompareDialog(versions, self._page)
        dialog.versions_chosen.connect(show)
        dialog.ask()
        dialog.open()

    def _offer(self, document: Document, draft: Draft, article: Article) -> None:
        """Ask what a document is that looks like an article on the desk."""
        self._news.tell(
            f"This looks like a new version of “{article.title}”.",
            "Its claims are carried over; nothing is taken for the same that is not certain.",
            ("&New version", lambda: self.revise(article, document, draft)),
            ("Another &article", lambda: self._imports.take_in_as_new(document, draft)),
            *self._marked(article, document, draft, "Only "),
        )

    def _marked(
        self, article: Article, document: Document, draft: Draft, only: str = ""
    ) -> list[tuple[str, Callable[[], None]]]:
        """Offer to bring in as claims what was marked in a document."""
        if not draft.claims:
            return []
        file = claim_files.of_draft(document, draft)
        words = f"{only or 'Bring in '}the {file.words}"
        return [(words, lambda: self.claims_wished.emit({article.id: file}))]

    def _take_in(self, edit: Edit) -> None:
        if any(isinstance(change.record, Anchor) for change in edit.changes):
            self._refresh()

    def _refresh(self) -> None:
        """Say how many claims wait; which, is found out when somebody goes through them."""
        article, version = self._opened.article, self._opened.version
        self._waiting = []
        if article is None or version is None:
            self._bar.hide()
            self._end()
            return
        store = self._session.store
        if store.undecided_in(version.id):
            self._waiting = revisions.reviews(store, version)
        self._bar.show_versions(version.number, store.version_count(article.id), len(self._waiting))
        if not self._panel.isHidden():
            self._show()

    def _show(self) -> None:
        version = self._opened.version
        if not self._waiting or version is None:
            self._end()
            return
        self._at %= len(self._waiting)
        self._panel.show()
        self._panel.show_card(self._card(self._waiting[self._at], version))

    def _card(self, review: Review, version: Version) -> ReviewCard:
        text = version.text
        claim = self._session.store.claim(review.anchor.claim)
        before = review.before
        return ReviewCard(
            anchor=review.anchor.id,
            reference=claim.reference,
            old=Context(before.prefix[-_AROUND:], before.exact, before.suffix[:_AROUND]),
            proposals=tuple(
                Proposal(place.span, _context(text, place.span), place.likeness)
                for place in self._candidates(review, version)
            ),
            number=self._at + 1,
            of=len(self._waiting),
        )

    @staticmethod
    def _candidates(review: Review, version: Version) -> tuple[Candidate, ...]:
        """Look for what may be meant by words from elsewhere only when they are shown."""
        if review.candidates is not None:
            return review.candidates
        return revisions.candidates(version, review.anchor)

    def _current(self) -> Review:
        return self._waiting[self._at]

    def _look_at(self, span: Span) -> None:
        self._view.reveal(span)
        self._view.show_matches([span])

    def _reselect(self, _anchor: str) -> None:
        span = self._view.selected_span()
        if span is None:
            self._news.tell("Nothing is selected.", "Select the claim's words in the article.")
        else:
            self._choose(span)

    def _choose(self, span: Span) -> None:
        version, anchor = self._opened.version, self._current().anchor
        if version is not None:
            proposed = anchor.status is AnchorStatus.NEEDS_REVIEW and anchor.span == span
            self._session.do(
                lambda: (
                    revisions.accept(version, anchor)
                    if proposed
                    else revisions.choose(version, anchor, span)
                )
            )

    def _orphan(self, _anchor: str) -> None:
        review = self._current()
        if review.candidates is None:
            claim = self._session.store.claim(review.anchor.claim)
            self._session.do(lambda: revisions.leave_without(claim, review.anchor))
        elif review.anchor.status is AnchorStatus.ORPHANED:
            self._skip()
        else:
            self._session.do(lambda: revisions.orphan(review.anchor, review.before))

    def _skip(self) -> None:
        self._at += 1
        if self._at >= len(self._waiting):
            self._end()
        else:
            self._show()

    def _end(self) -> None:
        if not self._panel.isHidden():
            self._view.show_matches([])
            self._view.setFocus()
        self._panel.hide()


def _context(text: str, span: Span) -> Context:
    start, stop = span
    return Context(
        text[max(0, start - _AROUND) : start], text[start:stop], text[stop : stop + _AROUND]
    )
