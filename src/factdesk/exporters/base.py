"""What every exporter is."""

from typing import Protocol

from factdesk.model.report import Report


class Exporter(Protocol):
    """Writes one format. Pure: the same report gives the same bytes."""

    name: str
    title: str
    suffix: str

    def render(self, report: Report) -> bytes:
        """Write the report.

        Raises:
            ExportFailed: if the format cannot say what the report holds.
        """
