"""An article as it lies on the desk, in JSON: another desk takes it in and is its equal.

``records`` holds every record by its type, one a line, each type in the order of the desk. Bytes
are in base64. ``factdesk desk schema`` prints the schema.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from itertools import groupby

from factdesk.exporters.base import Exporter
from factdesk.model.record import Record
from factdesk.model.report import Report

#: What such a file is known by, and the edition of its form.
FORMAT, EDITION = "factdesk article", 1


class JsonExporter(Exporter):
    """Writes the records of an article. Needs a whole report."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        head = {
            "format": FORMAT,
            "edition": EDITION,
            "audience": report.audience.value,
            "as_of": report.made,
            "last_reference": report.last_reference,
            "left_out": [claim.model_dump() for claim in report.left_out],
            "house": report.house.model_dump(mode="json"),
        }
        lines = [f"{_text(name)}: {_text(value)}" for name, value in head.items()]
        lines.append(f'"records": {{\n{_joined(_types(report))}\n}}')
        return f"{{\n{_joined(lines)}\n}}\n".encode()


def _types(report: Report) -> Iterator[str]:
    """Write the records of each type."""
    for name, records in groupby(report.papers, key=lambda record: type(record).__name__.lower()):
        yield f"{_text(name)}: [\n{_joined(map(_record, records))}\n]"


def _record(record: Record) -> str:
    binary = {name for name, value in record.__dict__.items() if isinstance(value, bytes)}
    if not binary:
        return record.model_dump_json()
    encoded = {name: b64encode(getattr(record, name)).decode() for name in sorted(binary)}
    return _text(record.model_dump(mode="json", exclude=binary) | encoded)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _joined(lines: Iterable[str]) -> str:
    return ",\n".join(lines)
