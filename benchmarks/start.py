"""From process start to a painted, usable window, against a bare PySide6 window in the same run.

    python benchmarks/start.py [--runs 15] [--out benchmarks/results]

Each run is a new process that notes the time when its window's first paint is done and the event
loop is idle, and then ends. The two programs take turns, so that a machine that slows down slows
both. The desk holds the sample article with three claims. CPU is the process's own, in seconds.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("Bare"))
window.resize(1360, 860)
window.show()
"""

FULL = """
import sys
from pathlib import Path
from factdesk import __main__, cli  # as the program's own entry point does
from PySide6.QtCore import QTimer
from factdesk.desk.opening import open_desk
from factdesk.importers.readers import Readers
from factdesk.ui import app as starting
app = starting.make_application()
store, reader = open_desk(Path(sys.argv[1])), Readers().__enter__()
window = starting.open_window(store, reader)
window.show()
QTimer.singleShot(0, lambda: starting.begin(window, []))
"""

END = """
import json, os, resource, time
def done():
    window.grab()
    own = resource.getrusage(resource.RUSAGE_SELF)
    answer = {"wall": time.time(), "cpu": own.ru_utime + own.ru_stime, "mb": own.ru_maxrss / 1024}
    print(json.dumps(answer), flush=True)
    os._exit(0)
QTimer.singleShot(0, lambda: QTimer.singleShot(0, done))
app.exec()
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--out", type=Path, default=Path("benchmarks/results"))
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk.factdesk"
        _prepare(desk)
        bare, full = [], []
        for number in range(arguments.runs + 1):
            pair = _run(BARE + END), _run(FULL + END, str(desk))
            if number:  # the first pair warms the disk's cache
                bare.append(pair[0])
                full.append(pair[1])
    answer = {"runs": arguments.runs}
    print(f"{'':24}{'bare window':>14}{'Factdesk':>12}{'ratio':>8}")
    for figure, unit in (("wall", "s"), ("cpu", "s"), ("mb", "MB")):
        low, high = (statistics.median(run[figure] for run in runs) for runs in (bare, full))
        ratio = statistics.median(b[figure] / a[figure] for a, b in zip(bare, full, strict=True))
        answer |= {f"bare_{figure}": low, f"full_{figure}": high, f"ratio_{figure}": ratio}
        print(f"{figure + ' ' + unit:24}{low:14.3f}{high:12.3f}{ratio:8.2f}")
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "start.json").write_text(json.dumps(answer, indent=2))


def _prepare(desk: Path) -> None:
    from factdesk import sample  # noqa: PLC0415 - the package may be another environment's
    from factdesk.__main__ import main as factdesk  # noqa: PLC0415

    factdesk(["--desk", str(desk), "import", str(sample.article())])
    (slug,) = _slugs(desk)
    factdesk(["--desk", str(desk), "mark", slug, "--batch", str(sample.claims())])


def _slugs(desk: Path) -> list[str]:
    from factdesk.desk.opening import open_desk  # noqa: PLC0415 - as above

    with open_desk(desk) as store:
        return store.article_ids()


def _run(program: str, *arguments: str) -> dict[str, float]:
    began = time.time()
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env=_environment(),
    )
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer | {"wall": answer["wall"] - began}


def _environment() -> dict[str, str]:
    """Let Python keep its byte code, as it does for everybody who installs the program."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"QT_QPA_PLATFORM": "offscreen"} | kept


if __name__ == "__main__":
    main()
