"""Documents that are archives, opened within limits; nothing is written to the disk."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from lxml import etree
from lxml.etree import _Element

from factdesk.errors import ImportFailed
from factdesk.importers.xml_tree import parse

#: Bytes that all entries together, and any one of them, may unpack to.
ALL, ONE = 100_000_000, 50_000_000
#: How many times its packed size an entry may unpack to, from a megabyte on.
RATIO = 200
_FREE_OF_RATIO = 1_000_000
_ENTRIES = 10_000
_PICTURES = "word/media/"
#: What zipfile raises for what it cannot unpack.
_FAULTS = (
    *(zipfile.BadZipFile, OSError, ValueError, KeyError, EOFError, NotImplementedError),
    *(zlib.error, struct.error, OverflowError),
)


class Archive:
    """A ZIP whose sizes are checked before anything is unpacked.

    What its directory promises binds: the standard library never unpacks more of an entry.
    """

    def __init__(self, content: bytes) -> None:
        """Open it.

        Raises:
            ImportFailed: if it is damaged, or unpacks to too much.
        """
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except _FAULTS as error:
            raise damaged() from error
        self.names = frozenset(self._zip.namelist())
        self._check()

    def read(self, name: str) -> bytes:
        """Unpack an entry.

        Raises:
            ImportFailed: if it is not there, damaged, encrypted, or larger than it says.
        """
        try:
            with self._zip.open(name) as entry:
                content = entry.read(ONE + 1)
        except _FAULTS as error:
            raise damaged() from error
        except RuntimeError as error:  # how zipfile says that it wants a password
            raise encrypted() from error
        if len(content) > ONE:
            raise _too_large()
        return content

    def xml(self, name: str) -> _Element:
        """Unpack an entry and parse it.

        Raises:
            ImportFailed: if it cannot be unpacked, or is no XML that is safe to read.
        """
        return parse(self.read(name))

    def with_parts(self, parts: Mapping[str, _Element]) -> bytes:
        """Pack the archive with some of its entries written anew, and without its pictures.

        Raises:
            ImportFailed: if an entry cannot be unpacked.
        """
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            for name in sorted(self.names):
                if name in parts:
                    archive.writestr(name, etree.tostring(parts[name], encoding="UTF-8"))
                elif not name.startswith(_PICTURES):
                    archive.writestr(name, self.read(name))
        return packed.getvalue()

    def _check(self) -> None:
        entries = self._zip.infolist()
        if (
            len(entries) > _ENTRIES
            or sum(entry.file_size for entry in entries) > ALL
            or any(map(_is_a_bomb, entries))
        ):
            raise _too_large()


def encrypted() -> ImportFailed:
    """Say that a password is wanted."""
    return ImportFailed(
        "The document is protected by a password.",
        "Open it in its own program and save it without one.",
        kind="encrypted",
    )


def _is_a_bomb(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > ONE or (
        entry.file_size > _FREE_OF_RATIO and entry.file_size > RATIO * entry.compress_size
    )


def damaged() -> ImportFailed:
    """Say that it does not hold together."""
    return ImportFailed(
        "The document is damaged.", "Open it in its own program and save it again.", kind="damaged"
    )


def _too_large() -> ImportFailed:
    return ImportFailed(
        "The document unpacks to far more than an article.",
        "Open it in its own program, copy the article's text and paste it.",
        kind="too_large",
    )
