"""The sources as CSL-JSON, which reference managers and citation processors read."""

import json
from typing import Any

from factdesk.exporters.base import Exporter
from factdesk.model.report import Report
from factdesk.model.source import Source

_NAMES = """
    article article-journal article-magazine article-newspaper bill book broadcast
    chapter classic collection dataset document entry entry-dictionary
    entry-encyclopedia event figure graphic hearing interview legal_case legislation
    manuscript map motion_picture musical_score pamphlet paper-conference patent
    performance periodical personal_communication post post-weblog regulation report
    review review-book software song speech standard thesis treaty webpage
"""
#: The item types that CSL 1.0 knows; another is a document.
TYPES = frozenset(_NAMES.split())


class CslExporter(Exporter):
    """Writes an item for each source; what CSL has no word for stands under ``custom``."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        items = [_item(number, report) for number in range(1, len(report.sources) + 1)]
        return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def accessed(number: int, report: Report) -> str:
    """Tell when a source was looked at last, by its number in the report."""
    dates = (
        piece.evidence.accessed
        for finding in report.findings
        for piece in finding.evidence
        if piece.number == number
    )
    return max(dates, default="")


def claims_of(number: int, report: Report) -> list[str]:
    """Name the claims for which a source is cited, by its number in the report."""
    return [
        finding.claim.reference
        for finding in report.findings
        if any(piece.number == number for piece in finding.evidence)
    ]


def item_type(source: Source) -> str:
    """Give the source's type as CSL has it."""
    return source.type if source.type in TYPES else "document"


def _item(number: int, report: Report) -> dict[str, Any]:
    source = report.sources[number - 1]
    custom = {
        "source_class": source.source_class.value if source.source_class else "",
        "confidential": source.confidential,
        "archive_url": source.archive_url,
        "claims": claims_of(number, report),
    }
    told = {
        "id": source.id,
        "type": item_type(source),
        "title": source.title,
        "author": [{"literal": name} for name in source.authors if name.strip()],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.issued or ""),
        "accessed": _date(accessed(number, report)),
        "URL": source.url,
        "DOI": source.doi,
        "custom": {name: value for name, value in custom.items() if value},
    }
    return {name: value for name, value in told.items() if value}


def _date(date: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}
