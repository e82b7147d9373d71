"""Claims from elsewhere: asks where they shall go, and puts them there."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from factdesk.desk import annotations, claim_files, tables
from factdesk.desk.arrivals import Arrivals
from factdesk.desk.claim_files import ClaimFile
from factdesk.errors import FactdeskError, ImportFailed
from factdesk.importers.claims.columns import Field
from factdesk.importers.files import load
from factdesk.importers.readers import Readers
from factdesk.model.article import Article, Version
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.ui.dialogs.columns import Aim, ColumnsDialog
from factdesk.ui.imports import Imports
from factdesk.ui.long_edit import LongEdit, LongWish, Told
from factdesk.ui.open_article import OpenArticle
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

_FILES = (
    "Claims (*.docx *.docm *.csv *.tsv *.tab *.xlsx *.xlsm *.json *.jsonld *.html *.htm);;All (*)"
)


class Incoming(QObject):
    """Leads the claims of a file onto an article, or makes one of them."""

    opening_wished = Signal(str)
    """An article that is to be put on the page."""

    offered = Signal(object, object)
    """A ClaimFile, and the Article on the page: the user is to say where its claims shall go."""

    arrived = Signal(object, str)
    """The Arrivals, and the title of the article that they are on."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        reader: Readers,
        opened: OpenArticle,
        imports: Imports,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._tasks, self._reader = session, tasks, reader
        self._opened, self._imports = opened, imports
        self._window = window
        self.dialog: ColumnsDialog | None = None
        self.edit: LongEdit | None = None
        imports.has_page = lambda: opened.article is not None
        imports.claims_found.connect(self._ask)

    def choose(self) -> None:
        """Ask for a file, and put its claims onto the article on the page."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Import claims", "", _FILES)
        if name:
            self.take_in(Path(name))

    def take_in(self, path: Path) -> None:
        """Put the claims of a file onto the article on the page; without one, make one of them."""
        self._tasks.run(
            lambda: claim_files.opened(load(path), self._reader.claims),
            self._lead,
            lambda error: self._session.refused.emit(_of_file(path, error)),
        )

    def _ask(self, file: ClaimFile) -> None:
        """Have it asked where the claims of a dropped file shall go, if there is a choice."""
        if self._opened.article is None:
            self._lead(file)
        else:
            self.offered.emit(file, self._opened.article)

    def take_as_article(self, file: ClaimFile) -> None:
        """Take in by itself what was dropped: the article that was marked, or one of the claims."""
        if file.draft:
            self._imports.take_in_as_new(file.document, file.draft)
        else:
            self.gather(file)

    def bring_in(self, marked: Mapping[Id, ClaimFile]) -> None:
        """Put what was marked in documents onto the articles that they became."""
        for article, file in marked.items():
            self.put_on(article, file)

    def put_on(self, article: Id, file: ClaimFile) -> None:
        """Put the claims of a file onto an article, when it is known what its columns hold."""
        title = self._session.store.article(article).title
        words = f"will be looked for in “{title}”"
        self._with_columns(file, words, lambda columns: self._put_on(article, file, columns))

    def gather(self, file: ClaimFile) -> None:
        """Make an article of the claims of a file, when it is known what its columns hold."""
        words = "will be an article, with a paragraph for each claim"
        self._with_columns(file, words, lambda columns: self._gather(file, columns))

    def _lead(self, file: ClaimFile) -> None:
        article = self._opened.article
        if article is not None:
            self.put_on(article.id, file)
        else:
            self.gather(file)

    def _with_columns(
        self, file: ClaimFile, words: str, then: Callable[[Mapping[Field, int]], None]
    ) -> None:
        table = file.table
        if table is None:
            then({})
            return
        aim = Aim(words, tables.labels(self._session.store))
        dialog = ColumnsDialog(_name(file), table, tables.columns_of(table), aim, self._window)
        self.dialog = dialog

        def take() -> None:
            columns = dialog.columns
            tables.remember(table, columns)
            then(columns)

        dialog.take = take
        dialog.finished.connect(self._forget)
        dialog.open()

    def _put_on(self, article: Id, file: ClaimFile, columns: Mapping[Field, int]) -> None:
        store, checker = self._session.store, self._session.checker
        planned: list[tuple[Version, int, Arrivals]] = []

        def plan(store: Store, told: Told) -> Edit:
            version, last = store.latest_version(article), store.last_reference(article)
            claims = file.with_columns(columns).claims
            arrivals = annotations.put_on(store, version, claims, checker, told)
            planned[:] = [(version, last, arrivals)]
            return arrivals.edit

        def holds() -> bool:
            version, last, _ = planned[0]
            now = store.latest_version(article).id, store.last_reference(article)
            return now == (version.id, last)

        def done() -> None:
            self.opening_wished.emit(article)
            self.arrived.emit(planned[0][2], store.article(article).title)

        self._begin(LongWish(_name(file), _count(file), plan, holds, done))

    def _gather(self, file: ClaimFile, columns: Mapping[Field, int]) -> None:
        checker = self._session.checker
        planned: list[tuple[Article, Arrivals]] = []

        def plan(store: Store, told: Told) -> Edit:
            claims = file.with_columns(columns).claims
            planned[:] = [annotations.gather(store, file.document, claims, checker, told)]
            return planned[0][1].edit

        def done() -> None:
            article, arrivals = planned[0]
            self.opening_wished.emit(article.id)
            self.arrived.emit(arrivals, article.title)

        self._begin(LongWish(_name(file), _count(file), plan, lambda: True, done))

    def _begin(self, wish: LongWish) -> None:
        self.edit = LongEdit(self._session, self._tasks, wish, self._window)
        self.edit.begin()

    def _forget(self) -> None:
        self.dialog = None


def _of_file(path: Path, error: FactdeskError) -> ImportFailed:
    """Say which file it is that cannot be read."""
    return ImportFailed(f"{path.name}: {error.message}", error.advice, kind=error.kind)


def _name(file: ClaimFile) -> str:
    return file.document.name or "The file"


def _count(file: ClaimFile) -> int:
    return len(file.table.rows) if file.table else len(file.claims)
