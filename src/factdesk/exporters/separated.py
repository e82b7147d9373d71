"""Tables as comma-separated values, in UTF-8 and as RFC 4180 has them."""

import csv
import io
from collections.abc import Iterable, Sequence

from factdesk.exporters.base import Exporter
from factdesk.exporters.tables import OURS, Cell, Table, claim_table, evidence_table
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
    foreign = [at for at, name in enumerate(table.columns) if name not in OURS]
    writer.writerows(_harmless(row, foreign) for row in table.rows)
    return text.getvalue().encode()


def _harmless(row: Sequence[Cell], foreign: Iterable[int]) -> Sequence[Cell]:
    """Write cells that no spreadsheet takes for formulas; what is ours is none."""
    for at in foreign:
        cell = row[at]
        if isinstance(cell, str) and cell[:1] in cells.DOUBTFUL:
            row = [*row[:at], cells.harmless(cell), *row[at + 1 :]]
    return row
