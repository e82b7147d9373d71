"""A batch of pages comes in while somebody marks claims: how long does the window not answer?

    python -m benchmarks.batch [--pages 191] [--every 100]

Pages of the open corpus are given to the real window together. While two children read them a claim
is marked by key in an article of 100 kB with 1,000 claims, one every 100 ms. A watchdog wants to be
called every 4 ms and notes how late it was. Beside it: claims marked while nothing comes in, and
pages, the other half of them, coming in while nobody marks: what the importing itself costs.
"""

import argparse
import json
import os
import random
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.window import build
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from factdesk.desk import opening
from factdesk.importers.readers import Readers
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow
from factdesk.ui.watchdog import Waits, Watchdog

TOP = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FACTDESK_DATA") or TOP / "../shared/data")
RESULTS = TOP / "benchmarks/results/batch.json"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=191)
    parser.add_argument("--every", type=int, default=100, help="milliseconds between two claims")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        pages = sorted((DATA / "newspages").rglob("*.html.gz"))[: arguments.pages]
        if not pages:
            raise SystemExit(f"There are no pages in {DATA}.")
        results = measured(Path(folder), pages, arguments.every)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2))


def measured(folder: Path, pages: list[Path], every: int) -> dict[str, object]:
    app = starting.make_application()
    store = opening.open_desk(folder / "desk.factdesk")
    article = build(store, 100_000, 1_000, random.Random(1965))
    with Readers() as reader:
        window = starting.open_window(store, reader)
        window.resize(1360, 860)
        window.show()
        window.open_article(article)
        window.go_to_claim = lambda *_: None  # type: ignore[method-assign] # stay where we work
        loop = QEventLoop()
        QTimer.singleShot(1_500, loop.quit)  # the window is up and laid out before it is watched
        loop.exec()
        QTimer.singleShot(8_000, loop.quit)
        alone, marked_alone = marking(window, loop, every)
        window.imports.finished.connect(loop.quit)
        window.imports.take_in(pages[1::2])
        still, _ = marking(window, loop, 0)
        window.open_article(article)
        began, while_marked = time.perf_counter(), pages[::2]
        window.imports.take_in(while_marked)
        beside, marked = marking(window, loop, every)
        took = time.perf_counter() - began
        window.close()
    del app
    print(f"marking     {marked_alone:4} claims marked  {alone}")
    print(f"importing      0 claims marked  {still}")
    print(f"both        {marked:4} claims marked  {beside}")
    print(f"{len(while_marked)} pages in {took:.1f} s: {len(while_marked) / took:.1f} a second")
    return {
        "marking": alone._asdict(),
        "importing": still._asdict(),
        "both": beside._asdict(),
        "pages a second": len(while_marked) / took,
    }


def marking(window: MainWindow, loop: QEventLoop, every: int) -> tuple[Waits, int]:
    """Mark claims until the loop ends, or with 0 milliseconds between two of them none."""
    dice, view, marked = random.Random(7), window.page.view, 0

    def mark() -> None:
        nonlocal marked
        cursor = QTextCursor(view.document())
        cursor.setPosition(dice.randrange(len(view.text) - 100))
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 4)
        view.setTextCursor(cursor)
        QTest.keyClick(view, Qt.Key.Key_M)
        marked += 1

    timer = QTimer(interval=every)
    timer.timeout.connect(mark)
    watchdog = Watchdog()
    if every:
        timer.start()
    loop.exec()
    timer.stop()
    return watchdog.stop(), marked


if __name__ == "__main__":
    main()
