"""What the window sees to by itself when it opens: today's backup, and what the user must know."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from factdesk import logs
from factdesk.desk import backups
from factdesk.desk.opening import network_drive
from factdesk.errors import DeskDamaged, FactdeskError
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.banner import Act, Tone

#: With this code the event loop ends when the desk is to be mended before work goes on.
MEND = 75

#: And with this one when a backup is to take the desk's place.
RESTORE = 76
_CHOSEN = "chosen backup"


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
            [Act("&Copy report", lambda: _copy(report))],
        )


def _copy(report: Path) -> None:
    """Take the report to where it can be pasted into a message to us."""
    with suppress(OSError):
        QGuiApplication.clipboard().setText(report.read_text("utf-8", "replace"))


def restore(backup: Path) -> None:
    """Close all windows, so that a backup can take the place of the desk."""
    app = QApplication.instance()
    if app is not None:
        app.setProperty(_CHOSEN, str(backup))
        QApplication.closeAllWindows()
        app.exit(RESTORE)


def chosen_backup() -> Path:
    """Tell which backup was chosen last."""
    app = QApplication.instance()
    return Path(str(app.property(_CHOSEN) if app else ""))


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
