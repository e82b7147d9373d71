"""The way in: the desk is opened, and if it is damaged the user says what shall be done."""

from pathlib import Path

from PySide6.QtWidgets import QMessageBox

from factdesk.desk import backups
from factdesk.desk.backups import Backup
from factdesk.desk.opening import open_desk
from factdesk.errors import DeskDamaged, FactdeskError, Refused
from factdesk.store.store import Store
from factdesk.ui.dialogs.damaged import DamagedDialog, Offer, Way

#: How many losses are told one by one.
_TOLD = 30


def enter(path: Path) -> Store | None:
    """Open the desk; None: it cannot be opened, and the user knows why."""
    try:
        return open_desk(path)
    except DeskDamaged as error:
        return ask(path, error.message)
    except FactdeskError as error:
        complain(error)
        return None


def ask(path: Path, message: str) -> Store | None:
    """Let the user choose a way out of the damage until one succeeds; None is to quit."""
    while True:
        dialog = DamagedDialog(message, [Offer(b.path, words(b)) for b in _sound(path)])
        dialog.exec()
        if dialog.way is Way.QUIT:
            return None
        try:
            return take(path, dialog.way, dialog.backup)
        except FactdeskError as error:
            complain(error)


def restored(path: Path, backup: Path) -> Store | None:
    """Put a backup in the desk's place and open it; if that is refused, open what is there."""
    try:
        return take(path, Way.RESTORE, backup)
    except FactdeskError as error:
        complain(error)
        return enter(path)


def take(path: Path, way: Way, backup: Path | None) -> Store:
    """Go the way that was chosen.

    Raises:
        FactdeskError: if it leads nowhere.
    """
    if way is Way.READ:
        return Store.open_to_read(path)
    if way is Way.SALVAGE:
        return _salvaged(path)
    if backup is None:
        raise Refused("There is no backup to restore.", "Choose another way.")
    restored = backups.restore(path, backup)
    if restored.aside is not None:
        QMessageBox.information(None, "Factdesk", f"The desk was kept aside: {restored.aside}")
    return open_desk(path)


def words(backup: Backup) -> str:
    """Say what is in a backup."""
    made = f"{backup.made[:4]}-{backup.made[4:6]}-{backup.made[6:8]}"
    found = backup.contents
    if found is None:
        return f"{made}: {backup.fault}"
    return (
        f"{made} {backup.made[9:11]}:{backup.made[11:13]} UTC —"
        f" {_count(found.articles, 'article')}, {_count(found.claims, 'claim')},"
        f" {_count(found.verdicts, 'verdict')}"
    )


def _count(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"


def complain(error: FactdeskError) -> None:
    """Say why it did not work."""
    QMessageBox.critical(None, "Factdesk", f"{error.message}\n\n{error.advice}")


def _sound(path: Path) -> list[Backup]:
    return [backup for backup in backups.listed(path) if backup.contents is not None]


def _salvaged(path: Path) -> Store:
    target = backups.free(path.with_name(f"{path.stem}-salvaged.factdesk"))
    salvaged = backups.salvage(path, target)
    box = QMessageBox(
        QMessageBox.Icon.Information,
        "Factdesk",
        f"What could be read is in {target}. {len(salvaged.lost):,} things could not be saved.",
    )
    box.setDetailedText("\n".join(salvaged.lost[:_TOLD]) or "Nothing was lost.")
    box.exec()
    return open_desk(target)
