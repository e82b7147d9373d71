"""The export dialog at work: previews as asked, writes what was seen, keeps on record what went."""

import io
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from markdown_it import MarkdownIt
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from factdesk import preferences
from factdesk.desk import exports
from factdesk.desk.exports import Written, Wrote
from factdesk.desk.history import of_record
from factdesk.desk.reports import Rendered
from factdesk.errors import FactdeskError
from factdesk.exporters.registry import exporters
from factdesk.exporters.wording import languages
from factdesk.model.export import Order
from factdesk.model.record import Id
from factdesk.ui.dialogs.export import ExportDialog
from factdesk.ui.exports import Batch, Exports
from factdesk.ui.news import News
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.widgets.report_choice import Format
from factdesk.ui.widgets.report_preview import Preview

#: As wide as a digit.
_FIGURE_SPACE = "\u2007"


class Exporting(QObject):
    """Asks how an article shall be reported, shows it, and writes it."""

    about_to_ask = Signal()

    def __init__(self, session: Session, tasks: Tasks, news: News, window: QWidget) -> None:
        super().__init__(window)
        self._exports = Exports(session, tasks, self)
        self._session, self._news, self._window = session, news, window
        self.dialog: ExportDialog | None = None
        self._previews = 0
        self._exports.progressed.connect(self._progress)

    def ask(self, article: Id) -> None:
        """Open the dialog for an article."""
        self.about_to_ask.emit()
        store = self._session.store
        folder = preferences.load().export_folder or str(Path.home())
        dialog = self.dialog = ExportDialog(
            self._formats(),
            languages(),
            self._remembered(),
            Path(folder) / store.article(article).slug,
            len(store.article_ids()),
            self._window,
        )
        dialog.show_earlier(self._earlier(article))
        dialog.preview_wished.connect(lambda order: self._preview(article, order))
        dialog.export_wished.connect(
            lambda order, name, singles: self._write(article, order, Path(name), singles=singles)
        )
        dialog.all_wished.connect(self._write_all)
        dialog.cancel_wished.connect(self._exports.stop)
        dialog.copy_wished.connect(
            lambda order: self._exports.render(article, order, _copy, self._complain)
        )
        dialog.begin()
        dialog.open()

    def _formats(self) -> list[Format]:
        layouts = exports.templates(self._session.store)
        return [
            Format(
                form.name,
                form.title,
                form.suffix,
                form.worded,
                tuple((one.name, one.path.name) for one in layouts if one.format == form.name),
            )
            for form in exporters().values()
        ]

    def _remembered(self) -> Order:
        """Tell how the last report was wanted; a template that is gone is forgotten."""
        store = self._session.store
        last = exports.remembered(store)
        order = last._replace(language=last.language or store.house().language)
        try:
            exports.form_of(store, order)
        except FactdeskError:
            return Order("md", last.audience, language=order.language)
        return order

    def _earlier(self, article: Id) -> str:
        """Say which report of the article left the desk last."""
        store = self._session.store
        for last in store.exports(article)[-1:]:
            for moment in of_record(store, last.id)[:1]:
                return f"Last: {moment.title}, {moment.made[:10]} {moment.checker}".strip()
        return ""

    def _preview(self, article: Id, order: Order) -> None:
        self._previews += 1
        number = self._previews
        self._exports.show(
            article,
            order,
            lambda told: self._show(order, told, number),
            lambda error: self._fail(error, number),
        )

    def _show(self, order: Order, told: Rendered, number: int) -> None:
        """Show a preview, unless a later one has been asked for: threads end in any order."""
        if self.dialog is not None and number == self._previews:
            self.dialog.show_left_out(told.left_out)
            self.dialog.show_preview(_shown(order, told.content))

    def _fail(self, error: FactdeskError, number: int) -> None:
        if self.dialog is not None and number == self._previews:
            self.dialog.show_left_out(())
            self.dialog.show_fault(f"{error.message} {error.advice}")

    def _write(self, article: Id, order: Order, place: Path, *, singles: bool) -> None:
        def written(wrote: Wrote) -> None:
            self._keep(order, [wrote.written], place.parent)
            if self.dialog is not None:
                self.dialog.accept()
            self._news.tell("Report written.", str(place))

        self._exports.write(article, order, place, written, self._complain, singles=singles)

    def _write_all(self, order: Order, folder: str) -> None:
        def written(batch: Batch) -> None:
            self._keep(order, batch.written, Path(folder))
            if self.dialog is not None:
                self.dialog.show_progress(1, 1)
                self.dialog.show_message(_told(batch))
                self.dialog.show_not_written([(title, str(why)) for title, why in batch.failed])

        self._exports.write_all(order, Path(folder), written)

    def _keep(self, order: Order, written: list[Written], folder: Path) -> None:
        """Keep on record what was written; it is no step of work that could be undone."""
        preferences.change(export_folder=str(folder))
        session = self._session
        if written:
            session.note(lambda: exports.record(session.store, order, written, session.checker))

    def _progress(self, done: int, of: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(done, of)

    def _complain(self, error: FactdeskError) -> None:
        if self.dialog is not None:
            self.dialog.show_message(f"{error.message} {error.advice}")


def _told(batch: Batch) -> str:
    count = len(batch.written)
    told = [f"{count:,} report{'s'[: count != 1]} written."]
    told += [f"{batch.left:,} left, as you wished."] if batch.left else []
    told += [f"{len(batch.failed):,} not written."] if batch.failed else []
    return " ".join(told)


def _copy(told: Rendered) -> None:
    QGuiApplication.clipboard().setText(_as_text(told.content))


def _shown(order: Order, content: bytes) -> Preview:
    text = _as_text(content)
    if order.format in {"docx", "pdf"}:
        return Preview(page=text)
    if order.format == "html":
        return Preview(page=text, source=text)
    if order.format == "md":
        reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
        return Preview(page=str(reader.render(text)), source=text)
    return Preview(source=text)


def _as_text(content: bytes) -> str:
    """Show what was written; of a container its members, of other formats how much it is."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            sizes = [f"{one.file_size:,}" for one in archive.infolist()]
            wide = max(map(len, sizes), default=0)
            members = [
                f"{size.rjust(wide, _FIGURE_SPACE)}  {one.filename}"
                for size, one in zip(sizes, archive.infolist(), strict=True)
            ]
    except BadZipFile:
        members = []
    size = f"{len(content):,} bytes. This format can only be seen in its own program."
    return "\n".join([size, "", *members])
