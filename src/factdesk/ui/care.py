"""What the window sees to by itself when it opens: today's backup, and what the user must know."""

from PySide6.QtWidgets import QApplication

from factdesk import logs
from factdesk.desk import backups
from factdesk.desk.opening import network_drive
from factdesk.errors import DeskDamaged, FactdeskError
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.banner import Act, Tone

#: With this code the event loop ends when the desk is to be mended before work goes on.
MEND = 75


def begin(window: MainWindow) -> None:
    """Look after the desk on which the window has been opened."""
    path = window.session.store.path
    if path is None:
        return
    if kind := network_drive(path):
        window.page.banners.say(
            f"This desk lies on a network drive ({kind}).",
            "Work on it from one computer at a time, and keep backups on a disk of your own.",
            Tone.WARNING,
        )
    window.tasks.run(
        lambda: backups.daily(path), lambda _made: None, lambda error: _tell(window, error)
    )


def tell_crash(window: MainWindow) -> None:
    """Tell of a native crash that ended the program last time."""
    if report := logs.last_crash():
        window.page.banners.say(
            "Factdesk was ended by a crash last time. What was done before is saved.",
            f"The report holds no text of an article: {report}",
            Tone.WARNING,
        )


def _tell(window: MainWindow, error: FactdeskError) -> None:
    if isinstance(error, DeskDamaged):
        acts = [Act("&Mend…", lambda: _mend(window))]
        window.page.banners.say(error.message, "Stop working on it.", Tone.FAULT, acts)
    else:
        message = f"Today's backup could not be made. {error.message}"
        window.page.banners.say(message, error.advice, Tone.WARNING)


def _mend(window: MainWindow) -> None:
    window.close()
    QApplication.exit(MEND)
