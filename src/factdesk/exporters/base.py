"""What every exporter is."""

from collections.abc import Iterator
from typing import Protocol

from factdesk.model.report import LeftOutClaim, Report


class Exporter(Protocol):
    """Writes one format. Pure: the same report gives the same bytes."""

    def render(self, report: Report) -> bytes:
        """Write the report.

        Raises:
            ExportFailed: if the format cannot say what the report holds.
        """

    def singles(self, report: Report) -> Iterator[tuple[str, bytes]]:  # noqa: ARG002 - most have none
        """Write a file for each claim beside the one for all, where that is the custom.

        Gives the claim's reference and the file; nothing in most formats.
        """
        yield from ()

    def left_out(self, report: Report) -> tuple[LeftOutClaim, ...]:
        """Name the claims that are not in what is written, with the reasons."""
        return report.left_out
