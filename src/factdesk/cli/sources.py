"""What the arguments name: files, folders and links."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from factdesk.importers.base import Document, Draft
from factdesk.importers.files import documents, load
from factdesk.importers.reader import Reader
from factdesk.importers.web import fetch, is_link, noted


class Brought(NamedTuple):
    """A document at hand, and where its link led on the way."""

    document: Document
    hops: tuple[str, ...] = ()
    as_text: bool = False

    def read(self, reader: Reader) -> Draft:
        """Understand it as an article, or as the mere text of a page.

        Raises:
            ImportFailed: if it holds none.
        """
        return noted(reader.read(self.document, as_text=self.as_text), self.hops)


def unfolded(source: str) -> Iterator[str | Path]:
    """Give a folder's documents; whatever else it is stands for itself.

    Raises:
        ImportFailed: if there is nothing at the path, or it may not be looked into.
    """
    if is_link(source):
        yield source
    else:
        yield from documents(Path(source))


def bring(source: str | Path, *, allow_private: bool, as_text: bool = False) -> Brought:
    """Load a file, or fetch a link and tell on standard error where it leads.

    Raises:
        ImportFailed: if it cannot be had.
    """
    if isinstance(source, Path) or not is_link(source):
        return Brought(load(Path(source)), as_text=as_text)
    hops: list[str] = []

    def tell(address: str) -> None:
        hops.append(address)
        print(f"factdesk: {source}: led on to {address}", file=sys.stderr)

    document = fetch(source, allow_private=allow_private, on_redirect=tell)
    return Brought(document, tuple(hops), as_text)
