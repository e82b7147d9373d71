"""Opening a desk: where it lies, and what a new one is given."""

import getpass
import os
from importlib.resources import files
from pathlib import Path

import platformdirs

from factdesk import preferences
from factdesk.desk import checkers
from factdesk.errors import Conflict, FactdeskError
from factdesk.model.claim import Checker
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, Record
from factdesk.model.verdict import Scale
from factdesk.model.workflow import Role
from factdesk.store.store import Store

#: The variable that says who is at work, for scripts and for machines with several checkers.
NAMED_BY = "FACTDESK_CHECKER"

#: In the order in which they are offered.
SHIPPED_SCALES = ("five-step", "exaggeration", "truth-o-meter", "correctiv", "line-check")

#: File systems on which SQLite's locks and shared memory do not reach other computers.
_NETWORK = frozenset(
    {"9p", "afpfs", "afs", "ceph", "cifs", "davfs", "glusterfs", "gvfsd-fuse", "ncpfs", "nfs"}
    | {"nfs4", "rclone", "smb3", "smbfs", "sshfs"}
)


def default_path() -> Path:
    """Tell where the desk lies if nobody says: ``$FACTDESK_DESK``, else the user's data folder."""
    named = os.environ.get("FACTDESK_DESK")
    return Path(named) if named else platformdirs.user_data_path("factdesk") / "desk.factdesk"


def open_desk(path: Path) -> Store:
    """Open a desk file; a new one is founded with the scales, a house and a checker.

    Raises:
        DeskUnusable: if the file cannot be opened, is no desk, or is a later one.
    """
    store = Store.open(path)
    try:
        found(store)
    except BaseException:
        store.close()
        raise
    return store


def found(store: Store) -> None:
    """Give a new desk what none can be without; one that has it is left alone."""
    if store.is_founded():
        return
    try:
        store.apply(Edit("Found the desk", tuple(birth(record) for record in founding())))
    except Conflict:  # another window was quicker
        if not store.is_founded():
            raise


def founding() -> list[Record]:
    """Make what no desk can be without: scales, a house and a checker."""
    return [
        *shipped_scales(),
        House(id="house"),
        Checker(name=name_at_work(), roles=roles_at_work()),
    ]


def shipped_scales() -> list[Scale]:
    """Read the scales that come with the program."""
    folder = files("factdesk.desk") / "scales"
    return [
        Scale.model_validate_json((folder / f"{name}.json").read_text("utf-8"))
        for name in SHIPPED_SCALES
    ]


def checker_at_work(store: Store) -> Id | None:
    """Tell who works at this desk, and make them known to it if they are not."""
    name = name_at_work()
    known = store.checker_called(name)
    if known is not None:
        return known.id
    checker, edit = checkers.become(store, name, roles_at_work(), user())
    try:
        store.apply(edit)
    except FactdeskError:  # a desk that is only read, or another window was quicker
        known = store.checker_called(name)
        return known.id if known else None
    return checker.id


def name_at_work() -> str:
    """Tell the name: ``$FACTDESK_CHECKER``, else that of the preferences, else the system's."""
    said = os.environ.get(NAMED_BY, "") or preferences.load().checker
    return " ".join(said.split()) or user()


def roles_at_work() -> tuple[Role, ...]:
    """Tell the roles in which the user works, as said in the preferences."""
    known = set(Role)
    return tuple(Role(role) for role in preferences.load().roles if role in known)


def network_drive(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str:
    """Name the kind of network drive on which a file lies; "" on a disk, and where nobody knows."""
    try:
        lines = mounts.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    whole = path.resolve()
    kind, deepest = "", -1
    for line in lines:
        point, system = line.split(" ")[1:3]
        folder = Path(point.replace("\\040", " ").replace("\\011", "\t"))
        if whole.is_relative_to(folder) and len(folder.parts) >= deepest:
            kind, deepest = system, len(folder.parts)
    return kind if kind.removeprefix("fuse.") in _NETWORK else ""


def user() -> str:
    """Tell what the system calls the user."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without a name, as in a container
        return "checker"
