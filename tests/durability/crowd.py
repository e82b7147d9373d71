"""Several processes at one desk."""

import json
import subprocess
import sys
from pathlib import Path

from tests.durability.ground import Ground, Tally, look
from tests.durability.program import environment

from factdesk.desk import opening


def crowd(folder: Path, seconds: float, seed: int, workers: int = 2) -> Tally:
    """Let processes make random edits on one desk; no edit may be lost, none may see a lock."""
    desk = Ground(folder).fresh()
    with opening.open_desk(desk) as store:
        before = store.edit_count()
    command = [sys.executable, "-m", "tests.durability.worker", str(desk), str(seconds)]
    crew = [
        subprocess.Popen(
            [*command, str(seed + number)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
        )
        for number in range(workers)
    ]
    tally = Tally("crowd", trials=workers)
    for process in crew:
        out, err = process.communicate(timeout=seconds + 120)
        if process.returncode:
            tally.faults.append(err)
        else:
            tally.acknowledged += json.loads(out).get("acknowledged", 0)
    with opening.open_desk(desk) as store:
        tally.lost = tally.acknowledged - (store.edit_count() - before)
    look(desk, tally)
    return tally
