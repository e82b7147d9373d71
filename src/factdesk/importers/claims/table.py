"""Tables of others: separated values of any encoding and separator, and workbooks."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.encoding import decode
from factdesk.importers.sniff import is_archive
from factdesk.text.cells import unharmed

#: The signs that may stand between two cells, the likeliest first.
_SEPARATORS = ",;\t|"
#: How many rows are looked at to find out which of them does.
_SAMPLE = 50
#: Characters of the longest cell, and cells of the longest row.
_LONGEST, _WIDEST = 1_000_000, 200
#: How some programs name the separator in the first line.
_NAMED = re.compile(r"\s*sep=(.)\r?\n", re.IGNORECASE)


class Table(NamedTuple):
    """A table: the names of its columns, and its rows; one may have fewer cells."""

    head: tuple[str, ...]
    rows: list[tuple[str, ...]]

    def column(self, at: int, most: int | None = None) -> Iterator[str]:
        """Give the cells of a column that are not empty, those of the first rows."""
        return (row[at] for row in self.rows[:most] if at < len(row) and row[at])


def read(document: Document) -> Table:
    """Read a table; its first row that is not empty names the columns.

    Raises:
        ImportFailed: if it is none, or has no row but the names.
    """
    if is_archive(document.content):
        from factdesk.importers.claims import workbook  # noqa: PLC0415 - loads lxml

        return _table(workbook.rows(document.content))
    return _table([unharmed(cell) for cell in row] for row in _separated(decode(document.content)))


def _table(rows: Iterable[Sequence[str]]) -> Table:
    told = (tuple(cell.strip() for cell in row[:_WIDEST]) for row in rows)
    filled = [row for row in told if any(row)]
    if len(filled) < 2:
        raise ImportFailed(
            "There is no table in this file, or nothing but the names of its columns.",
            "Save it as CSV or as a workbook, with the names of the columns in the first row.",
            kind="no_claims",
        )
    width = max(len(row) for row in filled)
    head, *others = filled
    names = (
        name or f"Column {at}" for at, name in enumerate((*head, *[""] * (width - len(head))), 1)
    )
    return Table(tuple(names), others)


def _separated(text: str) -> Iterator[list[str]]:
    named = _NAMED.match(text)
    text = text[named.end() :] if named else text
    separator = named[1] if named else separator_of(text)
    csv.field_size_limit(_LONGEST)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise ImportFailed(
            f"The table cannot be read: {error}.", "Save it again as CSV in UTF-8.", kind="damaged"
        ) from error


def separator_of(text: str) -> str:
    """Find out what stands between the cells: what cuts most rows as it cuts the first one.

    Of a list without columns it is a sign that no text has.
    """
    evenness = {separator: _evenness(text, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: evenness[separator])
    return best if any(evenness[best]) else "\x1f"


def _evenness(text: str, separator: str) -> tuple[int, int]:
    reader = csv.reader(io.StringIO(text[: _LONGEST // 4], newline=""), delimiter=separator)
    try:
        widths = [len(row) for row in islice(reader, _SAMPLE) if row]
    except csv.Error:
        return 0, 0
    width = widths[0] if widths else 1
    return (widths.count(width), width) if width > 1 else (0, 0)
