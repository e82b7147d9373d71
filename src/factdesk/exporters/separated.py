"""Tables as comma-separated values, in UTF-8 and as RFC 4180 has them."""

import csv
import io

from factdesk.exporters.base import Exporter
from factdesk.exporters.tables import Cell, Table, claim_table, evidence_table
from factdesk.model.report import Report
from factdesk.text import cells


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
    return cells.harmless(cell)
