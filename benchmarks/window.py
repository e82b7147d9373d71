"""A checker's steps in the whole window, from the key to painted and saved.

    python benchmarks/window.py [--steps 60] [--out benchmarks/results]

For each size a desk with one article is built, the real window opened on it, and each step done
with real key and mouse events at places spread over the article: scroll a line, mark a claim
(key M: planned, written to the disk, journalled, list, page and panel brought up to date and
painted), judge it (key 4), go to the next claim (key J), click one. Milliseconds, median and 95th
percentile of the steps: CPU of the process, and wall time where the disk is in it. "open" is once.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from factdesk.desk import articles, claims, opening
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.readers import Readers
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Record, utc_now
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow

CASES = {
    "10 kB / 50": (10_000, 50),
    "100 kB / 1,000": (100_000, 1_000),
    "1 MB / 10,000": (1_000_000, 10_000),
    "1 MB / 100,000": (1_000_000, 100_000),
}
STEPS = ("scroll", "mark", "judge", "next", "click")
PROSE = (  # noqa: SIM905 - words are easier to read in a row
    "the senator said that spending rose sharply between years while officials denied any of it "
    "in a statement 1965 million troops governor first time since court records show naïve 😀"
).split()

Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    parser.add_argument("--case", help="measure one size, in this process")
    arguments = parser.parse_args()
    if arguments.case:
        print(json.dumps(measured(*CASES[arguments.case], arguments.steps)), flush=True)
        os._exit(0)
    results = {case: _in_a_process(case, arguments.steps) for case in CASES}
    names = ("open", *STEPS)
    print(f"{'CPU ms, median':18}" + "".join(f"{name:>9}" for name in names) + "  peak MB")
    for case, figures in results.items():
        row = "".join(f"{figures[name]:9.1f}" for name in names)
        print(f"{case:18}{row}{figures['mb']:9.0f}")
    print(f"\n{'wall ms, 95 %':18}" + "".join(f"{name:>9}" for name in STEPS))
    for case, figures in results.items():
        print(f"{case:18}" + "".join(f"{figures[f'{name} p95 wall']:9.1f}" for name in STEPS))
    least = next(iter(results.values()))
    worst = {name: max(figures[name] for figures in results.values()) for name in STEPS}
    ratios = "".join(f"{worst[name] / least[name]:9.2f}" for name in STEPS)
    print(f"\n{'worst / smallest':18}{ratios}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "window.json").write_text(json.dumps(results, indent=2))


def _in_a_process(case: str, steps: int) -> Figures:
    command = [sys.executable, __file__, "--case", case, "--steps", str(steps)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def measured(size: int, count: int, steps: int) -> Figures:
    dice = random.Random(1965)
    app = starting.make_application()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
        store = opening.open_desk(Path(folder) / "desk.factdesk")
        article = build(store, size, count, dice)
        window = starting.open_window(store, Readers())
        window.resize(1360, 860)
        window.show()
        app.processEvents()
        began = time.process_time()
        window.open_article(article)
        window.page.view.viewport().repaint()
        figures = {"open": (time.process_time() - began) * 1000}
        _settle(app)
        took: dict[str, list[tuple[float, float]]] = {name: [] for name in STEPS}
        length = len(window.page.view.text)
        for number in range(steps):
            at = int(length * (number + 0.5) / steps)
            for name, step in _steps(window, at):
                took[name].append(_timed(app, step))
    for name, times in took.items():
        figures[name] = statistics.median(cpu for cpu, _ in times)
        walls = sorted(wall for _, wall in times)
        figures[f"{name} wall"] = statistics.median(walls)
        figures[f"{name} p95 wall"] = walls[int(len(walls) * 0.95)]
    figures["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _steps(window: MainWindow, at: int) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the steps at a place of the text, in the order in which a checker does them."""
    view = window.page.view
    view.reveal(Span(at, at + 1))
    bar = view.verticalScrollBar()
    yield "scroll", lambda: bar.setValue(bar.value() + bar.singleStep())
    cursor = QTextCursor(view.document())
    cursor.setPosition(view.geometry_of_text.positions.to_utf16(at))
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor, 4)
    view.setTextCursor(cursor)
    view.setFocus()
    yield "mark", lambda: QTest.keyClick(view, Qt.Key.Key_M)
    yield "judge", lambda: QTest.keyClick(view, Qt.Key.Key_4)
    yield "next", lambda: QTest.keyClick(view, Qt.Key.Key_J)
    cursor.clearSelection()
    place = view.cursorRect(cursor).center()
    left = Qt.MouseButton.LeftButton
    yield "click", lambda: QTest.mouseClick(view.viewport(), left, pos=place)


def _timed(app: QApplication, step: Callable[[], object]) -> tuple[float, float]:
    """Time a step until everything it changed is painted."""
    cpu, wall = time.process_time(), time.perf_counter()
    step()
    app.processEvents()
    answer = (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    _settle(app)
    return answer


def _settle(app: QApplication) -> None:
    """Let what runs by itself, such as the layout of the rest, come to its end."""
    for _ in range(3):
        app.processEvents()


def build(store: Store, size: int, count: int, dice: random.Random) -> str:
    """Put an article of so many code points with so many claims on the desk."""
    paragraphs: list[str] = []
    while sum(map(len, paragraphs)) < size:
        paragraphs.append(" ".join(dice.choices(PROSE, k=70)).capitalize() + ".")
    draft = Draft(
        title="A long report",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs),
        media_type="text/plain",
    )
    article, edit = articles.add(store, Document(name="long.txt", content=b"long"), draft)
    store.apply(edit)
    version = store.latest_version(article.id)
    records: list[Record] = []
    for number in range(1, count + 1):
        start = dice.randrange(len(version.text) - 90)
        span = Span(start, start + dice.randrange(5, 80))
        if version.text[span.start : span.stop].strip():
            claim = Claim(article=article.id, number=number, marked=utc_now())
            records += [claim, claims.anchor(claim, version, span)]
    store.apply(Edit("Build", tuple(birth(record) for record in records)))
    return article.id


if __name__ == "__main__":
    main()
