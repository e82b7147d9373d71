"""Tables as a workbook: claims on the first sheet, evidence on the second."""

import io
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from factdesk.exporters.base import Exporter
from factdesk.exporters.containers import repacked
from factdesk.exporters.escape import visible
from factdesk.exporters.outline.telling import title
from factdesk.exporters.tables import Cell, Table, claim_table, evidence_table
from factdesk.model.report import Report
from factdesk.text import cells

#: The most that a cell can hold, in UTF-16 units; what is cut is told.
_LONGEST = 32_767
_TOLD = 100

#: How wide columns are, in characters; others are as wide as a word or a date.
_WIDTHS = {
    **dict.fromkeys(("quote", "wording", "title", "note", "notes", "article"), 44),
    **dict.fromkeys(("url", "archive_url", "article_url", "claim_id", "source_id"), 38),
    **dict.fromkeys(("claim", "start", "stop", "places", "value", "worst", "best", "source"), 9),
    "rationale": 64,
    "judged": 22,
}
_NORMAL = 15

#: The height of a line in points, and of how many lines at most a row shows itself; Excel would
#: see to it, other programs do not.
_LINE, _MOST_LINES = 15, 16

_A4 = 9

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxExporter(Exporter):
    """Writes a workbook in which every text is a text, whatever it begins with."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        written = io.BytesIO()
        with Workbook(written, _OPTIONS) as workbook:
            workbook.set_properties(
                {
                    "title": visible(title(report))[:255],
                    "company": visible(report.house.name)[:255],
                    "created": datetime.fromisoformat(report.made).replace(tzinfo=None),
                }
            )
            head = workbook.add_format(
                {"bold": True, "bottom": 1, "bg_color": "#eef0f3", "valign": "top"}
            )
            shown = {"text_wrap": True, "valign": "top", "align": "left"}
            text, quoted = workbook.add_format(shown), workbook.add_format(shown)
            quoted.set_quote_prefix()
            for table in (claim_table(report), evidence_table(report)):
                _fill(workbook.add_worksheet(table.name), table, head, text, quoted)
        return repacked(written.getvalue())


def _fill(sheet: Worksheet, table: Table, head: Format, text: Format, quoted: Format) -> None:
    widths = [_WIDTHS.get(name, _NORMAL) for name in table.columns]
    for place, (name, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, head)
    for number, row in enumerate(table.rows, 1):
        sheet.set_row(number, _LINE * min(max(map(_lines, row, widths)), _MOST_LINES))
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell, text, quoted)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)


def _write(
    sheet: Worksheet, row: int, column: int, cell: Cell, text: Format, quoted: Format
) -> None:
    if isinstance(cell, int):
        sheet.write_number(row, column, cell, text)
    elif cell:
        risky = cells.harmless(cell) != cell
        sheet.write_string(row, column, _cut(visible(cell)), quoted if risky else text)


def _lines(cell: Cell, width: int) -> int:
    """Estimate how many lines a cell takes; words are not broken."""
    if not isinstance(cell, str) or len(cell) < width:
        return 1
    return sum(1 + len(line) * 11 // (width * 10) for line in cell.split("\n"))


def _cut(text: str) -> str:
    if len(text.encode("utf-16-le")) // 2 <= _LONGEST:
        return text
    kept = text[: (_LONGEST - _TOLD) // 2]
    return f"{kept}… ({len(text) - len(kept):,} characters more do not fit into a cell)"
