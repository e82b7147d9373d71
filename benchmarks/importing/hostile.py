"""What hostile documents cost: how each ends, in how many seconds, and with how much memory.

    python -m benchmarks.importing.hostile [NAME…]

Each is read by a child of its own, that has loaded its libraries before. ``MB`` is the most that
the child held at any time, of which some 90 are the libraries; seconds are those on the clock.
"""

import argparse
import threading
import time
from collections.abc import Callable
from pathlib import Path

from tests.importers.hostile import CLAIMS, LONG, LONG_CLAIMS, SHORT

from factdesk.desk import claim_files
from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.claims import columns
from factdesk.importers.reader import Reader

GOOD = Document(
    name="warm.html", content=b"<h1>Warm</h1>" + b"<p>It has loaded all it needs.</p>" * 9
)
ARTICLES, OTHERS = SHORT | LONG, CLAIMS | LONG_CLAIMS


def main() -> None:
    """Print a line for each document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", default=[*ARTICLES, *OTHERS])
    print(f"{'':<24}{'KB':>8}{'seconds':>9}{'MB':>6}  outcome")
    for name in parser.parse_args().names:
        content = (ARTICLES | OTHERS)[name]()
        document = Document(name=name, content=content)
        with Reader() as reader:
            reader.read(GOOD)
            peak = Peak(reader)
            began = time.perf_counter()
            told = outcome(document, article if name in ARTICLES else claims, reader)
            took = time.perf_counter() - began
        print(f"{name:<24}{len(content) / 1000:>8,.0f}{took:>9.2f}{peak.end():>6.0f}  {told}")


def outcome(document: Document, read: Callable[[Reader, Document], str], reader: Reader) -> str:
    """Tell how it ends."""
    try:
        return read(reader, document)
    except ImportFailed as error:
        return error.message


def article(reader: Reader, document: Document) -> str:
    """Read an article."""
    draft = reader.read(document)
    letters = sum(len(block.text) for block in draft.blocks)
    return f"an article of {len(draft.blocks):,} blocks, {letters:,} characters"


def claims(reader: Reader, document: Document) -> str:
    """Read the claims of others."""
    file = claim_files.opened(document, reader.claims)
    if file.table:
        file = file.with_columns(columns.guessed(file.table))
    return f"{len(file.claims):,} claims"


class Peak:
    """Watches how much memory the child of a reader holds, until it ends."""

    def __init__(self, reader: Reader) -> None:
        assert reader._child is not None  # noqa: SLF001 - nobody else asks for it
        self._status = Path(f"/proc/{reader._child.pid}/status")  # noqa: SLF001
        self._most, self._ends = 0.0, False
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def end(self) -> float:
        """Tell the most, in megabytes."""
        self._ends = True
        self._thread.join()
        return self._most

    def _watch(self) -> None:
        while not self._ends:
            try:
                lines = self._status.read_text().splitlines()
            except OSError:
                return
            held = (line.split()[1] for line in lines if line.startswith("VmHWM"))
            self._most = max(self._most, *(int(kilobytes) / 1000 for kilobytes in held), 0.0)
            time.sleep(0.02)


if __name__ == "__main__":
    main()
