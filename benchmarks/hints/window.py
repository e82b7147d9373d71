"""What the window feels of hints that are sought beside it: scrolling meanwhile, with and without.

Run ``python -m benchmarks.hints.window``. A text of news-like words is opened in the real window on
the offscreen platform; from the moment at which its hints are sought, the page is scrolled without
pause for three seconds. Wall milliseconds from a step to the end of its events.
"""

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from factdesk import preferences
from factdesk.desk import articles, opening
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.readers import Readers
from factdesk.model.span import BlockKind
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow

SIZES = (10_000, 170_000)
WATCHED, SETTLED = 3.0, 4.0  # seconds
PROSE = (  # noqa: SIM905 - words are easier to read in a row
    "the senator said that spending rose by 41 percent between 1965 and last year while officials "
    "denied it and about 2,400 people left the harbour for the first time since the war of words"
).split()


def main() -> None:
    """Measure each size without hints and with them."""
    folder = Path(tempfile.mkdtemp())
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    preferences.path = lambda: folder / "preferences.json"
    app = starting.make_application()
    print(f"{'words':>8}{'hints':>8}{'there after':>13}{'median':>8}{'99 %':>8}{'worst':>8}")
    for size in SIZES:
        for on in (False, True):
            preferences.change(hints=on)
            measure(app, folder / f"{size}-{on}.factdesk", size)


def measure(app: QApplication, desk: Path, size: int) -> None:
    """Open a text of so many words and scroll while its hints are sought."""
    dice = random.Random(size)
    sentences = (" ".join(dice.choices(PROSE, k=20)).capitalize() + "." for _ in range(size // 20))
    words = list(sentences)
    blocks = tuple(
        DraftBlock(BlockKind.PARAGRAPH, " ".join(words[start : start + 4]))
        for start in range(0, len(words), 4)
    )
    draft = Draft(title="Words", language="en", blocks=blocks, media_type="", read_with="")
    with opening.open_desk(desk) as store, Readers() as reader:
        article, edit = articles.add(store, Document(content=b"words"), draft)
        store.apply(edit)
        window = starting.open_window(store, reader)
        window.resize(1300, 820)
        window.show()
        window.open_article(article.id)
        scroll(app, window, SETTLED)
        window.hinting.look_again()
        report(window, size, *scroll(app, window, WATCHED))
        window.close()


def scroll(app: QApplication, window: MainWindow, seconds: float) -> tuple[list[float], float]:
    """Scroll for so long; the milliseconds of each step, and after how many s hints are there."""
    bar, steps, there = window.page.view.verticalScrollBar(), [], 0.0
    began = time.perf_counter()
    while (now := time.perf_counter()) < began + seconds:
        bar.setValue((bar.value() + 7) % max(1, bar.maximum()))
        app.processEvents()
        steps.append((time.perf_counter() - now) * 1000)
        if not there and window.page.hint_bar.words.text:
            there = now - began
    return steps, there


def report(window: MainWindow, size: int, steps: list[float], there: float) -> None:
    """Print a line of the table."""
    hundredth = statistics.quantiles(steps, n=100)[-1]
    on = "on" if window.hinting.is_on else "off"
    after = f"{there:.2f} s" if there else ""
    middle = statistics.median(steps)
    print(f"{size:8,}{on:>8}{after:>13}{middle:8.2f}{hundredth:8.2f}{max(steps):8.2f}", flush=True)


if __name__ == "__main__":
    main()
