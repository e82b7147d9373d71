"""Zip containers whose bytes are the same whenever and wherever they are written."""

import io
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

#: The earliest time that a zip can hold.
_LONG_AGO = (1980, 1, 1, 0, 0, 0)

_UNIX = 3
_FILE_FOR_ALL = 0o100644 << 16


def container(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Pack members in their order."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in members:
            member = ZipInfo(name, _LONG_AGO)
            member.compress_type = ZIP_DEFLATED
            member.create_system = _UNIX  # not that of the machine
            member.external_attr = _FILE_FOR_ALL
            archive.writestr(member, content)
    return packed.getvalue()


def repacked(content: bytes) -> bytes:
    """Pack a container anew that was written with the time of the day in it."""
    with ZipFile(io.BytesIO(content)) as archive:
        return container((name, archive.read(name)) for name in archive.namelist())
