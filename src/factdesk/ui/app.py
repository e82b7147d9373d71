"""Starting the window, and ending it when our own fault makes that necessary."""

import logging
import sys
import traceback
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from factdesk import logs
from factdesk.desk.opening import checker_at_work, default_path, open_desk
from factdesk.errors import DeskUnusable
from factdesk.importers.reader import Reader
from factdesk.store.store import Store
from factdesk.ui import theme
from factdesk.ui.main_window import MainWindow
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks

log = logging.getLogger(__name__)


class Arguments(Protocol):
    """What the window is started with."""

    @property
    def desk(self) -> str | None:
        """The desk file; None is the user's own."""

    @property
    def sources(self) -> list[str]:
        """Files and addresses to import."""


def main(arguments: Arguments) -> int:
    """Open the window on a desk and import what was named.

    Returns:
        0 done, 1 the desk cannot be worked on.
    """
    app = make_application()
    logs.start()
    sys.excepthook = explain
    path = Path(arguments.desk) if arguments.desk else default_path()
    try:
        store = open_desk(path)
    except DeskUnusable as error:
        QMessageBox.critical(None, "Factdesk", f"{error.message}\n\n{error.advice}")
        return 1
    with store, Reader() as reader:
        window = open_window(store, reader)
        window.show()
        QTimer.singleShot(0, lambda: begin(window, arguments.sources))
        return app.exec()


def make_application() -> QApplication:
    """Make the one QApplication, dressed."""
    app = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(app, QApplication):
        raise TypeError("a QCoreApplication without windows is running already")
    app.setApplicationName("factdesk")
    app.setApplicationDisplayName("Factdesk")
    app.setDesktopFileName("factdesk")
    app.setWindowIcon(QIcon(str(files("factdesk.ui") / "assets" / "factdesk.svg")))
    theme.apply(app)
    return app


def open_window(store: Store, reader: Reader) -> MainWindow:
    """Build the window and what it needs."""
    tasks = Tasks()
    window = MainWindow(Session(store, checker_at_work(store)), tasks, reader)
    tasks.setParent(window)
    window.session.setParent(window)
    return window


def begin(window: MainWindow, sources: Sequence[str]) -> None:
    """Take up the last work, and import what was named."""
    window.take_up_last()
    window.imports.take_in(
        name if name.startswith(("http://", "https://")) else Path(name) for name in sources
    )


def explain(kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    """Show a fault of our own: the work is safe; the report holds no text of an article."""
    if issubclass(kind, KeyboardInterrupt):
        QApplication.quit()
        return
    from factdesk.ui.dialogs.crash import CrashDialog  # noqa: PLC0415 - seldom needed

    places = "".join(traceback.format_tb(trace))
    report = f"{kind.__name__}\n\n{places}"
    log.error("%s", report)
    if CrashDialog(report).exec() != CrashDialog.DialogCode.Accepted:
        QApplication.exit(1)
