"""The export dialog at work: previews as asked, writes what was seen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from factdesk import preferences
from factdesk.errors import FactdeskError
from factdesk.exporters.registry import exporters
from factdesk.model.record import Id
from factdesk.model.report import Audience
from factdesk.ui.dialogs.export import ExportDialog, Format
from factdesk.ui.exports import Exports
from factdesk.ui.news import News
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks


class Exporting(QObject):
    """Asks how an article shall be reported, shows it, and writes it."""

    about_to_ask = Signal()

    def __init__(self, session: Session, tasks: Tasks, news: News, window: QWidget) -> None:
        super().__init__(window)
        self._exports = Exports(session, tasks, self)
        self._session, self._news, self._window = session, news, window
        self.dialog: ExportDialog | None = None
        self._previews = 0

    def ask(self, article: Id) -> None:
        """Open the dialog for an article."""
        self.about_to_ask.emit()
        formats = [Format(one.name, one.title, one.suffix) for one in exporters().values()]
        folder = preferences.load().export_folder or str(Path.home())
        place = Path(folder) / self._session.store.article(article).slug
        dialog = self.dialog = ExportDialog(
            formats,
            place,
            lambda form, audience: self._preview(article, form, audience),
            self._window,
        )
        dialog.export_wished.connect(
            lambda form, audience, name: self._write(article, form, Audience(audience), Path(name))
        )
        dialog.copy_wished.connect(
            lambda form, audience: self._render(article, form, Audience(audience), _copy)
        )
        dialog.open()

    def _preview(self, article: Id, form: str, audience: Audience) -> None:
        self._previews += 1
        number = self._previews
        self._render(article, form, audience, lambda content: self._show(content, number))

    def _render(
        self, article: Id, form: str, audience: Audience, then: Callable[[bytes], None]
    ) -> None:
        self._exports.render(article, form, audience, then, self._complain)

    def _show(self, content: bytes, number: int) -> None:
        """Show a preview, unless a later one has been asked for: threads end in any order."""
        if self.dialog is not None and number == self._previews:
            self.dialog.show_preview(_as_text(content))

    def _write(self, article: Id, form: str, audience: Audience, place: Path) -> None:
        self._render(
            article,
            form,
            audience,
            lambda content: self._exports.write(content, place, self._written, self._complain),
        )

    def _written(self, place: Path) -> None:
        chosen = preferences.load().model_copy(update={"export_folder": str(place.parent)})
        preferences.save(chosen)
        if self.dialog is not None:
            self.dialog.accept()
        self._news.tell("Report written.", str(place))

    def _complain(self, error: FactdeskError) -> None:
        if self.dialog is not None:
            self.dialog.show_message(f"{error.message} {error.advice}")


def _copy(content: bytes) -> None:
    QGuiApplication.clipboard().setText(_as_text(content))


def _as_text(content: bytes) -> str:
    """Show what was written; of a format that is no text, how much it is."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        size = f"{len(content):,}"
        return (
            f"{size} bytes, ready to be written. This format can only be seen in its own program."
        )
