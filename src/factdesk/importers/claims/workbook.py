"""The first sheet of a workbook as rows of text; of numbers, days are read as days."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from posixpath import join, normpath

from lxml.etree import _Element

from factdesk.errors import ImportFailed
from factdesk.importers.archive import Archive
from factdesk.importers.claims.base import whole_number
from factdesk.importers.markup_blocks import local_name

#: The number formats that come with the program and show a day; others name a day or a year.
_DAYS = frozenset({*range(14, 18), 22, *range(27, 32), *range(34, 37), *range(50, 59)})
_DAY = re.compile(r"[yd]", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_PLACE = re.compile(r"([A-Z]{1,3})\d")
_WIDEST = 200


def rows(content: bytes) -> Iterator[Sequence[str]]:
    """Read the rows of the first sheet.

    Raises:
        ImportFailed: if it is no workbook, or is damaged.
    """
    archive = Archive(content)
    if "xl/workbook.xml" not in archive.names:
        raise ImportFailed(
            "This is no workbook.",
            "Save the table as CSV or as an Excel workbook.",
            kind="no_claims",
        )
    book = archive.xml("xl/workbook.xml")
    shown = _Cells(_shared(archive), _days(archive), _epoch(book))
    for row in archive.xml(_first_sheet(archive, book)).iter("{*}row"):
        cells: list[str] = []
        for cell in row.iter("{*}c"):
            at = _column(cell.get("r", ""), len(cells))
            cells += [""] * (at + 1 - len(cells))
            cells[at] = shown.text(cell)
        yield cells


class _Cells:
    """Knows what the cells of a workbook show."""

    def __init__(self, shared: list[str], days: list[bool], epoch: datetime) -> None:
        self._shared, self._days, self._epoch = shared, days, epoch

    def text(self, cell: _Element) -> str:
        """Give what a cell shows."""
        kind = cell.get("t", "n")
        if kind == "inlineStr":
            return _text(cell)
        value = "".join(each.text or "" for each in cell.iter("{*}v"))
        if kind == "s":
            at = whole_number(value)
            return self._shared[at] if at is not None and at < len(self._shared) else ""
        return self._number(value, cell.get("s", "0")) if kind == "n" else value

    def _number(self, value: str, style: str) -> str:
        at = whole_number(style) or 0
        if at < len(self._days) and self._days[at]:
            try:
                return (self._epoch + timedelta(days=float(value))).date().isoformat()
            except (ValueError, OverflowError):
                return value
        return value


def _first_sheet(archive: Archive, book: _Element) -> str:
    """Name the entry of the first sheet."""
    relation = next((_attribute(sheet, "id") for sheet in book.iter("{*}sheet")), "")
    for related in archive.xml("xl/_rels/workbook.xml.rels"):
        if related.get("Id") == relation:
            return normpath(join("/xl", related.get("Target", ""))).lstrip("/")
    return "xl/worksheets/sheet1.xml"


def _shared(archive: Archive) -> list[str]:
    name = "xl/sharedStrings.xml"
    return (
        [_text(each) for each in archive.xml(name).iter("{*}si")] if name in archive.names else []
    )


def _text(element: _Element) -> str:
    """Join the runs of a text, without the reading aids of Japanese."""
    return "".join(
        each.text or "" for each in element.iter("{*}t") if local_name(each.getparent()) != "rph"
    )


def _days(archive: Archive) -> list[bool]:
    """Tell for each style of cells whether it shows a day."""
    if "xl/styles.xml" not in archive.names:
        return []
    styles = archive.xml("xl/styles.xml")
    own = {
        form.get("numFmtId"): bool(_DAY.search(_QUOTED.sub("", form.get("formatCode", ""))))
        for form in styles.iter("{*}numFmt")
    }
    formats = (used.get("numFmtId", "0") for group in styles.iter("{*}cellXfs") for used in group)
    return [own.get(name, whole_number(name) in _DAYS) for name in formats]


def _epoch(book: _Element) -> datetime:
    old = any(about.get("date1904") in {"1", "true"} for about in book.iter("{*}workbookPr"))
    return datetime(1904, 1, 1) if old else datetime(1899, 12, 30)  # noqa: DTZ001 - days have no zone


def _column(place: str, otherwise: int) -> int:
    """Count a column from its letters; none is further out than any table is wide."""
    found = _PLACE.match(place)
    at = 0
    for letter in found[1] if found else "":
        at = 26 * at + ord(letter) - 64
    return min(at - 1 if found else otherwise, _WIDEST)


def _attribute(element: _Element, name: str) -> str:
    return next((str(v) for k, v in element.items() if str(k).endswith("}" + name)), "")
