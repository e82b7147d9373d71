"""Trials: a command is killed at some moment, and afterwards nothing may be missing."""

import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.durability.ground import Ground, Tally, look, lost_claims
from tests.durability.program import Ended, Program
from tests.store import aged

from factdesk.desk import backups, opening
from factdesk.store import backup
from factdesk.store.migrations import steps

Trial = Callable[[Program, Ground, Random, Tally], None]

#: The sizes of files and pages with which the moments of a kill are chosen, in seconds.
_MARKS, _SHORT, _IMPORT = 0.5, 0.12, 4.0


def mark(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while claims are marked: each that was printed is there."""
    desk = ground.fresh()
    words = ("mark", ground.article, "--batch", "-", "--json", "--desk", desk)
    ended = program(*words, given=ground.marks(500), kill=dice.uniform(0, _MARKS))
    _count(tally, ended)
    _claims_are_there(desk, ended.lines, tally)


def take_in(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while articles are imported: each that was printed is there, whole."""
    desk = ground.fresh()
    pile = ground.folder / "pile"
    pile.mkdir()
    for number in range(30):
        text = f"Report {number}\n\nThe {number}th ferry of the day carried {number} people.\n"
        (pile / f"{number}.txt").write_text(text)
    ended = program("import", pile, "--json", "--desk", desk, kill=dice.uniform(0.4, _IMPORT))
    _count(tally, ended)
    with opening.open_desk(desk) as store:
        there = set(store.article_ids())
    tally.acknowledged += len(ended.lines)
    tally.lost += len({line["article"] for line in ended.lines} - there)
    look(desk, tally)


def export(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while a report is written: the old file is there, or the new one."""
    desk, out = ground.fresh(), ground.folder / "report.md"
    words = ("export", ground.article, "--format", "md", "--out", out, "--desk", desk)
    program(*words)
    new = out.read_bytes()
    old = b"an earlier report\n" * 100
    out.write_bytes(old)
    _count(tally, program(*words, kill=dice.uniform(0, _SHORT)))
    if out.read_bytes() not in {old, new}:
        tally.faults.append("Half a report was written.")
    _leftovers_are_private(ground.folder, tally)
    look(desk, tally)


def migrate(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while an old desk is brought to today's schema: it is old or new, and backed up."""
    desk = ground.fresh()
    desk.unlink()
    aged.build(desk, 1)
    _count(tally, program("desk", "info", "--desk", desk, kill=dice.uniform(0, _SHORT)))
    schema = backup.contents(desk).schema
    if schema not in {1, steps()[-1][0]}:
        tally.faults.append(f"The desk was left at schema {schema}.")
    kept = [made for made in backups.listed(desk) if made.contents]
    if schema != 1 and not any(made.contents and made.contents.schema == 1 for made in kept):
        tally.faults.append("There is no backup of the desk before its migration.")
    look(desk, tally)


def back_up(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while a backup replaces an older one: one of them is there, whole."""
    desk, target = ground.fresh(), ground.folder / "b.factdesk"
    program("desk", "backup", target, "--desk", desk)
    program("mark", ground.article, "--quote", "harbour", "--desk", desk)
    _count(tally, program("desk", "backup", target, "--desk", desk, kill=dice.uniform(0, _SHORT)))
    if backup.look_through(target).claims not in {0, 1}:
        tally.faults.append("Half a backup was written.")
    _leftovers_are_private(ground.folder, tally)
    look(desk, tally)


def restore(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Kill while a backup is restored: the desk is as before or restored, and then kept aside."""
    desk, source = ground.fresh(), ground.folder / "b.factdesk"
    program("desk", "backup", source, "--desk", desk)
    program("mark", ground.article, "--quote", "harbour", "--desk", desk)
    _count(tally, program("desk", "restore", source, "--desk", desk, kill=dice.uniform(0, _SHORT)))
    look(desk, tally)
    if backup.contents(desk).claims == 0:
        asides = [backup.look_through(path) for path in ground.folder.glob("*before-restore*")]
        tally.lost += not any(aside.claims == 1 for aside in asides)


def cut_power(program: Program, ground: Ground, dice: Random, tally: Tally) -> None:
    """Copy the files as they are at some moment, as a power cut leaves them, and open the copies.

    SQLite asks the disk to keep what it acknowledges, so that the log up to there is on it. What
    stands behind it may be anything; the shared memory is gone, or is anything as well.
    """
    desk = ground.fresh()
    copies: list[tuple[Path, list[str]]] = []

    def copy(lines: list[dict[str, str]]) -> None:
        folder = ground.folder / f"copy{len(copies)}"
        folder.mkdir()
        for path in ground.folder.glob("mine.factdesk*"):
            shutil.copyfile(path, folder / path.name)
        _spoil(folder, dice)
        copies.append((folder / desk.name, [line["id"] for line in lines]))

    words = ("mark", ground.article, "--batch", "-", "--json", "--desk", desk)
    stops = sorted(dice.uniform(0, _MARKS) for _ in range(5))
    ended = program(*words, given=ground.marks(800), stops=stops, stopped=copy, kill=_MARKS)
    _count(tally, ended)
    for path, ids in copies:
        _claims_are_there(path, [{"id": key} for key in ids], tally)
    _claims_are_there(desk, ended.lines, tally)


def _spoil(folder: Path, dice: Random) -> None:
    """Leave the shared memory away or full of anything, and write anything behind the log."""
    shared, log = folder / "mine.factdesk-shm", folder / "mine.factdesk-wal"
    way = dice.randrange(3)
    if way == 0:
        shared.unlink(missing_ok=True)
    elif way == 1 and shared.exists():
        shared.write_bytes(dice.randbytes(shared.stat().st_size))
    if log.exists() and dice.randrange(2):
        with log.open("ab") as file:
            file.write(dice.randbytes(dice.randrange(20_000)))


def _claims_are_there(desk: Path, lines: list[dict[str, str]], tally: Tally) -> None:
    tally.acknowledged += len(lines)
    with opening.open_desk(desk) as store:
        tally.lost += lost_claims(store, {line["id"] for line in lines})
    look(desk, tally)


def _count(tally: Tally, ended: Ended) -> None:
    tally.trials += 1
    tally.kills += ended.killed
    if "Traceback" in ended.errors:
        tally.faults.append(ended.errors)


def _leftovers_are_private(folder: Path, tally: Tally) -> None:
    for path in folder.rglob("*.tmp"):
        if path.stat().st_mode & 0o077:
            tally.faults.append(f"Others can read {path.name}.")


TRIALS: dict[str, Trial] = {
    "mark": mark,
    "import": take_in,
    "export": export,
    "migration": migrate,
    "backup": back_up,
    "restore": restore,
    "power cut": cut_power,
}
