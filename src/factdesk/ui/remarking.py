"""What the program remarks on the article at hand, made on a thread after a pause."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from factdesk.desk import remarks
from factdesk.desk.remarks import Survey
from factdesk.desk.weighing import weigh
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit
from factdesk.model.record import Id, Record
from factdesk.model.remark import SetAside, Weighed
from factdesk.model.wishes import SetAsideWish, TakeUpWish
from factdesk.store.store import Store
from factdesk.ui.asking import ask_aside
from factdesk.ui.claim_at_hand import ClaimAtHand
from factdesk.ui.models.claims import ClaimsModel, Remarked
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.page import Page
from factdesk.ui.pause import Pause
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks


class Remarking(QObject):
    """Looks at the whole article when it is opened, and again at each claim that an edit touches.

    What is set aside, or taken up again, is shown at once: it changes no remark.
    """

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        opened: OpenArticle,
        at_hand: ClaimAtHand,
        model: ClaimsModel,
        page: Page,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._window = session, tasks, window
        self._opened, self._at_hand, self._model, self._page = opened, at_hand, model, page
        self._survey: Survey | None = None
        self._weighed: dict[Id, list[Weighed]] = {}
        self._stale: set[Id] = set()
        self._whole = True
        self._pause = Pause(self, self._look)
        opened.opened.connect(self._begin)
        session.changed.connect(self._take_in)
        at_hand.shown.connect(self._look_at_hand)
        page.remarks.wished.connect(self._fulfil)
        page.remarks.look_wished.connect(page.view.reveal)
        page.remarks.closed.connect(page.remarks.hide)
        page.header.remarks_wished.connect(self.toggle)

    def toggle(self) -> None:
        """Show the article's own remarks, or hide them again."""
        self._page.remarks.setVisible(self._page.remarks.isHidden())

    def _begin(self, article: Article | None, version: Version | None) -> None:
        """Look at all of an article: another one, or one of which much may have changed."""
        if self._survey is not None and (version is None or version.id != self._survey.version):
            self._survey = None
            self._show()
        self._whole = True
        if article is not None:
            self._pause.start()

    def _look_at_hand(self) -> None:
        """Look at the claim at hand if that was not done yet, because the article has too many."""
        claim = self._at_hand.claim
        if claim and self._survey and claim not in self._survey.found:
            self._stale.add(claim)
            self._pause.start()

    def _take_in(self, edit: Edit) -> None:
        records = [change.record for change in edit.changes]
        if any(isinstance(record, SetAside) for record in records):
            self._show()
        self._stale |= {claim for record in records if (claim := _claim_of(record))}
        if self._stale:
            self._pause.start()

    def _look(self) -> None:
        article, before = self._opened.article, self._survey
        if article is None or self._window.isHidden():  # closed, and its desk with it
            return
        stale, self._stale = self._stale, set()
        whole, self._whole = self._whole, False

        def look(store: Store) -> Survey:
            if whole or before is None:
                return remarks.first_look(store, article)
            return remarks.look_again(store, article, before, stale)

        def show(found: Survey) -> None:
            if self._opened.version is not None and self._opened.version.id == found.version:
                self._survey = found
                self._show(None if whole or before is None else stale)
                self._look_at_hand()

        ask_aside(self._session, self._tasks, look, show)

    def _show(self, claims: Iterable[Id] | None = None) -> None:
        """Show the remarks on some claims anew, or on all of them."""
        store, found = self._session.store, self._survey
        asides = store.set_asides(self._opened.article.id) if self._opened.article else []
        made = found.found if found else {}
        kept = {} if claims is None else self._weighed
        anew = made if claims is None else ("", *claims)
        weighed = self._weighed = kept | {one: weigh(made.get(one, ()), asides) for one in anew}
        self._model.show_remarks(_counted(weighed))
        self._at_hand.show_remarks(weighed)
        own = weighed.get("", [])
        names = {checker.id: checker.name for checker in store.checkers()} if own else {}
        self._page.remarks.show_remarks(own, names)
        self._page.header.show_remarks(own)

    def _fulfil(self, wish: SetAsideWish | TakeUpWish) -> None:
        """Set one of the article's own remarks aside, or take it up again."""
        article, store = self._opened.article, self._session.store
        if article is None:
            return

        def plan() -> Edit:
            if isinstance(wish, TakeUpWish):
                return remarks.take_up_again(store.set_aside(wish.aside))
            return remarks.set_aside(article.id, wish.remark, wish.reason, self._session.checker)

        self._session.do(plan)


def _claim_of(record: Record) -> Id:
    """Tell which claim a record is, or hangs on; what is set aside changes no remark."""
    if isinstance(record, SetAside):
        return ""
    return record.id if isinstance(record, Claim) else getattr(record, "claim", None) or ""


def _counted(weighed: Mapping[Id, list[Weighed]]) -> dict[Id, Remarked]:
    return {
        claim: Remarked(sum(one.is_open for one in said), sum(one.contradicts for one in said))
        for claim, said in weighed.items()
        if said and claim
    }
