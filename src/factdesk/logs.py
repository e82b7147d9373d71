"""Log files, for reports of faults. They never hold the text of an article or a source's name."""

import faulthandler
import logging
import os
from contextlib import suppress
from pathlib import Path

import platformdirs

#: A log file longer than this, in bytes, is put aside at the next start.
_LONGEST = 512 * 1024


def log_path() -> Path:
    """Tell where the log lies."""
    return platformdirs.user_log_path("factdesk") / "factdesk.log"


def start() -> None:
    """Write warnings and worse to the log file; without a place for it the program still runs."""
    path = log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if path.exists() and path.stat().st_size > _LONGEST:
            path.replace(path.with_suffix(".old.log"))
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
        log = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    root.addHandler(log)
    root.setLevel(logging.WARNING)


def watch_for_crashes() -> None:
    """Let a native crash leave its report, which names functions and lines and holds no text."""
    path = log_path().with_name(f"crash-{os.getpid()}.txt")
    with suppress(OSError):
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        faulthandler.enable(handle)


def end_watch() -> None:
    """Take the empty report away: nothing has crashed."""
    faulthandler.disable()
    with suppress(OSError):
        log_path().with_name(f"crash-{os.getpid()}.txt").unlink()


def last_crash() -> Path | None:
    """Tell once where the report of a native crash lies, if there was one since it was asked."""
    told = None
    own = f"crash-{os.getpid()}.txt"
    for path in sorted(log_path().parent.glob("crash-*.txt")):
        with suppress(OSError):
            if path.name != own and path.stat().st_size:
                told = path.replace(path.with_name("last-crash.txt"))
            elif path.name != own and not _runs(path):
                path.unlink()
    return told


def _runs(report: Path) -> bool:
    """Tell whether the process of a report is still there, as far as can be known."""
    if os.name != "posix":
        return True
    try:
        os.kill(int(report.stem.removeprefix("crash-")), 0)
    except PermissionError:
        return True
    except (OSError, ValueError):
        return False
    return True
