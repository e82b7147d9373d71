"""Nothing leaves the machine, and nothing of an article leaves the desk unasked."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.durability.program import environment

from factdesk import sample

#: Put before the program and its children: every attempt to reach the network ends it, in a file.
GUARD = """
import os, sys

REACHING = {"socket.connect", "socket.getaddrinfo", "socket.sendto", "socket.bind"}

def guard(event, arguments):
    asks_itself = event == "socket.bind" and arguments[1] == ("::1", 0)  # urllib3: is there IPv6?
    if event in REACHING and not asks_itself:
        with open(os.environ["GUARD"], "a") as told:
            told.write(f"{event} {arguments[1:]}\\n")
        raise OSError("no network here")

sys.addaudithook(guard)
"""

#: The same job in the window: import, mark, judge, find, close.
WINDOW = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from factdesk.ui import app, care, door
from factdesk.importers.reader import Reader

desk, page = Path(sys.argv[1]), sys.argv[2]
starting = app.begin

def begin(window, sources):
    starting(window, [page])
    window.imports.finished.connect(lambda batch: QTimer.singleShot(200, lambda: go_on(window)))

def go_on(window):
    window.page.view.wish_mark()
    window.page.open_finder()
    inet = [name for name in ("tcp", "tcp6", "udp", "udp6") if ours(name)]
    print("inet", inet, "QtNetwork", "PySide6.QtNetwork" in sys.modules, flush=True)
    window.close()

def ours(name):
    held = {os.readlink(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd")
            if os.path.islink(f"/proc/self/fd/{fd}")}
    lines = Path(f"/proc/self/net/{name}").read_text().splitlines()[1:]
    return [line for line in lines if f"socket:[{line.split()[9]}]" in held]

app.begin = begin
class Arguments:
    desk, sources = sys.argv[1], []
sys.exit(app.main(Arguments()))
"""

PLANTED = "Zebrastripe"
MARKED = f"""<!doctype html><html lang="en"><title>{PLANTED} headline</title>
<meta property="og:image" content="https://remote.example/{PLANTED}.png">
<link rel="stylesheet" href="https://remote.example/style.css">
<script src="https://remote.example/track.js"></script>
<body><article><h1>{PLANTED} headline</h1>
<img src="https://remote.example/pixel.png" alt="{PLANTED}">
<p>{PLANTED} carried 41 million tonnes last year, the port authority said on Tuesday.</p>
<p>It was the first time since 1972 that the harbour overtook its rival, said {PLANTED}.</p>
<p>Nobody had expected that the harbour would grow so fast in so short a time.</p>
</article></body></html>"""


