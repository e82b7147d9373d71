"""Draws the guide's pictures anew from the sample article.

    python docs/guide/pictures.py

Everything on them is made here: a desk in a temporary folder, the sample, two verdicts, one source;
then the day of a line check on another desk, from the import to the sign-off, with keys alone.
"""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from factdesk import preferences, sample
from factdesk.__main__ import main as factdesk
from factdesk.desk.opening import NAMED_BY, open_desk
from factdesk.importers.readers import Readers
from factdesk.model.workflow import Role
from factdesk.ui import app as starting
from factdesk.ui import theme
from factdesk.ui.main_window import MainWindow

HERE = Path(__file__).parent
SLUG = "ferries-overtake-the-bridge-in-halvern-sound"
WHY_NOT_FIRST = (
    "The bridge was closed for repairs in **2003**, and for seven weeks the ferries carried more "
    "people than it did. The port's own yearbook says so."
)
WHY_NOT_18 = "From 2.1 to 2.4 million is a rise of 14 percent."


def main() -> None:
    """Make the desk, then the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        preferences.path = lambda: Path(folder) / "preferences.json"
        os.environ[NAMED_BY] = "Ada Quill"
        os.environ["FACTDESK_DESK"] = str(Path(folder) / "desk.factdesk")
        _check_the_sample()
        app = starting.make_application()
        with open_desk(Path(os.environ["FACTDESK_DESK"])) as store, Readers() as reader:
            for name, scheme in (("window", theme.LIGHT), ("window-dark", theme.DARK)):
                theme.wear(app, scheme)
                window = starting.open_window(store, reader)
                window.resize(1360, 860)
                window.show()
                starting.begin(window, [])
                window.claims.pick_next()
                _take(window, name)
                window.close()
            theme.wear(app, theme.LIGHT)
            with open_desk(Path(folder) / "day.factdesk") as day:
                _check_lines(starting.open_window(day, reader))


def _check_lines(window: MainWindow) -> None:
    """Import, mark what a hint shows, cite, cross off, sign off; a picture of each step."""
    window.resize(1240, 700)
    window.show()
    window.identity.introduce("Ada Quill", (Role.CHECKER,))
    window.imports.take_in([sample.article()])
    _wait(3000)
    _take(window, "day-1-imported")
    act = window.actions_by_name
    act["mode_line-check"].trigger()
    act["hint_next"].trigger()
    _take(window, "day-2-hint")
    for number in range(3):
        if number:
            act["hint_next"].trigger()
        QTest.keyClick(window.page.view, Qt.Key.Key_Return)
        QGuiApplication.clipboard().setText("https://port.halvern.example/2025/traffic")
        act["cite"].trigger()
        form = window.panel.evidence.form
        form.title.setText("Halvern Port, traffic of 2025")
        if not number:
            _take(window, "day-3-cite")
        QTest.keyClick(form.title, Qt.Key.Key_Return)
        act["cross_off"].trigger()
    _take(window, "day-4-crossed-off")
    act["sign_off"].trigger()
    _wait(1200)
    dialog = window.article_at_hand.dialog
    if dialog is None:
        raise SystemExit("The dialog did not open.")
    _take(dialog, "day-5-sign-off")
    dialog.reject()
    window.close()


def _check_the_sample() -> None:
    factdesk(["import", str(sample.article())])
    factdesk(["mark", SLUG, "--batch", str(sample.claims())])
    factdesk(["judge", SLUG, "C1", "mostly false", "--rationale", WHY_NOT_FIRST])
    factdesk(["judge", SLUG, "C2", "false", "--rationale", WHY_NOT_18])
    source = ["--title", "Halvern Port Yearbook 2003", "--locator", "p. 14", "--stance", "refutes"]
    factdesk(["cite", SLUG, "C1", *source, "--url", "https://port.halvern.example/2003"])


def _take(shown: QWidget, name: str) -> None:
    """Wait until all is painted, then keep the picture."""
    _wait(1200)
    shown.grab().save(str(HERE / f"{name}.png"), quality=0)  # the smallest file; nothing is lost


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
