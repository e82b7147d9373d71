"""Documents on the disk."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document

#: No file may have more bytes than this.
LARGEST = 64_000_000
#: Browsers put what a saved page shows into a folder with one of these endings.
_RESOURCES = (
    *("_files", "_Files", "-Dateien", "_fichiers", "_archivos", "_elemei", "_soubory", ".files"),
    *("_bestanden", "_arquivos", "_pliki", "_filer", "-filer", "_tiedostot", "_dosyalar"),
)
_PAGES = (".html", ".htm", ".xhtml")


def documents(path: Path) -> Iterator[Path]:
    """List the documents of a folder and its folders, sorted; a file is its own list.

    Hidden files and the resource folders of saved pages are skipped, links to folders not followed.
    Such a folder itself stands for the page beside it, for the two are often taken together.

    Raises:
        ImportFailed: if there is nothing at the path, or it may not be looked into.
    """
    if not path.is_dir():
        _status(path)
        yield path
        return
    if page := _page_beside(path):
        yield page
        return
    for folder, folders, names in os.walk(path, onerror=_refuse):
        folders[:] = sorted(name for name in folders if _is_open(name))
        for name in sorted(names):
            if not name.startswith(".") and (found := Path(folder, name)).is_file():
                yield found


def load(path: Path) -> Document:
    """Read a file into a document.

    Raises:
        ImportFailed: if there is none, it may not be read, is too large, empty or no file at all.
    """
    status = _status(path)
    if stat.S_ISDIR(status.st_mode):
        raise ImportFailed(f"“{path.name}” is a folder.", "Import its files.", kind="folder")
    if not stat.S_ISREG(status.st_mode):
        raise ImportFailed(f"“{path.name}” is a device or a pipe, not a file.", kind="unsupported")
    content = _content(path)
    if not content:
        raise ImportFailed(f"“{path.name}” is empty.", "Save the document again.", kind="empty")
    return Document(name=path.name, content=content)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise _failure(path, error) from error
    if len(content) > LARGEST:
        raise ImportFailed(
            f"“{path.name}” is larger than {LARGEST // 1_000_000} MB.",
            "Save the article alone, as text or as a page without its pictures.",
            kind="too_large",
        )
    return content


def _page_beside(folder: Path) -> Path | None:
    stems = (folder.name.removesuffix(end) for end in _RESOURCES if folder.name.endswith(end))
    pages = (folder.with_name(stem + suffix) for stem in stems for suffix in _PAGES)
    return next((page for page in pages if page.is_file()), None)


def _is_open(folder: str) -> bool:
    return not folder.startswith(".") and not folder.endswith(_RESOURCES)


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:
        raise _failure(path, error) from error


def _refuse(error: OSError) -> None:
    raise _failure(Path(error.filename or ""), error) from error


def _failure(path: Path, error: Exception) -> ImportFailed:
    if isinstance(error, FileNotFoundError):
        return ImportFailed(f"There is no file “{path.name}”.", "Was it moved?", kind="missing")
    if isinstance(error, PermissionError):
        return ImportFailed(
            f"“{path.name}” may not be read.", "Ask its owner for the right.", kind="not_permitted"
        )
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return ImportFailed(f"“{path.name}” cannot be read: {reason}.", kind="unreadable")
