"""Backups of a desk: made by the day, before a migration and when asked; listed and restored."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from factdesk.desk.opening import founding
from factdesk.errors import DeskDamaged, DeskUnusable, FactdeskError, NotADesk, Refused
from factdesk.store import backup
from factdesk.store import salvage as salvaging
from factdesk.store.backup import Contents, Reason
from factdesk.store.presence import alone_at
from factdesk.store.salvage import Salvaged
from factdesk.store.store import Store

#: How many daily backups stay, and for how many weeks the last of each week does.
DAILY, WEEKLY = 7, 8

_A_DAY = 24 * 60 * 60  # seconds
_NAME = re.compile(r"-(\d{8}T\d{6}Z)-([a-z-]+)\.factdesk$")
_STAMP = "%Y%m%dT%H%M%SZ"


class Backup(NamedTuple):
    """A backup; one that cannot be read says why instead of what is in it."""

    path: Path
    made: str
    reason: str
    contents: Contents | None
    fault: str = ""


class Restored(NamedTuple):
    """What was put in place, and where the desk that was there lies now (None: there was none)."""

    contents: Contents
    aside: Path | None


class Preview(NamedTuple):
    """What restoring a backup would do: the titles that would go, those that would come back."""

    now: Contents
    then: Contents
    going: tuple[str, ...]
    coming: tuple[str, ...]


def make(desk: Path, target: Path | None = None) -> Backup:
    """Back a desk up: to a file, or into the folder of backups.

    Raises:
        Refused: if the target is the desk itself, or a file that is no desk.
        DeskUnusable: if the desk cannot be read or the backup cannot be written.
    """
    path = backup.place(desk, Reason.ASKED) if target is None else target
    if target is not None:
        _insist_on_replaceable(desk, target)
    return Backup(path, backup.stamp(), Reason.ASKED, backup.copy(desk, path))


def daily(desk: Path) -> Backup | None:
    """Make today's backup if there is none yet and the desk holds work of an earlier day.

    It reads the desk beside whoever works on it, so a worker thread may do it.

    Raises:
        DeskDamaged: if the desk turns out not to hold together.
        DeskUnusable: if the backup cannot be written.
    """
    if not due(desk):
        return None
    path = backup.place(desk, Reason.DAILY)
    made = Backup(path, backup.stamp(), Reason.DAILY, backup.copy(desk, path))
    rotate(desk, path)
    return made


def due(desk: Path) -> bool:
    """Tell whether today's backup is still to be made."""
    today = backup.stamp()[:8]
    if any(_stamp(path)[:8] == today for path in _paths(desk, Reason.DAILY)):
        return False
    with Store.open_to_read(desk) as store:
        return store.worked_before(datetime.now(UTC).date().isoformat())


def rotate(desk: Path, newest: Path) -> None:
    """Take away the daily backups that are too many; never the one just made."""
    days = sorted(_paths(desk, Reason.DAILY), key=_stamp, reverse=True)
    weeks: dict[tuple[int, int], Path] = {}
    for path in days:
        weeks.setdefault(_day(path).isocalendar()[:2], path)
    staying = {newest, *days[:DAILY], *list(weeks.values())[:WEEKLY]}
    for path in set(days) - staying:
        with suppress(OSError):
            path.unlink()
    for place in (desk.parent, backup.folder(desk)):
        backup.sweep(place, datetime.now(UTC).timestamp() - _A_DAY)


def listed(desk: Path) -> list[Backup]:
    """List the backups of a desk, the newest first, with what is in each."""
    return [_told(path) for path in sorted(_paths(desk), key=_stamp, reverse=True)]


def preview(desk: Path, source: Path) -> Preview:
    """Compare the desk with a backup of it.

    Raises:
        DeskUnusable: if either cannot be read.
    """
    here, there = backup.titles(desk), backup.titles(source)
    return Preview(
        backup.contents(desk),
        backup.contents(source),
        tuple(title for article, title in here.items() if article not in there),
        tuple(title for article, title in there.items() if article not in here),
    )


def restore(desk: Path, source: Path) -> Restored:
    """Put a backup in the place of the desk, which is kept aside under a dated name.

    Raises:
        NotADesk, DeskTooNew, DeskDamaged: if the backup is not one to work on.
        Refused: if the backup is the desk itself.
        DeskUnusable: if the desk is open elsewhere, or the disk refuses.
    """
    if source.exists() and desk.exists() and source.samefile(desk):
        raise Refused(f"{source} is the desk itself.", "Name a backup of it.")
    found = look_through(source)
    with alone_at(desk):
        if not desk.exists():
            backup.copy(source, desk)
            return Restored(found, None)
        aside = free(desk.with_name(f"{desk.stem}-{backup.stamp()}-before-restore.factdesk"))
        try:
            backup.copy(desk, aside)
        except (DeskDamaged, NotADesk):
            backup.move_aside(desk, aside)
            backup.copy(source, desk)
        else:
            backup.write_into(desk, source)
        return Restored(found, aside)


def look_through(path: Path) -> Contents:
    """Look whether a file is a sound desk, of today or earlier, and tell what is in it.

    Raises:
        NotADesk, DeskTooNew, DeskDamaged, DeskUnusable: if it is not.
    """
    if not path.is_file():
        raise DeskUnusable(f"There is no file {path}.", "Was it moved?")
    return backup.look_through(path)


def salvage(desk: Path, target: Path) -> Salvaged:
    """Save what can be read of a damaged desk into a new one.

    Raises:
        Refused: if something lies at the target already.
        DeskDamaged: if nothing can be read.
        DeskUnusable: if the new desk cannot be written.
    """
    if target.exists():
        raise Refused(f"{target} is there already.", "Name a file that does not exist.")
    return salvaging.salvage(desk, target, founding())


def _insist_on_replaceable(desk: Path, target: Path) -> None:
    """Replace an older backup without asking, and nothing else."""
    if not target.exists():
        return
    if target.samefile(desk):
        raise Refused(f"{target} is the desk itself.", "Name another file.")
    try:
        backup.contents(target)
    except FactdeskError as error:
        raise Refused(
            f"{target} is there already and is no backup of a desk.", "Name another file."
        ) from error


def _paths(desk: Path, reason: Reason | None = None) -> Iterator[Path]:
    """Find the backups of this desk, whatever else lies in the folder."""
    with suppress(OSError):
        for path in backup.folder(desk).iterdir():
            match = _NAME.search(path.name)
            if match is None or path.name[: match.start()] != desk.stem or not _valid(match[1]):
                continue
            if reason is None or match[2] == reason:
                yield path


def _told(path: Path) -> Backup:
    match = _NAME.search(path.name)
    made, reason = (match[1], match[2]) if match else ("", "")
    try:
        return Backup(path, made, reason, backup.contents(path))
    except FactdeskError as error:
        return Backup(path, made, reason, None, error.message)


def free(path: Path) -> Path:
    """Give the path, or one like it at which nothing lies yet."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
        number += 1
    return free


def _stamp(path: Path) -> str:
    match = _NAME.search(path.name)
    return match[1] if match else ""


def _valid(stamp: str) -> bool:
    try:
        datetime.strptime(stamp, _STAMP)  # noqa: DTZ007 - only whether it is a time
    except ValueError:
        return False
    return True


def _day(path: Path) -> date:
    return datetime.strptime(_stamp(path), _STAMP).replace(tzinfo=UTC).date()
