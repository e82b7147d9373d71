"""The documents by their names: report, annotated copy, changes memo, changes since the check."""

from collections.abc import Iterator

from factdesk.errors import ExportFailed
from factdesk.exporters.outline.copy import copy_blocks, copy_title
from factdesk.exporters.outline.memo import memo_blocks, memo_title
from factdesk.exporters.outline.parts import Block
from factdesk.exporters.outline.report import report_blocks
from factdesk.exporters.outline.since import since_blocks, since_title
from factdesk.exporters.outline.telling import Telling, article_title, title
from factdesk.model.report import Audience, Part, Report

#: What nobody but the house is to have.
INTERNAL = {Part.MEMO, Part.CHANGES}


def document(report: Report, part: Part) -> Iterator[Block]:
    """Say one of the documents.

    Raises:
        ExportFailed: if the audience is not to have it.
    """
    if part in INTERNAL:
        insist_on_the_house(report)
        return memo_blocks(report) if part is Part.MEMO else since_blocks(report)
    return copy_blocks(report) if part is Part.COPY else report_blocks(report)


def document_title(report: Report, part: Part | None) -> str:
    """Name one of the documents, or what holds several."""
    telling = Telling(report)
    if part is Part.MEMO:
        return memo_title(telling)
    if part is Part.CHANGES:
        return since_title(telling)
    if part is Part.COPY:
        return f"{copy_title(telling)}: {article_title(report)}"
    return title(report)


def foot(report: Report, part: Part | None) -> str:
    """Say on each page whose it is, and what it is of."""
    parts = (report.house.name, document_title(report, part))
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def insist_on_the_house(report: Report) -> None:
    """Give some to nobody but the house: what they say is not in a public report.

    Raises:
        ExportFailed: if the report is for the public.
    """
    if report.audience is not Audience.INTERNAL:
        raise ExportFailed(
            "This document is for the writer and the editor.",
            "Choose the desk as its audience.",
            kind="internal_only",
        )
