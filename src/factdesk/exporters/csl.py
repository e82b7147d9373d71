"""The sources as CSL-JSON, which reference managers and citation processors read."""

import json
from typing import Any

from factdesk.exporters.base import Exporter
from factdesk.exporters.tally import Uses, accessed, claims_of, uses
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
        used = uses(report)
        items = [_item(source, used[number]) for number, source in enumerate(report.sources, 1)]
        return (json.dumps(items, ensure_ascii=False, indent=2) + "\n").encode()


def item_type(source: Source) -> str:
    """Give the source's type as CSL has it."""
    return source.type if source.type in TYPES else "document"


def _item(source: Source, used: Uses) -> dict[str, Any]:
    custom = {
        "source_class": source.source_class.value if source.source_class else "",
        "confidential": source.confidential,
        "archive_url": source.archive_url,
        "claims": claims_of(used),
    }
    told = {
        "id": source.id,
        "type": item_type(source),
        "title": source.title,
        "author": [{"literal": name} for name in source.authors if name.strip()],
        "container-title": source.container,
        "publisher": source.publisher,
        "issued": _date(source.issued or ""),
        "accessed": _date(accessed(used)),
        "URL": source.url,
        "DOI": source.doi,
        "custom": {name: value for name, value in custom.items() if value},
    }
    return {name: value for name, value in told.items() if value}


def _date(date: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}
