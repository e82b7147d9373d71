"""Tables as comma-separated values, in UTF-8 and as RFC 4180 has them."""

import csv
import io
from collections.abc import Iterable

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
    writer.writerows(map(_harmless, table.rows))
    return text.getvalue().encode()


def _harmless(row: Iterable[Cell]) -> list[Cell]:
    """Write cells that no spreadsheet takes for formulas; numbers and words of ours are none."""
    return [
        cells.harmless(cell) if isinstance(cell, str) and cell[:1] in cells.DOUBTFUL else cell
        for cell in row
    ]
