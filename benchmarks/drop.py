"""From the drop of a page to its article on the screen: how long does a checker wait?

    python -m benchmarks.drop [--pages 50]

Pages of the open corpus are dropped on the real window one after the other, each when the one
before can be read, with a child that is warm. The clock starts before the drop event is handed to
the window and stops when the view has painted with the article's text in it. Wall time, in
milliseconds; on a screen of no hardware, so that what a graphics driver adds is not in it.
"""

import argparse
import gzip
import json
import os
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.importing.corpus import DATA, TOP
from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QObject, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent

from factdesk.desk import opening
from factdesk.importers.readers import Readers
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow

RESULTS = TOP / "benchmarks/results/drop.json"
LONGEST = 30_000  # milliseconds to wait for one page


class Painted(QObject):
    """Ends a loop when the view has painted another text than the one before."""

    def __init__(self, window: MainWindow, loop: QEventLoop) -> None:
        super().__init__()
        self._view, self._loop, self._before = window.page.view, loop, ""
        self.at = 0.0
        self._view.viewport().installEventFilter(self)

    def expect(self) -> None:
        """Wait for another text."""
        self._before, self.at = self._view.text, 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See each event of the view before it does; a paint is over when the loop is back."""
        another = self._view.text and self._view.text != self._before
        if event.type() == QEvent.Type.Paint and another and not self.at:
            self.at = -1.0
            QTimer.singleShot(0, self._note)
        return super().eventFilter(watched, event)

    def _note(self) -> None:
        self.at = time.perf_counter()
        self._loop.quit()


def dropped(window: MainWindow, painted: Painted, loop: QEventLoop, path: Path) -> float:
    """Drop a file; give the milliseconds until it can be read, infinite where that never comes."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        *(QPointF(window.rect().center()), Qt.DropAction.CopyAction, mime),
        *(Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier),
    )
    painted.expect()
    guard = QTimer(singleShot=True, interval=LONGEST)
    guard.timeout.connect(loop.quit)
    guard.start()
    began = time.perf_counter()
    window.dropEvent(event)
    loop.exec()
    return 1000 * (painted.at - began) if painted.at > 0 else float("inf")


def measured(folder: Path, pages: list[Path]) -> list[float]:
    """Drop each page once."""
    app = starting.make_application()
    store = opening.open_desk(folder / "desk.factdesk")
    with Readers() as reader:
        window = starting.open_window(store, reader)
        window.resize(1360, 860)
        window.show()
        loop = QEventLoop()
        painted = Painted(window, loop)
        dropped(window, painted, loop, pages[0])  # the child loads its libraries meanwhile
        times = [dropped(window, painted, loop, page) for page in pages[1:]]
        window.close()
    del app
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=50)
    count = parser.parse_args().pages
    packed = sorted((DATA / "newspages").rglob("*.html.gz"))
    chosen = packed[:: max(1, len(packed) // (count + 1))][: count + 1]
    if not chosen:
        raise SystemExit(f"There are no pages in {DATA}.")
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        pages = [Path(folder) / path.name.removesuffix(".gz") for path in chosen]
        for path, page in zip(chosen, pages, strict=True):
            page.write_bytes(gzip.decompress(path.read_bytes()))
        times = sorted(measured(Path(folder), pages))
    figures = {
        "pages": len(times),
        "median": statistics.median(times),
        "p95": times[int(0.95 * (len(times) - 1))],
        "longest": times[-1],
    }
    print(*(f"{name} {value:.0f}" for name, value in figures.items()))
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
