"""What every exporter is."""

from typing import Protocol

from factdesk.model.report import LeftOutClaim, Report


class Exporter(Protocol):
    """Writes one format. Pure: the same report gives the same bytes."""

    def render(self, report: Report) -> bytes:
        """Write the report.

        Raises:
            ExportFailed: if the format cannot say what the report holds.
        """

    def left_out(self, report: Report) -> tuple[LeftOutClaim, ...]:
        """Name the claims that are not in what is written, with the reasons."""
        return report.left_out
