"""A day on a disk that is full: ``unshare -m python -m tests.durability.full_disk FOLDER``.

Mounts a small disk of its own on the folder, which nobody else sees and which goes with us; prints
as JSON what was acknowledged, what was lost, and what was said.
"""

# ruff: noqa: T201, S607 - it prints what it saw, and mounts as the system mounts

import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.durability.ground import Ground, Tally, look, lost_claims
from tests.durability.program import Program

from factdesk.desk import opening

#: Bytes that are left when the work begins.
_ROOM = 300_000


def day(folder: Path, streams: Path) -> dict[str, Any]:
    """Work until the disk is full, make room, work on."""
    tally = Tally("full disk")
    ground = Ground(folder)
    desk = ground.fresh()
    filler = folder / "filler"
    words = ("mark", ground.article, "--batch", "-", "--json", "--desk", desk)
    with Program(streams) as program:
        free = os.statvfs(folder)
        filler.write_bytes(bytes(max(0, free.f_bavail * free.f_frsize - _ROOM)))
        full = program(*words, given=ground.marks(150))
        said = [
            program("desk", "backup", folder / "b.factdesk", "--desk", desk),
            program(
                "export", ground.article, "--format", "md", "--out", folder / "r.md", "--desk", desk
            ),
        ]
        leftovers = [path.name for path in folder.rglob("*.tmp*")]
        filler.unlink()
        after = program(*words, given=ground.marks(20))
    ids = {line["id"] for line in (*full.lines, *after.lines) if "id" in line}
    with opening.open_desk(desk) as store:
        lost = lost_claims(store, ids)
    look(desk, tally)
    return {
        "acknowledged": len(ids),
        "lost": lost,
        "faults": tally.faults,
        "full": [full.status, full.errors],
        "others": [[ended.status, ended.errors] for ended in said],
        "leftovers": leftovers,
        "after": [after.status, len([line for line in after.lines if "id" in line])],
    }


if __name__ == "__main__":
    place = sys.argv[1]
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", place], check=True)
    with TemporaryDirectory() as elsewhere:
        print(json.dumps(day(Path(place), Path(elsewhere))))
