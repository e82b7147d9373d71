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
    content = inflated(document.content, UNPACKED)
    return document.model_copy(update={"name": name, "content": content})


def inflated(content: bytes, most: int) -> bytes:
    """Unpack what gzip or zlib packed.

    Raises:
        ImportFailed: if it is damaged, or unpacks to more than that many bytes.
    """
    unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 32)
    try:
        unpacked = unpacker.decompress(content, most + 1)
    except zlib.error as error:
        raise ImportFailed("The gzipped document is damaged.", "Save it again.") from error
    if len(unpacked) > most:
        raise ImportFailed(
            f"The gzipped document unpacks to more than {most // 1_000_000} MB.",
            "Unpack it and keep only the article.",
            kind="too_large",
        )
    return unpacked
