"""Draws the guide's pictures anew from the sample article.

    python docs/guide/pictures.py

Everything on them is made here: a desk in a temporary folder, the sample, two verdicts, one source.
"""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QSettings, QTimer

from factdesk import preferences, sample
from factdesk.__main__ import main as factdesk
from factdesk.desk.opening import open_desk
from factdesk.importers.readers import Readers
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


def _check_the_sample() -> None:
    factdesk(["import", str(sample.article())])
    factdesk(["mark", SLUG, "--batch", str(sample.claims())])
    factdesk(["judge", SLUG, "C1", "mostly false", "--rationale", WHY_NOT_FIRST])
    factdesk(["judge", SLUG, "C2", "false", "--rationale", WHY_NOT_18])
    source = ["--title", "Halvern Port Yearbook 2003", "--locator", "p. 14", "--stance", "refutes"]
    factdesk(["cite", SLUG, "C1", *source, "--url", "https://port.halvern.example/2003"])


def _take(window: MainWindow, name: str) -> None:
    """Wait until all is painted, then keep the picture."""
    loop = QEventLoop()
    QTimer.singleShot(1200, loop.quit)
    loop.exec()
    window.grab().save(str(HERE / f"{name}.png"))
    window.close()


if __name__ == "__main__":
    main()
