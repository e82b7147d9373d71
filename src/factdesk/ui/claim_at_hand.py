"""The claim at hand: what its panel wishes becomes an edit, and what an edit changes is shown."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from factdesk.desk import claims, life, sheets, wishes
from factdesk.errors import FactdeskError, Refused
from factdesk.model.claim import AnchorStatus, Checker, Claim, Claimant
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.model.remark import Weighed
from factdesk.model.sheet import ClaimSheet
from factdesk.model.source import Source
from factdesk.model.span import Span
from factdesk.model.wishes import BringBackWish, FieldWish, PlaceWish, SplitWish
from factdesk.ui.dialogs.life import LifeDialog
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.session import Session
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.claim_list import ClaimList
from factdesk.ui.widgets.claim_panel import ClaimPanel

#: How many known sources are offered for completion.
_OFFERED = 500

#: What may change how any claim is shown, or what it needs.
_COMMON = (Source, Claimant, Checker, House)


class ClaimAtHand(QObject):
    """Keeps list, page and panel on the same claim."""

    shown = Signal(object)
    """The panel shows this `ClaimSheet`, or None."""

    refused = Signal(object)
    """A FactdeskError stood in the way, and the panel has not told it."""

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
        self._wishing = False
        self._remarks: Mapping[Id, Sequence[Weighed]] = {}
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
            anchors = self._session.store.anchors(claim, version.id)
            places = [place for place in anchors if place.status is not AnchorStatus.ORPHANED]
            wanted = [place for place in places if place.id == anchor] or places
            if wanted:
                self._view.reveal(wanted[0].span)

    def remove(self, claim: Id | None = None) -> None:
        """Take a claim away, the one at hand if none is named; undo brings it back."""
        doomed = claim or self.claim
        if doomed is not None:
            store = self._session.store
            self._session.do(lambda: claims.remove(store, store.claim(doomed)))

    def wish(self, claim: Id, wish: object) -> bool:
        """Fulfil a wish for a claim; tell whether it is on the disk."""
        store, checker = self._session.store, self._session.checker
        typed = isinstance(wish, FieldWish) and wish.typed
        self._wishing = True
        done = self._session.do(
            lambda: wishes.plan(store, store.claim(claim), wish, checker), typed=typed
        )
        self._wishing = False
        return done

    def cross_off(self) -> None:
        """Cross the claim at hand off; its panel asks for the reason where there is no evidence."""
        self._panel.cross_off()

    def also_here(self, span: Span) -> None:
        """Say that the claim at hand stands at a place of the page too."""
        if self.claim is not None and self.wish(self.claim, PlaceWish((span,))):
            self._view.clear_selection()

    def split_off(self, *spans: Span) -> None:
        """Make claims of their own of parts of the claim at hand."""
        if self.claim is not None and self.wish(self.claim, SplitWish(spans)):
            self._view.clear_selection()

    def find_elsewhere(self, claim: Id | None = None) -> None:
        """Propose the places where the claim's words stand besides."""
        wanted, version = claim or self.claim, self._opened.version
        if wanted is not None and version is not None:
            store = self._session.store
            self._panel.show_elsewhere(sheets.elsewhere(store, store.claim(wanted), version))

    def copy_quote(self) -> None:
        """Put the words of the claim at hand on the clipboard."""
        if self.claim is not None and self._opened.version is not None:
            anchors = self._session.store.anchors(self.claim, self._opened.version.id)
            QGuiApplication.clipboard().setText(anchors[0].exact if anchors else "")

    def show_place(self) -> None:
        """Scroll the page to the claim at hand."""
        if self.claim is not None:
            self.reveal(self.claim)

    def show_remarks(self, remarks: Mapping[Id, Sequence[Weighed]]) -> None:
        """Take in the remarks on all claims of the article."""
        before, self._remarks = self._remarks, remarks
        if self.claim and before.get(self.claim, ()) != remarks.get(self.claim, ()):
            self._show(self.claim)

    def show_history(self, claim: Id | None = None) -> None:
        """Show the life of a claim, and bring an earlier state back if that is wished."""
        wanted, store = claim or self.claim, self._session.store
        if wanted is not None:
            record = store.claim(wanted)
            dialog = LifeDialog(record.reference, life.of_claim(store, record), self._panel)
            dialog.bring_back_wished.connect(
                lambda event: self.wish(wanted, BringBackWish(event.record, event.number))
            )
            dialog.open()

    def _show(self, claim: Id | None) -> None:
        self.claim = claim
        self._view.select_claim(claim)
        version = self._opened.version
        if claim is None or version is None:
            self._show_sheet(None)
            return
        store, checker = self._session.store, self._session.checker
        try:
            sheet = sheets.sheet(store, store.claim(claim), version, checker)
            self._show_sheet(sheets.with_remarks(store, sheet, self._remarks.get(claim, ())))
        except FactdeskError as error:  # a damaged record is told and hides no other
            self.claim = None
            self._show_sheet(None)
            self._session.refused.emit(error)

    def _show_sheet(self, sheet: ClaimSheet | None) -> None:
        self._panel.show_claim(sheet)
        self.shown.emit(sheet)

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
        touched = {_claim_of(change) for change in edit.changes} - {None}
        kin = {record.parent for record in records if isinstance(record, Claim)}
        common = any(isinstance(record, _COMMON) for record in records)
        if self.claim is not None and (self.claim in touched | kin or common):
            there = self._session.store.article_of_claim(self.claim) is not None
            self._show(self.claim if there else None)
        elif self.claim is None and len(touched) == 1:
            self._come_back(touched.pop())

    def _come_back(self, claim: Id | None) -> None:
        """Take up the claim that an undo brought back."""
        article = self._opened.article
        if claim and article and self._session.store.article_of_claim(claim) == article.id:
            self.pick_up(claim)

    def _tell_refusal(self, error: FactdeskError) -> None:
        if self._wishing:
            self._panel.show_refusal(error)
        if not (self._wishing and isinstance(error, Refused)):
            self.refused.emit(error)

    def _connect_wishes(self) -> None:
        panel = self._panel
        panel.wished.connect(self.wish)
        panel.reveal_wished.connect(self.reveal)
        panel.look_wished.connect(self._view.reveal)
        panel.claim_wished.connect(self._go_to)
        panel.elsewhere_wished.connect(self.find_elsewhere)
        panel.history_wished.connect(self.show_history)
        self._session.refused.connect(self._tell_refusal)

    def _go_to(self, claim: Id) -> None:
        self._list.select_claim(claim)
        self.take_up(claim)


def _claim_of(change: Change) -> Id | None:
    record = change.record
    return record.id if isinstance(record, Claim) else getattr(record, "claim", None)
