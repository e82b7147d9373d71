"""Wrong input at every way in: ``python -m tests.fuzz --minutes 10`` prints a table of figures.

Each target is fuzzed in a process of its own, by seeded dice and, where atheris is installed, half
of the time under its guidance. What fails is kept in the folder that is named at the end.
"""

# ruff: noqa: T201 - it prints its figures

import argparse
import json
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from tests.durability.program import environment
from tests.fuzz.targets import CAUGHT, TARGETS
from tests.fuzz.worker import AT_HAND, name_of

FOLDER = Path(".run/fuzz")
#: Seconds on the clock after which an input has stopped the process for good.
_HANGS = 90.0
_DONE = re.compile(r"number_of_executed_units:\s+(\d+)")


@dataclass
class Tally:
    """What was done to one target, and what was found."""

    name: str
    tried: int = 0
    guided: int = 0
    ended: Counter[str] = field(default_factory=Counter)
    findings: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        caught = sum(n for how, n in self.ended.items() if how.startswith(CAUGHT))
        read, refused = self.ended["read"], self.ended["refused"]
        figures = (self.tried, self.guided, read, refused, caught, len(self.findings))
        return f"{self.name:<16}" + "".join(f"{figure:>10,}" for figure in figures)


def main() -> int:
    """Fuzz the targets in turn; 1 if anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() & 0xFFFFFF)
    parser.add_argument("--only", nargs="+", choices=TARGETS, default=list(TARGETS))
    arguments = parser.parse_args()
    FOLDER.mkdir(parents=True, exist_ok=True)
    guided = find_spec("atheris") is not None
    print(f"seed {arguments.seed}, {arguments.minutes:g} minutes,", end=" ")
    print("half of them under atheris" if guided else "without atheris, which is not installed")
    head = ("by dice", "guided", "read", "refused", "caught", "findings")
    print(f"{'':<16}" + "".join(f"{word:>10}" for word in head))
    share = arguments.minutes * 60 / len(arguments.only)
    tallies = []
    for name in arguments.only:
        tallies.append(tally := Tally(name))
        by_dice = share / 2 if guided else share
        fuzz("worker", tally, by_dice, arguments.seed)
        if guided:
            fuzz("guided", tally, share - by_dice, arguments.seed)
        print(tally, flush=True)
        for told in details(tally):
            print("   ", told, flush=True)
    found = any(tally.findings for tally in tallies)
    print(f"What failed is in {FOLDER}." if found else "Nothing was found.")
    return int(found)


def details(tally: Tally) -> Iterator[str]:
    """Tell what was found, and what the registry had to turn into an error in words."""
    yield from (f"{words}: {path}" for words, path in tally.findings.items())
    for how, count in tally.ended.most_common():
        if how.startswith(CAUGHT):
            yield f"{how} ({count:,})"


def fuzz(module: str, tally: Tally, seconds: float, seed: int) -> None:
    """Keep a process at a target until the time is up; one that ends itself is started anew."""
    last = time.monotonic() + seconds
    while (left := last - time.monotonic()) > 1:
        words = [sys.executable, "-m", f"tests.fuzz.{module}", tally.name, str(left), str(seed)]
        told, said = FOLDER / "told", FOLDER / "said"
        at_hand = FOLDER / AT_HAND
        at_hand.touch()
        with told.open("w") as out, said.open("w") as errors:
            process = subprocess.Popen(
                [*words, str(FOLDER)], stdout=out, stderr=errors, env=environment()
            )
            hung = not _ends(process, at_hand)
        _take_in(tally, told, said)
        if hung or (process.returncode != 0 and module == "worker") or process.returncode < 0:
            _keep(tally, "it hung" if hung else f"it ended with {process.returncode}")
        elif process.returncode != 0:
            _keep(tally, f"atheris ended with {process.returncode}")
        seed += 1


def _ends(process: "subprocess.Popen[bytes]", at_hand: Path) -> bool:
    """Wait for a process; one whose input at hand is an old one hangs, and is ended."""
    while process.poll() is None:
        time.sleep(0.2)
        if time.time() - at_hand.stat().st_mtime > _HANGS:
            process.kill()
            process.wait()
            return False
    return True


def _take_in(tally: Tally, told: Path, said: Path) -> None:
    for line in told.read_text("utf-8", "replace").splitlines():
        if not line.startswith("{"):
            continue
        one = json.loads(line)
        if "finding" in one:
            tally.findings.setdefault(one["finding"], one["input"])
        else:
            tally.ended.update(one["ended"])
            tally.tried += sum(one["ended"].values())
    if done := _DONE.search(said.read_text("utf-8", "replace")):
        tally.guided += int(done[1])


def _keep(tally: Tally, words: str) -> None:
    """Keep the input that ended a process."""
    content = (FOLDER / AT_HAND).read_bytes()
    path = FOLDER / f"{tally.name.replace(' ', '-')}-{name_of(content)}"
    path.write_bytes(content)
    tally.findings.setdefault(words, str(path))


if __name__ == "__main__":
    sys.exit(main())
