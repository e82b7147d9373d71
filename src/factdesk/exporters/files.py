"""Reports on disk: the whole new file or the old one, never half of either."""

import errno
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from factdesk.errors import ExportFailed

_ADVICE = {
    errno.EACCES: "You may not write there. Choose another folder.",
    errno.EPERM: "You may not write there. Choose another folder.",
    errno.EROFS: "That disk is read-only. Choose another folder.",
    errno.ENOENT: "The folder does not exist. Create it or choose another one.",
    errno.ENOTDIR: "A part of that path is a file and not a folder. Choose another folder.",
    errno.EISDIR: "A folder has that name. Choose another name.",
    errno.ENOSPC: "The disk is full. Free some space or choose another disk.",
    errno.EDQUOT: "Your share of the disk is full. Free some space or choose another disk.",
    errno.ENAMETOOLONG: "That name is too long. Choose a shorter one.",
}


def save(content: bytes, path: Path) -> None:
    """Put the content in the place of the file, through a temporary one in the same folder.

    The temporary file is for its owner alone; so is a new file. One that is replaced keeps its
    permissions, and a link keeps pointing at its file.

    Raises:
        ExportFailed: if the file cannot be written; what was there before is untouched.
    """
    try:
        _replace(content, path.resolve())
    except (OSError, ValueError) as error:
        number = error.errno if isinstance(error, OSError) else None
        advice = _ADVICE.get(number or 0, "Choose another name or another folder.")
        raise ExportFailed(f"“{path.name}” could not be written.", advice) from error


def _replace(content: bytes, path: Path) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    temporary = Path(_written(content, path.parent))
    try:
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _written(content: bytes, folder: Path) -> str:
    """Write a new file that is on the disk when this returns."""
    with NamedTemporaryFile(dir=folder, prefix=".factdesk-", suffix=".tmp", delete=False) as file:
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise
    return file.name


def _sync_folder(folder: Path) -> None:
    """Make the new name last; where folders cannot be opened, the system sees to it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
