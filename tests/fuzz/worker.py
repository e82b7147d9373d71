"""One target made busy: ``python -m tests.fuzz.worker TARGET SECONDS SEED FOLDER``.

Each input is written into the folder before it is tried: it is there if it ends the process.
Findings are printed as they are made, a JSON line each, and at the end what was done.
"""

# ruff: noqa: T201, S311 - it prints its figures, and its dice are seeded

import json
import re
import sys
import time
import traceback
from collections import Counter
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.fuzz.mutation import mutated
from tests.fuzz.targets import CAUGHT, TARGETS, Target, fresh_desk, kind_of

#: Seconds of the processor that an input may take; none is larger than an article.
SLOW = 5.0
#: Bytes that the process may take, as when a document is read in earnest.
MEMORY = 1_000_000_000
AT_HAND = "at-hand"


class Trier:
    """Tries inputs of one target and keeps what fails, the first of each kind."""

    def __init__(self, target: Target, folder: Path) -> None:
        self._target, self._folder = target, folder
        self._desk = fresh_desk()
        self._known: set[str] = set()
        self.ended: Counter[str] = Counter()

    def attempt(self, content: bytes) -> None:
        """Try one input."""
        if sum(self.ended.values()) % 2_000 == 1_999:
            self._desk = fresh_desk()  # its journal has become long
        began = time.process_time()
        try:
            self.ended[ended := self._target.act(self._desk, content)] += 1
            if ended not in self._known and ended.startswith(CAUGHT):
                self._known.add(ended)
                self._write(content, ended)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            self.ended["finding"] += 1
            self._desk = fresh_desk()
            self._keep(kind_of(error), content, "".join(traceback.format_exception(error)))
        if (took := time.process_time() - began) > SLOW:
            self._keep(f"slow: {took:.0f} s", content, kind="slow")

    def _keep(self, words: str, content: bytes, detail: str = "", kind: str = "") -> None:
        if (kind or words) not in self._known:
            self._known.add(kind or words)
            path = self._write(content)
            print(json.dumps({"finding": words, "input": str(path), "detail": detail}), flush=True)

    def _write(self, content: bytes, kind: str = "") -> Path:
        named = f"{self._target.name} {kind} {name_of(content)}"
        path = self._folder / re.sub(r"[^\w.]+", "-", named)
        path.write_bytes(content)
        return path


def name_of(content: bytes) -> str:
    """Name an input by its hash."""
    return sha256(content).hexdigest()[:10]


def main(name: str, seconds: float, seed: int, folder: Path) -> None:
    """Try inputs until the time is up; sound ones first."""
    target, dice = TARGETS[name], Random(seed)
    trier, seeds = Trier(target, folder), list(target.seeds())
    _limit()
    last = time.monotonic() + seconds
    waiting = list(seeds)
    while time.monotonic() < last:
        content = waiting.pop() if waiting else mutated(dice.choice(seeds), seeds, dice)
        (folder / AT_HAND).write_bytes(content)
        trier.attempt(content)
    print(json.dumps({"ended": trier.ended}), flush=True)


def _limit() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
