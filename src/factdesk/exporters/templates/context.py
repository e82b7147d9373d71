"""What a template is given of a report: written sections, and data that is safe as it stands.

All of it is made of the report of one audience. For Markdown every text has been escaped before the
template sees it, so that nothing a template does with it lets an article break out; for HTML the
templates escape. Only plain values are handed in: no record, whose methods reach further.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any

from factdesk.exporters.outline.copy import copy_blocks
from factdesk.exporters.outline.finding import finding_parts
from factdesk.exporters.outline.memo import memo_sections
from factdesk.exporters.outline.parts import Block
from factdesk.exporters.outline.report import report_sections
from factdesk.exporters.outline.telling import Telling
from factdesk.model.record import Value
from factdesk.model.report import Finding, Report

Writer = Callable[[Iterable[Block]], str]
Escape = Callable[[str], str]

#: What is none of a template's business, or is written in `copy`.
_WITHOUT = frozenset(("papers", "blocks", "text", "logo", "templates", "original"))


def context(report: Report, write: Writer, escape: Escape) -> dict[str, Any]:
    """Make what a template can use; `docs/templates.md` tells it to those who write one."""
    telling = Telling(report)
    say = telling.say
    internal = telling.internal
    return {
        "report": plain(report, escape),
        "sections": _written(report_sections(telling), write),
        "memo": _written(memo_sections(telling), write) if internal else {},
        "copy": write(copy_blocks(report, 2)),
        "claims": [_claim(finding, telling, write, escape) for finding in report.findings],
        "internal": internal,
        "language": report.language,
        "logo": report.house.logo,
        "say": lambda key, **told: say(key, **{name: str(text) for name, text in told.items()}),
        "day": lambda date: say.day(str(date or "")),
        "number": say.number,
        "listed": lambda words: say.listed([str(word) for word in words]),
    }


def _claim(finding: Finding, telling: Telling, write: Writer, escape: Escape) -> dict[str, Any]:
    """Give a claim: its data, its verdict in words, and its parts as the report writes them."""
    told: dict[str, Any] = plain(finding, escape)
    return {
        **told,
        "reference": finding.claim.reference,
        "named": escape(telling.verdict(finding)),
        "quote": escape(finding.anchors[0].exact if finding.anchors else ""),
        "parts": _written(finding_parts(finding, telling), write),
    }


def _written(parts: Mapping[str, Iterable[Block]], write: Writer) -> dict[str, str]:
    return {name: write(blocks) for name, blocks in parts.items()}


def plain(value: object, escape: Escape) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Make plain values of records, their texts escaped."""
    if isinstance(value, Value):
        return {name: plain(inner, escape) for name, inner in value if name not in _WITHOUT}
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, tuple):
        if names := getattr(value, "_fields", ()):
            return {name: plain(each, escape) for name, each in zip(names, value, strict=True)}
        return [plain(each, escape) for each in value]
    return value if isinstance(value, bool | int | float) else None