@pytest.fixture
def guarded(tmp_path: Path) -> dict[str, str]:
    """An environment with a home of its own, in which the network is watched."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    (tmp_path / "page.html").write_text(MARKED)
    given = environment()
    folders = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("DATA", "STATE", "CONFIG")}
    return given | folders | {
        "PYTHONPATH": f"{tmp_path / 'guard'}{os.pathsep}{given['PYTHONPATH']}",
        "GUARD": str(tmp_path / "told.txt"),
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path / "temporary"),
        "XDG_CACHE_HOME": str(tmp_path / "CACHE"),
        "QT_QPA_PLATFORM": "offscreen",
        "FACTDESK_DESK": str(tmp_path / "desks" / "mine.factdesk"),
    }  # fmt: skip


def factdesk(guarded: dict[str, str], *words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "factdesk", *map(str, words)],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=guarded,
        timeout=60,
    )


def test_the_guard_sees_an_attempt(guarded: dict[str, str], tmp_path: Path) -> None:
    attempt = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')"
    done = subprocess.run([sys.executable, "-c", attempt], env=guarded, check=False, stderr=-3)
    assert done.returncode == 1
    assert "socket" in (tmp_path / "told.txt").read_text()


def test_the_whole_job_on_the_command_line_reaches_no_network_and_leaves_nothing_readable(
    guarded: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    desk = Path(guarded["FACTDESK_DESK"])
    old = os.umask(0)
    try:
        imported = factdesk(guarded, "import", tmp_path / "page.html", sample.article(), "--json")
        assert imported.returncode == 0, imported.stderr
        article = json.loads(imported.stdout.splitlines()[0])["article"]
        for words in (
            ("mark", article, "--quote", "41 million tonnes"),
            ("mark", article, "--quote", "words that are not there"),
            ("judge", article, "C1", "false", "--rationale", f"{PLANTED} is wrong"),
            ("cite", article, "C1", "--title", PLANTED, "--url", "https://remote.example/s"),
            ("search", PLANTED),
            ("export", article, "--format", "md", "--out", tmp_path / "report.md"),
            ("desk", "backup"),
            ("desk", "check"),
        ):
            factdesk(guarded, *words)
    finally:
        os.umask(old)
    assert not (tmp_path / "told.txt").exists()
    assert list((tmp_path / "temporary").iterdir()) == []
    backup = next((desk.parent / "backups").iterdir())
    for path in (desk, backup, tmp_path / "report.md"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_the_files_beside_an_open_desk_are_private(tmp_path: Path) -> None:
    from factdesk.desk import opening  # noqa: PLC0415

    old = os.umask(0)
    try:
        with opening.open_desk(tmp_path / "mine.factdesk"):
            beside = sorted(tmp_path.iterdir())
            modes = {stat.S_IMODE(path.stat().st_mode) for path in beside}
    finally:
        os.umask(old)
    names = ["mine.factdesk", "mine.factdesk-open", "mine.factdesk-shm", "mine.factdesk-wal"]
    assert [path.name for path in beside] == names
    assert modes == {0o600}


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_window_reaches_no_network_and_its_logs_hold_no_word_of_an_article(
    guarded: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    desk = Path(guarded["FACTDESK_DESK"])
    done = subprocess.run(
        [sys.executable, "-c", WINDOW, str(desk), str(tmp_path / "page.html")],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=guarded,
        timeout=90,
    )
    assert done.returncode == 0, done.stderr
    assert "inet [] QtNetwork False" in done.stdout
    assert not (tmp_path / "told.txt").exists()
    assert PLANTED not in done.stderr
    assert PLANTED in factdesk(guarded, "list").stdout
    kept = [path for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    ours = {tmp_path / "page.html", *desk.parent.rglob("*")}
    for path in set(kept) - ours:
        assert PLANTED.encode() not in path.read_bytes(), path


FAULT = """
import sys
from pathlib import Path
from factdesk import logs
from factdesk.ui import app
from factdesk.ui.dialogs.crash import CrashDialog
from factdesk.desk import opening
from factdesk.store.store import Store

app.make_application()
logs.start()
CrashDialog.exec = lambda self: print("shown", PLANTED in self.report.toPlainText()) or 0
PLANTED = sys.argv[2]
with opening.open_desk(Path(sys.argv[1])) as store:
    store._connection.execute("UPDATE claim SET kind = ?", (PLANTED,))
    store._connection.execute("UPDATE source SET type = ?", (PLANTED,))
    (article,) = store.article_ids()
    store.claims_in(article), store.recent_sources(9)
    for act in (lambda: store.version(article).nothing, lambda: int(store.article(article).title)):
        try:
            act()
        except Exception:
            app.explain(*sys.exc_info())
"""


def test_faults_are_logged_without_a_word_of_an_article(
    guarded: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "temporary").mkdir()
    desk = Path(guarded["FACTDESK_DESK"])
    imported = factdesk(guarded, "import", tmp_path / "page.html")
    article = imported.stdout.strip()
    factdesk(guarded, "mark", article, "--quote", "41 million tonnes")
    factdesk(guarded, "cite", article, "C1", "--title", PLANTED, "--confidential")
    done = subprocess.run(
        [sys.executable, "-c", FAULT, str(desk), PLANTED],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env=guarded,
        timeout=60,
    )
    assert done.stdout == "shown False\nshown False\n", done.stderr
    (log,) = (tmp_path / "STATE").rglob("factdesk.log")
    words = log.read_text("utf-8")
    assert "damaged" in words
    assert "ValueError" in words
    assert PLANTED not in words
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
