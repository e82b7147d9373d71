"""The claim at hand: what its panel wishes becomes an edit, and what an edit changes is shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from factdesk.desk import claims, evidence, notes, sheets, states, verdicts
from factdesk.errors import FactdeskError
from factdesk.model.claim import Claim, Claimant, ClaimKind, WorkState
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Source
from factdesk.ui.open_article import OpenArticle, claim_of
from factdesk.ui.session import Session
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.claim_list import ClaimList
from factdesk.ui.widgets.claim_panel import ClaimPanel

#: How many known sources are offered for completion.
_OFFERED = 500


class ClaimAtHand(QObject):
    """Keeps list, page and panel on the same claim."""

    def __init__(
        self,
        session: Session,
        opened: OpenArticle,
        view: ArticleView,
        shown: ClaimList,
        panel: ClaimPanel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._opened = session, opened
        self._view, self._list, self._panel = view, shown, panel
        self.claim: Id | None = None
        self._connect_wishes()
        shown.claim_picked.connect(self.take_up)
        view.claim_picked.connect(self.pick_up)
        opened.claim_marked.connect(self.pick_up)
        opened.opened.connect(self._begin)
        session.changed.connect(self._take_in)

    def pick_up(self, claim: Id) -> None:
        """Take up a claim that was picked on the page: the list follows, the page stays."""
        self._list.select_claim(claim)
        self._show(claim)

    def take_up(self, claim: Id) -> None:
        """Take up a claim that was picked elsewhere: the page shows its place."""
        self._show(claim)
        self.reveal(claim)

    def reveal(self, claim: Id, anchor: Id = "") -> None:
        """Scroll the page to a place of the claim, the first if none is named."""
        version = self._opened.version
        if version is not None:
            places = self._session.store.anchors(claim, version.id)
            wanted = [place for place in places if place.id == anchor] or places
            if wanted:
                self._view.reveal(wanted[0].span)

    def remove(self, claim: Id | None = None) -> None:
        """Take a claim away, the one at hand if none is named; undo brings it back."""
        doomed = claim or self.claim
        if doomed is not None:
            self._do(doomed, lambda record: claims.remove(self._session.store, record))

    def _show(self, claim: Id | None) -> None:
        self.claim = claim
        self._view.select_claim(claim)
        version = self._opened.version
        if claim is None or version is None:
            self._panel.show_claim(None)
            return
        try:
            record = self._session.store.claim(claim)
            self._panel.show_claim(sheets.sheet(self._session.store, record, version))
        except FactdeskError as error:  # a damaged record is told and hides no other
            self.claim = None
            self._panel.show_claim(None)
            self._session.refused.emit(error)

    def _begin(self, article: object, _version: object) -> None:
        """Another article is on the page, or another version of it."""
        store, at_hand = self._session.store, self.claim
        if self._opened.article is not None:
            self._list.show_scale(store.scale(self._opened.article.scale))
        self._panel.show_claimants(store.claimant_names())
        self._panel.show_sources(store.recent_sources(_OFFERED))
        stays = at_hand is not None and store.article_of_claim(at_hand) == getattr(
            article, "id", None
        )
        self._show(at_hand if stays else None)
        self._list.select_claim(at_hand if stays and at_hand else "")

    def _take_in(self, edit: Edit) -> None:
        records = [change.record for change in edit.changes]
        if any(isinstance(record, Claimant) for record in records):
            self._panel.show_claimants(self._session.store.claimant_names())
        if any(isinstance(record, Source) for record in records):
            self._panel.show_sources(self._session.store.recent_sources(_OFFERED))
        touched = {claim_of(change) for change in edit.changes}
        sourced = any(isinstance(record, Source | Claimant) for record in records)
        if self.claim is not None and (self.claim in touched or sourced):
            there = self._session.store.article_of_claim(self.claim) is not None
            self._show(self.claim if there else None)
        elif self.claim is None and len(touched - {None}) == 1:
            self._come_back(touched)

    def _come_back(self, touched: set[Id | None]) -> None:
        """Take up the claim that an undo brought back."""
        (claim,) = touched - {None}
        article = self._opened.article
        if claim and article and self._session.store.article_of_claim(claim) == article.id:
            self.pick_up(claim)

    def _do(self, claim: Id, plan: Callable[[Claim], Edit], *, typed: bool = False) -> None:
        self._session.do(lambda: plan(self._session.store.claim(claim)), typed=typed)

    def _connect_wishes(self) -> None:
        panel, store = self._panel, self._session.store
        panel.reveal_wished.connect(self.reveal)
        panel.removal_wished.connect(self.remove)
        self._list.removal_wished.connect(self.remove)
        panel.wording_edited.connect(
            lambda claim, text: self._do(claim, lambda c: claims.reword(c, text), typed=True)
        )
        panel.rationale_edited.connect(
            lambda claim, text: self._do(claim, lambda c: claims.explain(c, text), typed=True)
        )
        panel.kind_picked.connect(
            lambda claim, kind: self._do(
                claim, lambda c: claims.classify(c, ClaimKind(kind) if kind else None)
            )
        )
        panel.claimant_edited.connect(
            lambda claim, name: self._do(claim, lambda c: claims.ascribe(store, c, name))
        )
        panel.state_picked.connect(
            lambda claim, state: self._do(
                claim, lambda c: states.progress(store, c, WorkState(state))
            )
        )
        panel.rating_picked.connect(self._judge)
        panel.withdraw_wished.connect(self._withdraw)
        panel.cite_wished.connect(self._cite)
        panel.uncite_wished.connect(
            lambda _claim, piece: self._session.do(
                lambda: evidence.remove(store.piece_of_evidence(piece))
            )
        )
        panel.note_added.connect(
            lambda claim, text: self._do(claim, lambda c: notes.add(c, text, self._session.checker))
        )

    def _judge(self, claim: Id, code: str) -> None:
        store = self._session.store

        def plan(record: Claim) -> Edit:
            article = store.article(record.article)
            scale, rating = verdicts.find_rating(store, article, f"{article.scale}:{code}")
            return verdicts.judge(store, record, scale, rating, checker=self._session.checker)

        self._do(claim, plan)

    def _withdraw(self, claim: Id) -> None:
        standing = verdicts.current(self._session.store.verdicts(claim))
        if standing is not None:
            self._do(claim, lambda record: verdicts.withdraw(record, standing))

    def _cite(self, claim: Id, wish: CiteWish) -> None:
        store = self._session.store

        def plan(record: Claim) -> Edit:
            if wish.evidence:
                return evidence.change(store, store.piece_of_evidence(wish.evidence), wish)
            return evidence.cite(store, record, wish)

        self._do(claim, plan)
