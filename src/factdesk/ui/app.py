"""Starting the window, and ending it when our own fault makes that necessary."""

import logging
import sys
import traceback
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from factdesk import logs
from factdesk.desk.opening import checker_at_work, default_path
from factdesk.errors import FactdeskError
from factdesk.importers.readers import Readers
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.ui import care, door
from factdesk.ui.dressing import Dressing
from factdesk.ui.main_window import MainWindow
from factdesk.ui.session import Session
from factdesk.ui.tasks import Tasks
from factdesk.ui.watchdog import asked_for

log = logging.getLogger(__name__)

#: Seconds that a thread which reads a document may keep the window's own waiting, at most.
_TURN = 0.001


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
    logs.watch_for_crashes()
    sys.excepthook = explain
    path = Path(arguments.desk) if arguments.desk else default_path()
    store = door.enter(path)
    while store is not None:
        code = work(app, store, arguments.sources)
        if code == care.MEND:
            store = door.ask(path, f"{path} is damaged: its pages no longer fit together.")
        elif code == care.RESTORE:
            store = door.restored(path, care.chosen_backup())
        else:
            logs.end_watch()
            return code
    logs.end_watch()
    return 1


def work(app: QApplication, store: Store, sources: Sequence[str]) -> int:
    """Show the window until it is closed; give the code with which the event loop ended."""
    with store, Readers() as reader:
        window = open_window(store, reader)
        window.show()
        care.tell_crash(window)
        QTimer.singleShot(0, lambda: begin(window, sources))
        watchdog = asked_for()
        code = app.exec()
        if watchdog is not None:
            sys.stderr.write(f"{watchdog.stop()}\n")
        return code


def make_application() -> QApplication:
    """Make the one QApplication, dressed."""
    sys.setswitchinterval(_TURN)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    if not isinstance(app, QApplication):
        raise TypeError("a QCoreApplication without windows is running already")
    app.setApplicationName("factdesk")
    app.setApplicationDisplayName("Factdesk")
    app.setDesktopFileName("factdesk")
    app.setWindowIcon(QIcon(str(files("factdesk.ui") / "assets" / "factdesk.svg")))
    if app.findChild(Dressing) is None:
        Dressing(app)
    return app


def open_window(store: Store, reader: Readers) -> MainWindow:
    """Build the window and what it needs."""
    tasks = Tasks()
    window = MainWindow(Session(store, checker_at_work(store)), tasks, reader)
    tasks.setParent(window)
    window.session.setParent(window)
    window.another_wished.connect(lambda: another_window(window))
    window.recalling.beside_wished.connect(
        lambda article, claim: open_beside(window, article, claim)
    )
    window.safekeeping.restore_wished.connect(care.restore)
    for name in ("another", "backups"):
        window.actions_by_name[name].setEnabled(store.path is not None)
    return window


def another_window(first: MainWindow) -> MainWindow | None:
    """Open a second window on the desk of the first, with a connection of its own.

    Each sees within a second what the other does. It goes with its connection when it is closed.
    """
    path, article = first.session.store.path, first.opened.article
    if path is None:
        return None
    try:
        store = Store.open(path)
    except FactdeskError as error:
        first.news.tell_fault(error)
        return None
    window = open_window(store, first.reader)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.destroyed.connect(store.close)
    window.resize(first.size())
    window.move(first.pos() + QPoint(40, 40))
    window.show()
    if article is not None:
        window.open_article(article.id)
    return window


def open_beside(window: MainWindow, article: Id, claim: Id) -> None:
    """Show a claim in the other window on the desk, opened if there is none."""
    others = (
        other
        for other in QApplication.topLevelWidgets()
        if isinstance(other, MainWindow)
        and other is not window
        and other.isVisible()
        and other.session.store.path == window.session.store.path is not None
    )
    beside = next(others, None) or another_window(window) or window
    beside.go_to_claim(article, claim)
    beside.raise_()


def begin(window: MainWindow, sources: Sequence[str]) -> None:
    """Take up the last work, and import what was named."""
    window.take_up_last()
    care.begin(window)
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
