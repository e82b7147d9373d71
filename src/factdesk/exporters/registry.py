"""Which formats there are."""

from factdesk.errors import ExportFailed
from factdesk.exporters.base import Exporter


def exporters() -> dict[str, Exporter]:
    """Give every exporter by its name, the one to offer first at the front."""
    from factdesk.exporters.markdown import MarkdownExporter  # noqa: PLC0415 - when first asked

    known: tuple[Exporter, ...] = (MarkdownExporter(),)
    return {exporter.name: exporter for exporter in known}


def exporter(name: str) -> Exporter:
    """Find an exporter by its name.

    Raises:
        ExportFailed: if there is no such format; the advice names those there are.
    """
    known = exporters()
    if name not in known:
        raise ExportFailed(
            f"There is no export format “{name}”.",
            f"Choose one of: {', '.join(known)}.",
            kind="unknown_format",
        )
    return known[name]
