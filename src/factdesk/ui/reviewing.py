"""Going through the claims that a new version, or somebody else's work, left to a person."""

from PySide6.QtCore import QObject, Signal

from factdesk.desk import revisions
from factdesk.desk.revisions import Review
from factdesk.model.article import Version
from factdesk.model.claim import UNDECIDED, Anchor, AnchorStatus
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.model.span import Span
from factdesk.model.verdict import Verdict
from factdesk.text.anchoring.candidates import Candidate
from factdesk.ui.actions import Acts
from factdesk.ui.news import News
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.page import Page
from factdesk.ui.session import Session
from factdesk.ui.widgets.proposals import Context, Proposal
from factdesk.ui.widgets.review_panel import ReviewCard

#: How much of the text around a place is shown, in code points.
_AROUND = 90


class Reviewing(QObject):
    """Walks what waits in the open article: what needs review first, then what has no place."""

    looked_at = Signal(str)
    """The claim that is looked at."""

    began = Signal()
    """Somebody goes through what waits."""

    def __init__(
        self, session: Session, opened: OpenArticle, news: News, page: Page, acts: Acts
    ) -> None:
        super().__init__(page)
        self._session, self._opened, self._news = session, opened, news
        self._view, self._bar, self._panel = page.view, page.versions, page.review
        self._acts = acts
        self._reviews: list[Review] = []
        self._left: set[Id] = set()  # what is left without a place in this walk
        self._at = 0
        opened.opened.connect(lambda *_: self._refresh())
        session.changed.connect(self._take_in)
        self._bar.review_wished.connect(self.begin)
        self._panel.accepted.connect(lambda _anchor, span: self._choose(span))
        self._panel.reselected.connect(lambda _anchor: self.choose_selection())
        self._panel.orphaned.connect(lambda _anchor: self._orphan())
        self._panel.skipped.connect(self._step)
        self._panel.closed.connect(self._end)
        self._panel.looked_at.connect(self._look_at)
        self._view.span_selected.connect(lambda _: self._offer_selection())
        self._view.selection_cleared.connect(self._offer_selection)
        self._offer_selection()

    @property
    def needing(self) -> int:
        """How many places need review."""
        return sum(one.anchor.status is AnchorStatus.NEEDS_REVIEW for one in self._reviews)

    @property
    def lost(self) -> int:
        """How many places are without words in the text."""
        return len(self._reviews) - self.needing

    def words(self) -> str:
        """Say in a sentence what waits."""
        told = [
            f"{self.needing:,} claim{'s need' if self.needing != 1 else ' needs'} review"
            if self.needing
            else "",
            f"{self.lost:,} {'have' if self.lost != 1 else 'has'} no place" if self.lost else "",
        ]
        return f"{', '.join(filter(None, told))}." if any(told) else "Every claim kept its words."

    def begin(self) -> None:
        """Go through what waits from the first, or back to where we were."""
        if self._panel.isHidden():
            self._at, self._left = 0, set()
        self._show()
        self.began.emit()

    def choose_selection(self) -> None:
        """Say that the claim under review belongs to what is selected on the page."""
        span = self._view.selected_span()
        if span is None or self._panel.isHidden():
            self._news.tell("Nothing is selected.", "Select the claim's words in the article.")
        else:
            self._view.clear_selection()
            self._choose(span)

    def _take_in(self, edit: Edit) -> None:
        judged = self._reviews and any(isinstance(one.record, Verdict) for one in edit.changes)
        if judged or any(map(_is_undecided, edit.changes)):
            self._refresh()

    def _refresh(self) -> None:
        """Say how many claims wait; which, is found out when somebody goes through them."""
        article, version = self._opened.article, self._opened.version
        self._reviews = []
        if article is None or version is None:
            self._bar.hide()
            self._end()
            return
        store = self._session.store
        if store.undecided_in(version.id):
            self._reviews = revisions.reviews(store, version)
        count = store.version_count(article.id)
        self._bar.show_versions(version.number, count, self.needing, self.lost)
        self._acts["review"].setEnabled(bool(self._reviews))
        self._acts["compare"].setEnabled(count > 1)
        if not self._panel.isHidden():
            self._show()

    def _waiting(self) -> list[Review]:
        """List what is to be gone through: what was just left without a place is done with."""
        return [
            one
            for one in self._reviews
            if one.anchor.id not in self._left or one.anchor.status is AnchorStatus.NEEDS_REVIEW
        ]

    def _show(self) -> None:
        version, waiting = self._opened.version, self._waiting()
        if version is None or self._at >= len(waiting):
            self._end()
            return
        card = self._card(waiting[self._at], version, len(waiting))
        self._panel.show()
        self._view.show_matches([])
        self._panel.show_card(card)
        self._offer_selection()
        self.looked_at.emit(waiting[self._at].anchor.claim)

    def _card(self, review: Review, version: Version, count: int) -> ReviewCard:
        store, anchor = self._session.store, review.anchor
        (line, *_) = store.rows_of_claim(anchor.claim, version.id)
        told = " · ".join(part for part in (line.kind, line.label) if part)
        return ReviewCard(
            anchor=anchor.id,
            reference=f"C{line.number}",
            old=self._old(review),
            proposals=tuple(
                Proposal(place.span, _context(version.text, place.span), place.likeness)
                for place in self._candidates(review, version)
            ),
            number=self._at + 1,
            of=count,
            told=told,
            was=f"As it was in version {review.number}" if review.number else "As it was told",
            likely=anchor.status is AnchorStatus.NEEDS_REVIEW,
        )

    def _old(self, review: Review) -> Context:
        """Cut the old words out of the version that they stood in."""
        before = review.before
        if review.number and before.status is not AnchorStatus.ORPHANED:
            return _context(self._session.store.version(before.version).text, before.span)
        return Context(before.prefix[-_AROUND:], before.exact, before.suffix[:_AROUND])

    @staticmethod
    def _candidates(review: Review, version: Version) -> tuple[Candidate, ...]:
        """Look for what may be meant by words from elsewhere only when they are shown."""
        if review.candidates is not None:
            return review.candidates
        return revisions.candidates(version, review.anchor)

    def _look_at(self, span: Span) -> None:
        self._view.reveal(span)
        self._view.show_matches([span])

    def _offer_selection(self) -> None:
        is_there = self._view.selected_span() is not None
        self._panel.show_selection(is_there=is_there)
        self._acts["belongs"].setEnabled(is_there and not self._panel.isHidden())

    def _choose(self, span: Span) -> None:
        version, anchor = self._opened.version, self._waiting()[self._at].anchor
        if version is not None:
            proposed = anchor.status is AnchorStatus.NEEDS_REVIEW and anchor.span == span
            self._session.do(
                lambda: (
                    revisions.accept(version, anchor)
                    if proposed
                    else revisions.choose(version, anchor, span)
                )
            )

    def _orphan(self) -> None:
        review = self._waiting()[self._at]
        self._left.add(review.anchor.id)
        if review.candidates is None:
            claim = self._session.store.claim(review.anchor.claim)
            self._session.do(lambda: revisions.leave_without(claim, review.anchor))
        elif review.anchor.status is AnchorStatus.ORPHANED:
            self._show()
        else:
            self._session.do(lambda: revisions.orphan(review.anchor, review.before))

    def _step(self, by: int) -> None:
        self._at = max(0, self._at + by)
        self._show()

    def _end(self) -> None:
        if not self._panel.isHidden():
            self._view.show_matches([])
            self._view.setFocus()
            self._panel.hide()
            self._offer_selection()
            self._tell()

    def _tell(self) -> None:
        """Say what is left to do when the walk is over."""
        version = self._opened.version
        if version is None or self.needing:
            return
        rows = self._session.store.claim_rows(version.article, version.id)
        old = len({row.claim for row in rows if row.outdated})
        if old:
            given = (
                "1 verdict was given before the words changed: it is"
                if old == 1
                else f"{old:,} verdicts were given before the words changed: they are"
            )
            self._news.tell("No claim needs review any more.", f"{given} marked in the list.")


def _is_undecided(change: Change) -> bool:
    """Tell whether a place waited for somebody, or waits now."""
    places = (one for one in (change.before, change.after) if isinstance(one, Anchor))
    return any(place.status in UNDECIDED for place in places)


def _context(text: str, span: Span) -> Context:
    """Cut out a place with whole words around it."""
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.stop : span.stop + _AROUND]
    if span.start > _AROUND:
        before = f"…{before[before.find(' ') + 1 :]}"
    if span.stop + _AROUND < len(text):
        after = f"{after[: after.rfind(' ') + 1].rstrip()} …"
    return Context(before, text[span.start : span.stop], after)
