"""Log files, for reports of faults. They never hold the text of an article or a source's name."""

import logging
import os
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
