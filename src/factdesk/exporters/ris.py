"""The sources as RIS, which every reference manager reads."""

from collections.abc import Iterator

from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import visible
from factdesk.exporters.tally import Uses, accessed, claims_of, uses
from factdesk.model.report import Report
from factdesk.model.source import Source

_TYPES = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "SOUND",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "BLOG",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}


class RisExporter(Exporter):
    """Writes a record for each source."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        used = uses(report)
        lines = (
            f"{tag}  - {value}".rstrip(" ") if tag != "ER" else "ER  - "
            for number, source in enumerate(report.sources, 1)
            for tag, value in _record(source, used[number])
        )
        return "".join(f"{line}\r\n" for line in lines).encode()


def _record(source: Source, used: Uses) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(source.type, "GEN")
    told = [
        ("ID", source.id),
        ("TI", source.title),
        *(("AU", name) for name in source.authors),
        ("T2", source.container),
        ("PB", source.publisher),
        ("PY", (source.issued or "")[:4]),
        ("DA", _date(source.issued or "")),
        ("DO", source.doi),
        ("UR", source.url),
        ("L2", source.archive_url),
        ("Y2", _date(accessed(used))),
        *(("KW", f"claim {reference}") for reference in claims_of(used)),
    ]
    for tag, value in told:
        if plain := " ".join(visible(value).split()):
            yield tag, plain
    yield "ER", ""


def _date(date: str) -> str:
    """Write a date as year/month/day/, its unknown parts empty."""
    year, month, day = (*date.split("-"), "", "")[:3]
    return f"{year}/{month}/{day}/" if year else ""
