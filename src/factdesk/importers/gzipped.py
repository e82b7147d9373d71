"""Pages kept gzipped."""

import zlib

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.sniff import is_gzip

#: No document may unpack to more bytes than this.
UNPACKED = 50_000_000


def unpacked(document: Document) -> Document:
    """Unpack a gzipped document; any other comes back as it is.

    Raises:
        ImportFailed: if it is damaged or unpacks to too much.
    """
    if not is_gzip(document.content):
        return document
    name = document.name.removesuffix(".gz")
    return document.model_copy(update={"name": name, "content": _inflated(document.content)})


def _inflated(content: bytes) -> bytes:
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        inflated = unpacker.decompress(content, UNPACKED + 1)
    except zlib.error as error:
        raise ImportFailed("The gzipped document is damaged.", "Save it again.") from error
    if len(inflated) > UNPACKED:
        raise ImportFailed(
            f"The gzipped document unpacks to more than {UNPACKED // 1_000_000} MB.",
            "Unpack it and keep only the article.",
            kind="too_large",
        )
    return inflated
