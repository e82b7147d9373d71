"""Tables as comma-separated values, in UTF-8 and as RFC 4180 has them.

A spreadsheet takes a cell for a formula by its first sign. Such a cell gets an apostrophe in front,
which spreadsheets understand as “this is text”.
"""

import csv
import io

from factdesk.exporters.base import Exporter
from factdesk.exporters.tables import Cell, Table, claim_table, evidence_table
from factdesk.model.report import Report

#: What begins a formula, in some program or other; full-width signs are read as the common ones.
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


class CsvExporter(Exporter):
    """Writes a row for each claim."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        return separated(claim_table(report))


class EvidenceCsvExporter(Exporter):
    """Writes a row for each piece of evidence."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        return separated(evidence_table(report))


def separated(table: Table) -> bytes:
    """Write a table, its columns' names in the first row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([harmless(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode()


def harmless(cell: Cell) -> str:
    """Write a cell that no spreadsheet takes for a formula; a number is ours and stays one."""
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    return f"'{cell}" if cell.lstrip(" ")[:1] in _FORMULA else cell
