"""The real program, run in processes of its own that can be stopped and killed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import factdesk

SOURCE = Path(factdesk.__file__).parents[1]


class Ended(NamedTuple):
    """How a command ended. ``lines`` are the JSON lines that were whole when it did."""

    killed: bool
    status: int
    lines: list[Any]
    errors: str


class Program:
    """Runs commands, each in a process forked from one in which the program is loaded."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._zygote = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("zygote.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
        )

    def __call__(
        self,
        *words: str | Path,
        given: str = "",
        kill: float | None = None,
        stops: Sequence[float] = (),
        stopped: Callable[[list[Any]], None] = lambda _lines: None,
        **more: int,
    ) -> Ended:
        """Run a command.

        Args:
            words: the command.
            given: what it reads on its standard input.
            kill: after how many seconds it is killed.
            stops: after how many seconds it is stopped for a moment.
            stopped: called with the lines acknowledged up to then, while it stands still.
            more: ``humble``, ``largest_file`` and ``days_back``, as the zygote knows them.
        """
        files = {name: str(self.folder / f".{name}") for name in ("input", "output", "errors")}
        Path(files["input"]).write_text(given, "utf-8")
        for name in ("output", "errors"):
            Path(files[name]).unlink(missing_ok=True)
            Path(files[name]).touch(mode=0o666)
        request = {"words": [str(word) for word in words], "kill": kill, "stops": list(stops)}
        options = {"humble": 0, "largest_file": 0, "days_back": 0} | more
        answer = self._ask(json.dumps(request | files | options))
        while answer == "stopped":
            stopped(_lines(Path(files["output"])))
            answer = self._ask("go on")
        told = json.loads(answer)
        errors = Path(files["errors"]).read_text("utf-8", errors="replace")
        status = os.waitstatus_to_exitcode(told["status"])
        return Ended(told["killed"], status, _lines(Path(files["output"])), errors)

    def _ask(self, line: str) -> str:
        if self._zygote.stdin is None or self._zygote.stdout is None:
            raise EOFError
        self._zygote.stdin.write(line + "\n")
        self._zygote.stdin.flush()
        return self._zygote.stdout.readline().strip()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._zygote.communicate()


def environment() -> dict[str, str]:
    """Give the environment in which the program is found."""
    return os.environ | {"PYTHONPATH": f"{SOURCE}{os.pathsep}{SOURCE.parent}"}


def _lines(path: Path) -> list[Any]:
    """Read the JSON lines; one that was cut short was not acknowledged."""
    whole = path.read_text("utf-8").rpartition("\n")[0]
    try:
        return [json.loads(whole)] if whole.startswith("{\n") else _each(whole)
    except ValueError:
        return []


def _each(whole: str) -> list[Any]:
    return [json.loads(line) for line in whole.splitlines() if line.startswith("{")]
