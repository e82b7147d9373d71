"""Hours of use in minutes: does memory grow, is anything left over, how long is nobody answered?

    python -m benchmarks.load [--steps 50000] [--seed 1965]

A window on a desk of twelve articles does what a checker does, in any order, each step from the
event loop by itself: mark, judge, write why, cite, note, take back and do again, go to another
claim or article, scroll, zoom, search, filter, open the commands, import a page, remove a claim.
A watchdog wants to be called every 4 ms and notes how late it was. Twenty times on the way, with
all that was deleted gone, it is noted what the process holds: memory, widgets, timers, threads,
open files. The second half is compared with the first, each by the mean of its last quarter.
"""

import argparse
import gc
import json
import os
import random
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import mean

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from benchmarks.window import PROSE, build
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QTextEdit

from factdesk.desk import opening
from factdesk.importers.base import Document
from factdesk.importers.readers import Readers
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow
from factdesk.ui.watchdog import Waits, Watchdog

RESULTS = Path(__file__).resolve().parent / "results/load.json"
SAMPLES = 20
ASCII = [word for word in PROSE if word.isascii()]

Held = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1965)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        began = time.perf_counter()
        checker = Checker(Path(folder), arguments.steps, random.Random(arguments.seed))
        waits = checker.work()
        took = time.perf_counter() - began
    print(f"{arguments.steps:,} steps in {took / 60:.1f} minutes, seed {arguments.seed}")
    print(" ".join(f"{name} {count:,}" for name, count in checker.done.most_common()))
    print(waits)
    for name in checker.samples[0]:
        told = [f"{held[name]:8.0f}" for held in checker.samples]
        half = len(told) // 2
        first = mean(held[name] for held in checker.samples[half - 3 : half])
        last = mean(held[name] for held in checker.samples[-3:])
        print(f"{name:9}{''.join(told)}   second half {last / first - 1:+.1%}")
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    RESULTS.write_text(json.dumps({"waits": waits._asdict(), "held": checker.samples}, indent=2))


class Checker:
    """Works at a window until the steps are done."""

    def __init__(self, folder: Path, steps: int, dice: random.Random) -> None:
        self.app = starting.make_application()
        self.dice, self.left, self.every = dice, steps, max(1, steps // SAMPLES)
        self.store = opening.open_desk(folder / "desk.factdesk")
        self.first = build(self.store, 20_000, 60, dice)
        self.reader = Readers()
        self.window: MainWindow = starting.open_window(self.store, self.reader)
        self.window.resize(1360, 860)
        self.window.show()
        self.window.open_article(self.first)
        self.done: Counter[str] = Counter()
        self.samples: list[Held] = []
        self.loop = QEventLoop()
        self.pages = 0

    def work(self) -> Waits:
        """Do all steps; tell how long the window did not answer."""
        timer = QTimer(interval=0)
        timer.timeout.connect(self._step)
        watchdog = Watchdog()
        timer.start()
        self.loop.exec()
        timer.stop()
        waits = watchdog.stop()
        self.window.close()
        self.reader.__exit__(None, None, None)
        return waits

    def _step(self) -> None:
        if self.left == 0:
            self.loop.quit()
            return
        self.left -= 1
        name = self.dice.choices(list(STEPS), weights=[weight for weight, _ in STEPS.values()])[0]
        STEPS[name][1](self)
        self.done[name] += 1
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()
        if not self.window.isActiveWindow():
            self.window.activateWindow()  # no window manager does it here
        if self.left % self.every == 0:
            QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        status = Path("/proc/self/status").read_text()
        resident = int(next(line for line in status.splitlines() if "VmRSS" in line).split()[1])
        self.samples.append(
            {
                "MB": resident / 1024,
                "widgets": len(QApplication.allWidgets()),
                "timers": len(self.window.findChildren(QTimer)),
                "threads": threading.active_count(),
                "files": sum(1 for _ in Path("/proc/self/fd").iterdir()),
                "claims": self.store.counts()["claim"],
                "objects": len(gc.get_objects()),
            }
        )

    def key(self, key: Qt.Key) -> None:
        """Press a key on the page."""
        view = self.window.page.view
        view.setFocus()
        QTest.keyClick(view, key)

    def mark(self) -> None:
        """Mark four words somewhere."""
        view = self.window.page.view
        if len(view.text) < 200:
            return
        cursor = QTextCursor(view.document())
        cursor.setPosition(self.dice.randrange(len(view.text) - 100))
        cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 4)
        view.setTextCursor(cursor)
        self.key(Qt.Key.Key_M)

    def act(self, name: str) -> None:
        """Do what a menu does."""
        self.window.actions_by_name[name].trigger()

    def write(self) -> None:
        """Type a word into the rationale."""
        self.act("why")
        widget = QApplication.focusWidget()
        if isinstance(widget, QPlainTextEdit | QTextEdit) and not widget.isReadOnly():
            QTest.keyClicks(widget, self.dice.choice(ASCII) + " ")
        self.window.panel.settle()

    def search(self) -> None:
        """Search everything for a word."""
        self.window.library.search(self.dice.choice(PROSE))

    def page(self) -> None:
        """Import a short text."""
        self.pages += 1
        text = f"Page {self.pages}\n\n" + " ".join(self.dice.choices(PROSE, k=300)) + "."
        self.window.imports.take_in([Document(media_type="text/plain", content=text.encode())])

    def remove_page(self) -> None:
        """Take the last article off the desk, while there are many."""
        lines = self.store.article_lines(limit=30)
        others = [line.article for line in lines if line.article != self.first]
        if len(others) > 12:
            self.window.library.remove(others[-1])

    def another(self) -> None:
        """Open another article."""
        lines = self.store.article_lines(limit=12)
        self.window.open_article(self.dice.choice(lines).article)

    def zoom(self) -> None:
        """Change the size of the text."""
        self.act(self.dice.choice(["zoom_in", "zoom_out", "zoom_reset"]))

    def scroll(self) -> None:
        """Scroll anywhere."""
        bar = self.window.page.view.verticalScrollBar()
        bar.setValue(self.dice.randrange(max(1, bar.maximum())))

    def commands(self) -> None:
        """Open the commands; they are closed after the step."""
        self.act("palette")


STEPS: dict[str, tuple[int, Callable[[Checker], None]]] = {
    "scroll": (20, Checker.scroll),
    "next": (14, lambda checker: checker.key(Qt.Key.Key_J)),
    "previous": (8, lambda checker: checker.key(Qt.Key.Key_K)),
    "mark": (10, Checker.mark),
    "judge": (8, lambda checker: checker.key(Qt.Key(Qt.Key.Key_1 + checker.dice.randrange(5)))),
    "write": (6, Checker.write),
    "undo": (10, lambda checker: checker.act("undo")),
    "redo": (4, lambda checker: checker.act("redo")),
    "remove": (5, lambda checker: checker.act("remove")),
    "search": (2, Checker.search),
    "another": (3, Checker.another),
    "import": (1, Checker.page),
    "remove page": (1, Checker.remove_page),
    "zoom": (1, Checker.zoom),
    "commands": (1, Checker.commands),
}


if __name__ == "__main__":
    main()
