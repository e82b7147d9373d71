"""The process in which documents are read, so that a hostile one harms nothing else.

Started as ``python -m factdesk.importers.child``; requests come in on its standard input, answers
go out on its standard output. It writes no file and ends when its input does.
"""

import os
import sys
from contextlib import suppress
from typing import Any, BinaryIO

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.claims.table import Table
from factdesk.importers.claims.told import Told
from factdesk.importers.frames import CLAIMS, TEXT, receive, send
from factdesk.importers.registry import read, told

#: Bytes that the process may take.
MEMORY = 1_000_000_000
_BEHIND = 5  # steps of niceness

_WARM = (
    b"<!doctype html><title>Warm</title><h1>Warm</h1>" + b"<p>It loads what a page needs.</p>" * 9
)


def main() -> None:
    """Load the libraries, then answer requests until there are no more."""
    answers = _only_answers()
    _warm()
    _limit()
    send(answers, {"ready": True})
    with suppress(EOFError, BrokenPipeError):
        while True:
            words, content = receive(sys.stdin.buffer)
            send(answers, _answer(words, content))


def _warm() -> None:
    """Load the libraries before the first document and the limits are there."""
    with suppress(ImportFailed):
        read(Document(name="warm.html", content=_WARM))


def _answer(words: dict[str, Any], content: bytes) -> dict[str, Any]:
    wanted = words.pop("wanted")
    document = Document(**words, content=content)
    try:
        found = told(document) if wanted == CLAIMS else read(document, as_text=wanted == TEXT)
        return _shaped(found)
    except ImportFailed as failure:
        words = {"kind": failure.kind, "message": failure.message, "advice": failure.advice}
        return {"failure": words}


def _shaped(found: Told) -> dict[str, Any]:
    """Make JSON of what was understood."""
    if isinstance(found, Draft):
        return {"draft": found.model_dump(mode="json")}
    if isinstance(found, Table):
        return {"table": found._asdict()}
    return {"claims": [claim.model_dump(mode="json") for claim in found]}


def _only_answers() -> BinaryIO:
    """Keep the standard output for answers: what a library prints goes to the error output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _limit() -> None:
    """Bound what a document may take, and let the window go first where processors are few."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    os.nice(_BEHIND)
    sys.setrecursionlimit(2_000)
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_DATA, MEMORY),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        with suppress(ValueError, OSError):
            resource.setrlimit(limit, (most, most))


if __name__ == "__main__":
    main()
