"""A process with the program loaded that forks once per command, so that hundreds can be killed.

Started as ``python zygote.py``. A request is a JSON line; the answer is one too. Where a request
names moments to stop at, ``stopped`` is printed at each, and a line on standard input goes on.
"""

# ruff: noqa: T201, SIM115 - it answers by printing, and its streams stay open

import json
import os
import resource
import signal
import sys
import time
from ctypes import CDLL, c_uint32
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NoReturn

from factdesk import cli
from factdesk.__main__ import main
from factdesk.desk.opening import shipped_scales
from factdesk.model import record
from factdesk.store import backup
from factdesk.store.migrations import steps

_STEP = 0.0005


def serve() -> None:
    """Answer until the input ends."""
    cli.understands(["list"])
    steps()
    shipped_scales()  # all that a command loads is loaded now
    while line := sys.stdin.readline():
        request = json.loads(line)
        began = time.monotonic()
        child = os.fork()
        if not child:
            _become(request)
        status = None
        for moment in request["stops"]:
            if status is None:
                status = _wait(child, began + moment)
            if status is None:
                _hold(child)
        killed = False
        if status is None and request["kill"] is not None:
            status = _wait(child, began + request["kill"])
            if status is None:
                os.kill(child, signal.SIGKILL)
                killed = True
        if status is None:
            status = os.waitpid(child, 0)[1]
        print(json.dumps({"killed": killed, "status": status}), flush=True)


def _wait(child: int, moment: float) -> int | None:
    """Wait until a moment or the child's end; give its status if it has ended."""
    while time.monotonic() < moment:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return status
        time.sleep(_STEP)
    return None


def _hold(child: int) -> None:
    os.kill(child, signal.SIGSTOP)
    os.waitpid(child, os.WUNTRACED)
    print("stopped", flush=True)
    sys.stdin.readline()
    os.kill(child, signal.SIGCONT)


def _become(request: dict[str, Any]) -> NoReturn:
    """Be the program, with its standard streams in files."""
    for number, name, way in (
        (0, request["input"], os.O_RDONLY),
        (1, request["output"], os.O_WRONLY | os.O_CREAT | os.O_APPEND),
        (2, request["errors"], os.O_WRONLY | os.O_CREAT | os.O_APPEND),
    ):
        os.dup2(os.open(name, way, 0o666), number)
    sys.stdin = Path(request["input"]).open(encoding="utf-8")
    if most := request["largest_file"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    if request["days_back"]:
        _set_clock_back(timedelta(days=request["days_back"]))
    if request["humble"]:
        _obey_permissions()
    try:
        status = main(request["words"])
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - as Python ends a program
        sys.excepthook(*sys.exc_info())
        status = 99
    os._exit(status)


def _obey_permissions() -> None:
    """Give up what lets the superuser read and write files whose permissions forbid it."""
    header, sets = (c_uint32 * 2)(0x20080522, 0), (c_uint32 * 6)()
    libc = CDLL(None)
    libc.capget(header, sets)
    for number in (0, 1):  # effective, permitted; of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
        sets[number] &= ~(1 << 1 | 1 << 2)
    if libc.capset(header, sets):
        raise OSError("capset")


def _set_clock_back(by: timedelta) -> None:
    class Back(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Back":  # noqa: ANN401
            return super().now(tz) - by

    for module in (record, backup):
        vars(module)["datetime"] = Back


if __name__ == "__main__":
    serve()
