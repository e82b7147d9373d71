"""What reading costs: the article view against `ExtraSelection`s over all claims.

Run ``python benchmarks/article_view.py``; it prints a table and writes
``benchmarks/results/article_view.json``. Each case is a process of its own on the offscreen
platform. Times are CPU milliseconds of that process from the event to painted pixels, the median
of many steps at places spread over the article; "open" is once, from the text to the first paint.
"""

import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from factdesk.model.article import Version
from factdesk.model.hint import HintPlace
from factdesk.model.record import utc_now
from factdesk.model.span import BlockKind, Span
from factdesk.text.canonical import assemble, digest
from factdesk.text.utf16 import Utf16Map
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.place_menu import PlaceMenu
from factdesk.ui.widgets.places import Form, Look, Place

RESULTS = Path(__file__).parent / "results" / "article_view.json"
CASES = {
    "10 kB / 50": (10_000, 50),
    "100 kB / 1,000": (100_000, 1_000),
    "1 MB / 5,000": (1_000_000, 5_000),
    "1 MB / 10,000": (1_000_000, 10_000),
    "1 MB / 100,000": (1_000_000, 100_000),
}
STEPS = ("scroll step", "page", "mark", "click")
GOAL_STEP, GOAL_RATIO, GOAL_OPEN = 16.0, 2.0, 300.0
PEERS = "peers, open 1 MB / 5,000 spans: QualCoder 24 s of CPU; 1 MB / 1,000: 2.1, Taguette 62"
PROSE = (
    "the senator said that spending rose sharply between years while officials denied any of it "
    "in a statement 1965 million troops governor first time since court records show 😀 naïve"
)
HUES = ("#c62828", "#ef6c00", "#2e7d32", "#1565c0", "#6a1b9a")


class Contender(Protocol):
    """What both ways of showing claims can do."""

    positions: Utf16Map

    @property
    def view(self) -> QTextEdit:
        """The widget."""

    def open(self, version: Version, places: list[Place]) -> None:
        """Show a version with its claims."""

    def mark(self, place: Place) -> None:
        """Show one claim more."""

    def click(self, point: QPointF) -> None:
        """Choose the smallest claim at a point of the viewport, and show which it is."""


class Ours:
    """The article view, with a place where saving will be measured along."""

    def __init__(self, save: Callable[[Place], object] | None = None) -> None:
        self.view = ArticleView()
        self.view.claim_picked.connect(self.view.select_claim)
        self._save = save

    def open(self, version: Version, places: list[Place]) -> None:
        """Show the text, then all claims."""
        self.view.show_version(version)
        self.positions = self.view.geometry_of_text.positions
        self.view.show_places(places)

    def mark(self, place: Place) -> None:
        """Save it, then paint it."""
        if self._save is not None:
            self._save(place)
        self.view.put_place(place)

    def click(self, point: QPointF) -> None:
        """Press and release the mouse, and take the smallest where there is a choice."""
        press(self.view, point)
        for menu in self.view.findChildren(PlaceMenu):
            menu.actions()[0].trigger()
            menu.close()


class Hinted(Ours):
    """The article view with hints besides: some twelve in 1,000 words, as in news."""

    def open(self, version: Version, places: list[Place]) -> None:
        """Show the text and all claims, then all hints, which are found elsewhere."""
        super().open(version, places)
        self.view.hints.show(
            HintPlace(start, start + 22, "number", "a figure", Span(start, start + 90), "")
            for start in range(30, len(version.text) - 120, 500)
        )


