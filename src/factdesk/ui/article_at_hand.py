"""What is said of the article on the page, where it stands, and who answers for it."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from factdesk.desk import articles, hints, houses, signoffs
from factdesk.desk.overview import today, urgency
from factdesk.errors import FactdeskError
from factdesk.exporters.wording import languages
from factdesk.model.article import Article, Mode
from factdesk.model.edit import Edit
from factdesk.model.hint import HintPlace
from factdesk.model.record import Id
from factdesk.model.sheet import Hindrance, Signed
from factdesk.model.workflow import Role
from factdesk.store.store import Store
from factdesk.ui.asking import ask_aside
from factdesk.ui.dialogs.article import ArticleDialog
from factdesk.ui.dialogs.house import HouseDialog
from factdesk.ui.dialogs.signoff import Given, SignOffDialog
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.article_status import ArticleStatus, SignOffs

#: How long after an edit it is looked whether sign-offs still hold, in milliseconds.
PAUSE = 400


class Standing(NamedTuple):
    """Who has signed, whether it still holds, what is missing, and facts without a claim."""

    given: list[Signed]
    missing: list[Hindrance]
    facts: list[HintPlace]


class ArticleAtHand(QObject):
    """Leads the wishes of the head of the page to the desk, and keeps it up to date.

    Hashes of articles are computed on a thread, and only where somebody has signed.
    """

    fact_wished = Signal(object)
    """A HintPlace shall be shown on the page."""

    claim_wished = Signal(str, str)
    """A claim of an article shall be taken up: the identities of both."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        opened: OpenArticle,
        status: ArticleStatus,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._opened = session, tasks, opened
        self._status, self._window = status, window
        self.dialog: ArticleDialog | HouseDialog | SignOffDialog | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._look)
        status.mode_picked.connect(opened.change_mode)
        status.stage_picked.connect(self.set_stage)
        status.describe_wished.connect(self.describe)
        status.sign_wished.connect(self.sign_off)
        opened.opened.connect(self._show)
        session.changed.connect(lambda _edit: self._pause.start())

    def describe(self) -> None:
        """Show what is said of the article, to be changed."""
        if (article := self._opened.article) is None:
            return
        dialog = self.dialog = ArticleDialog(article, self._window)
        dialog.take = lambda: self._describe(dialog.fields(), insist=True)
        self._open(dialog)

    def set_stage(self, stage: str) -> None:
        """Say how far the article is on its way."""
        self._describe({"stage": stage})

    def set_house(self) -> None:
        """Show the desk's settings, to be changed."""
        store = self._session.store
        house = store.house()
        dialog = self.dialog = HouseDialog(house, store.scales(), languages(), self._window)
        dialog.take = lambda: self._carry_out(houses.describe(store, **dialog.fields()))
        dialog.logo.chosen.connect(lambda path: self._show_logo(dialog, path))
        self._open(dialog)

    @staticmethod
    def _show_logo(dialog: HouseDialog, path: Path) -> None:
        try:
            dialog.logo.show_value(houses.picture(path))
        except FactdeskError as error:
            dialog.tell(str(error))

    def sign_off(self) -> None:
        """Ask in which role somebody answers for the article, and say what is missing."""
        article, who = self._opened.article, self._session.checker
        if article is None or who is None:
            return
        roles = self._session.store.checker(who).roles
        dialog = self.dialog = SignOffDialog(article.title, roles, self._window)
        dialog.signed.connect(lambda role, reason: self._sign(article, who, Role(role), reason))
        self._open(dialog)

        def show(standing: Standing) -> None:
            if self.dialog is dialog:
                told = self._told(standing.given)
                dialog.show_state(told, standing.missing, len(standing.facts))
                dialog.facts_wished.connect(lambda: self.fact_wished.emit(standing.facts[0]))
                dialog.claim_wished.connect(partial(self.claim_wished.emit, article.id))

        ask_aside(self._session, self._tasks, lambda store: _standing(store, article), show)

    def _sign(self, article: Article, who: Id, role: Role, reason: str) -> None:
        def plan(store: Store) -> Edit:
            return signoffs.sign_article(store, article, role, who, reason)

        ask_aside(self._session, self._tasks, plan, self._carry_out)

    def _describe(self, fields: dict[str, object], *, insist: bool = False) -> None:
        """Describe the article; to insist is to raise a refusal instead of telling it."""
        article = self._opened.article
        if article is None:
            return
        if insist:
            self._carry_out(articles.describe(article, **fields))
        else:
            self._session.do(lambda: articles.describe(article, **fields))

    def _carry_out(self, edit: Edit) -> None:
        self._session.do(lambda: edit)

    def _open(self, dialog: ArticleDialog | HouseDialog | SignOffDialog) -> None:
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        self.dialog = None

    def _show(self, article: Article | None, _version: object) -> None:
        if article is not None:
            self._status.show_deadline(*urgency(article.deadline or "", today()))
            self._look()

    def _look(self) -> None:
        """Look on a thread whether the sign-offs still hold, if there are any."""
        article = self._opened.article
        if article is None or self._window.isHidden():  # closed, and its desk with it
            return
        if not self._session.store.signoffs_of_article(article.id):
            self._status.show_signoffs(SignOffs.NONE, "")
            return

        def show(given: list[Signed]) -> None:
            now = self._opened.article
            if now is not None and now.id == article.id:
                holds = any(one.valid for one in given)
                words = "\n".join(one.words for one in self._told(given))
                self._status.show_signoffs(SignOffs.VALID if holds else SignOffs.STALE, words)

        ask_aside(
            self._session, self._tasks, lambda store: signoffs.of_article(store, article), show
        )

    def _told(self, given: list[Signed]) -> list[Given]:
        names = {checker.id: checker.name for checker in self._session.store.checkers()}
        return [
            Given(
                f"{names.get(signoff.checker, 'Somebody')}, {signoff.role}, {signoff.signed[:10]}",
                valid,
                signoff.override,
            )
            for signoff, valid in given
        ]


def _standing(store: Store, article: Article) -> Standing:
    given = signoffs.of_article(store, article)
    checks_lines = article.mode is Mode.LINE_CHECK
    facts = hints.unmarked_facts(store, article) if checks_lines else []
    return Standing(given, signoffs.missing_for_signoff(store, article), facts)
