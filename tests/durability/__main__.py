"""The long form: ``python -m tests.durability --minutes 10`` prints a table of figures.

With ``--only crowd`` all the time goes to two processes at one desk.
"""

# ruff: noqa: T201, S311 - it prints its figures, and its dice are seeded

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.durability.crowd import crowd
from tests.durability.ground import Ground, Tally
from tests.durability.program import Program
from tests.durability.trials import TRIALS

CROWD = "crowd"


def main() -> int:
    """Make trials in turn until the time is up; 1 if anything was lost or found wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=time.time_ns() & 0xFFFFFF)
    parser.add_argument("--only", nargs="+", choices=[*TRIALS, CROWD], default=[*TRIALS, CROWD])
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}, {arguments.minutes:g} minutes")
    print(f"{'':<12}{'trials':>8}{'kills':>8}{'acknowledged':>14}{'lost':>6}{'faults':>8}")
    names = [name for name in arguments.only if name != CROWD]
    alone, crowded = not names, CROWD in arguments.only
    share = 1.0 if alone else 0.2 if crowded else 0.0
    seconds = arguments.minutes * 60
    tallies = [] if alone else kill(names, seconds * (1 - share), Random(arguments.seed))
    if crowded:
        with TemporaryDirectory() as folder:
            tallies.append(crowd(Path(folder), seconds * share, arguments.seed))
    for tally in tallies:
        print(tally)
        for fault in tally.faults[:5]:
            print("   ", fault)
    return int(any(tally.lost or tally.faults for tally in tallies))


def kill(names: Sequence[str], seconds: float, dice: Random) -> list[Tally]:
    """Make one trial of each kind after the other until the time is up."""
    tallies = {name: Tally(name) for name in names}
    last = time.monotonic() + seconds
    with TemporaryDirectory() as folder, TemporaryDirectory() as streams:
        ground = Ground(Path(folder))
        with Program(Path(streams)) as program:
            while time.monotonic() < last:
                for name, tally in tallies.items():
                    TRIALS[name](program, ground, dice, tally)
    return list(tallies.values())


if __name__ == "__main__":
    sys.exit(main())