class AllSelections:
    """A text widget that is given all claims as extra selections, anew whenever one changes."""

    def __init__(self) -> None:
        self.view = QTextEdit()
        self.view.setReadOnly(True)
        self._selections: list[QTextEdit.ExtraSelection] = []

    def open(self, version: Version, places: list[Place]) -> None:
        """Show the text, then all claims."""
        self.view.setPlainText(version.text)
        self.positions = Utf16Map(version.text)
        self._selections = [self._selection(place) for place in places]
        self.view.setExtraSelections(self._selections)

    def mark(self, place: Place) -> None:
        """Set all selections again."""
        self._selections.append(self._selection(place))
        self.view.setExtraSelections(self._selections)

    def click(self, point: QPointF) -> None:
        """Look all through for the smallest, then set all selections again."""
        at = self.view.cursorForPosition(point.toPoint()).position()
        here = [
            s for s in self._selections if s.cursor.selectionStart() <= at < s.cursor.selectionEnd()
        ]
        chosen = min(here, key=lambda s: s.cursor.selectionEnd() - s.cursor.selectionStart())
        chosen.format.setFontUnderline(not chosen.format.fontUnderline())
        self.view.setExtraSelections(self._selections)

    def _selection(self, place: Place) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(self.positions.to_utf16(place.start))
        cursor.setPosition(self.positions.to_utf16(place.stop), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(QColor(place.look.hue).lighter(180))
        selection.cursor, selection.format = cursor, look
        return selection


class Painted(QObject):
    """Runs the event loop until the viewport has been painted."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__()
        self._view = view
        self._count = 0
        view.viewport().installEventFilter(self)
        self.startTimer(1000)  # wakes a loop that waits in vain

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count what is painted."""
        self._count += event.type() is QEvent.Type.Paint
        return False

    def after(self, step: Callable[[], object]) -> float:
        """Measure CPU milliseconds from a step to its pixels."""
        late = time.monotonic() + PATIENCE
        self._count, before = 0, time.process_time()
        step()
        while not self._count:
            if time.monotonic() > late:
                raise TimeoutError("nothing was painted")
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return (time.process_time() - before) * 1000


def press(view: QTextEdit, point: QPointF) -> None:
    """Click with the left button."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    spot = view.viewport().mapToGlobal(point)
    modifiers = Qt.KeyboardModifier.NoModifier
    for kind, held in (
        (QEvent.Type.MouseButtonPress, left),
        (QEvent.Type.MouseButtonRelease, none),
    ):
        event = QMouseEvent(kind, point, spot, left, held, modifiers)
        QApplication.sendEvent(view.viewport(), event)


def article(size: int, dice: random.Random) -> Version:
    """Make up a version of about so many characters, in paragraphs of 40 to 90 words."""
    blocks, length, vocabulary = [], 0, PROSE.split()
    while length < size:
        words = " ".join(dice.choice(vocabulary) for _ in range(dice.randint(40, 90))) + "."
        blocks.append((BlockKind.PARAGRAPH, words))
        length += len(words) + 2
    text, structure = assemble(blocks)
    return Version(
        article="article",
        number=1,
        text=text,
        sha256=digest(text),
        blocks=structure,
        original="original",
        read_with="benchmark",
        added=utc_now(),
    )


def place(number: int, length: int, dice: random.Random) -> Place:
    """Make up a place of 20 to 120 characters anywhere, overlapping as it happens."""
    start = dice.randrange(length - 120)
    look = Look(dice.choice(list(Form)), dice.choice(HUES), dice.choice("✗✓≈?"))
    stop = start + dice.randint(20, 120)
    return Place(start, stop, f"claim {number}", f"anchor {number}", look, f"C{number}")


def measure(contender: Contender, size: int, count: int, steps: int) -> dict[str, float]:
    """Open an article with so many claims and work in it; milliseconds by step."""
    dice = random.Random(size + count)
    version = article(size, dice)
    places = [place(number, len(version.text), dice) for number in range(count)]
    view = contender.view
    view.resize(900, 1000)
    view.show()
    QApplication.processEvents()
    painted = Painted(view)
    times = {"open": painted.after(lambda: contender.open(version, places))}
    times["rest"] = rest_of_layout(view)
    taken: dict[str, list[float]] = {step: [] for step in STEPS}
    for number in range(steps):
        for step, milliseconds in work(contender, painted, (number + 0.5) / steps, count + number):
            taken[step].append(milliseconds)
    times |= {step: statistics.median(each) for step, each in taken.items()}
    times["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return times


def rest_of_layout(view: QTextEdit) -> float:
    """Lay out what Qt would by and by after the first paint."""
    before = time.process_time()
    view.document().documentLayout().documentSize()
    QApplication.processEvents()
    view.resize(view.width(), view.height() + 1)  # takes in the scroll bar's new range
    QApplication.processEvents()
    return (time.process_time() - before) * 1000


def work(
    contender: Contender, painted: Painted, at: float, number: int
) -> Iterator[tuple[str, float]]:
    """Do each step once, at a fraction of the way down the article."""
    view, bar = contender.view, contender.view.verticalScrollBar()
    view.viewport().update()
    room = max(0, bar.maximum() - 60 - view.viewport().height())
    painted.after(lambda: bar.setValue(round(room * at)))
    yield "scroll step", painted.after(lambda: bar.setValue(bar.value() + 60))
    yield "page", painted.after(lambda: bar.setValue(bar.value() + view.viewport().height()))
    point, unit = spot(view)
    start = contender.positions.to_code_point(unit)
    look = Look(Form.SOLID, HUES[0], "✗")
    new = Place(start, start + 40, f"claim {number}", f"anchor {number}", look, f"C{number}")
    yield "mark", painted.after(lambda: contender.mark(new))
    yield "click", painted.after(lambda: contender.click(point))


def spot(view: QTextEdit) -> tuple[QPointF, int]:
    """Find the first paragraph that begins in view: a point on its first letter, and its start."""
    cursor = view.cursorForPosition(QPoint(0, 0))
    while True:
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        rect = view.cursorRect(cursor)
        if rect.top() > 0 and cursor.block().length() > 80:
            return QPointF(rect.right() + 3, rect.center().y()), cursor.position()


def run(case: str, kind: str) -> dict[str, float]:
    """Measure in a process of its own."""
    call = [sys.executable, __file__, case, kind]
    return dict(json.loads(subprocess.run(call, check=True, capture_output=True).stdout))


def main() -> None:
    """Measure all cases, print the table and write it down."""
    if len(sys.argv) == 3:
        _app = QApplication(sys.argv[:1])
        (size, count), kind = CASES[sys.argv[1]], KINDS[sys.argv[2]]
        print(json.dumps(measure(kind(), size, count, steps=REPEATS[sys.argv[2]])))
        return
    results = {case: {kind: run(case, kind) for kind in KINDS} for case in CASES}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print_table(results)


def print_table(results: dict[str, dict[str, dict[str, float]]]) -> None:
    """Print both contenders below each other, then what the goals say."""
    columns = ("open", "rest", *STEPS, "memory")
    print(f"{'CPU ms, MB':16}{'':12}" + "".join(f"{column:>13}" for column in columns))
    for case, kinds in results.items():
        for kind, times in kinds.items():
            print(f"{case:16}{kind:12}" + "".join(f"{times[c]:13.2f}" for c in columns))
    ours = [kinds[kind] for kinds in results.values() for kind in ("ours", "hinted")]
    for step in STEPS:
        worst, ratio = max(t[step] for t in ours), max(t[step] for t in ours) / ours[0][step]
        print(f"{step}: worst {worst:.2f} ms (goal {GOAL_STEP:.0f}), ", end="")
        print(f"{ratio:.2f} times the smallest article's (goal {GOAL_RATIO:.0f})")
    opened = results["1 MB / 5,000"]["ours"]["open"]
    print(f"open 1 MB / 5,000: {opened:.0f} ms of CPU (goal {GOAL_OPEN:.0f}); {PEERS}")


KINDS: dict[str, Callable[[], Contender]] = {
    "ours": Ours,
    "hinted": Hinted,
    "selections": AllSelections,
}
PATIENCE = 60.0  # seconds
REPEATS = {"ours": 40, "hinted": 40, "selections": 5}

if __name__ == "__main__":
    main()
