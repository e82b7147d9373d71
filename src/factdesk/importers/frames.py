"""How the two sides of a pipe speak: a length, words in JSON; a length, bytes."""

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
#: No message may have more words than this.
LONGEST = 64_000_000
#: What may be wanted of a document: an article, a page's mere text, claims.
ARTICLE, TEXT, CLAIMS = "article", "text", "claims"


def send(pipe: IO[bytes], words: dict[str, Any], content: bytes = b"") -> None:
    """Write a message.

    Raises:
        OSError: if the other side is gone.
    """
    text = json.dumps(words).encode()
    pipe.write(_LENGTHS.pack(len(text), len(content)))
    pipe.write(text)
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Wait for a message.

    Raises:
        EOFError: if the other side is gone, or says more than it may.
    """
    length, size = _LENGTHS.unpack(_exactly(pipe, _LENGTHS.size))
    if length > LONGEST:
        raise EOFError
    return json.loads(_exactly(pipe, length)), _exactly(pipe, size)


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    content = pipe.read(size)
    if len(content) < size:
        raise EOFError
    return content
