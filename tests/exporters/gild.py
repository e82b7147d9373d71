"""Write the golden reports anew: ``python -m tests.exporters.gild``, then read the difference."""

from pathlib import Path

from tests.exporters.samples import sample

from factdesk.exporters.markdown import MarkdownExporter
from factdesk.model.report import Audience, Part

GOLDEN = Path(__file__).with_name("golden")


def golden(audience: Audience) -> Path:
    """Find the golden report for an audience."""
    return GOLDEN / f"report-{audience.value}.md"


def written(part: Part) -> Path:
    """Find the golden copy, memo or changes."""
    return GOLDEN / f"{part}.md"


if __name__ == "__main__":
    for reader in Audience:
        golden(reader).write_bytes(MarkdownExporter().render(sample(reader)))
    for part in (Part.COPY, Part.MEMO, Part.CHANGES):
        written(part).write_bytes(MarkdownExporter(part).render(sample()))
