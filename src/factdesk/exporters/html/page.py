"""One page without script, image or anything fetched: report, annotated copy, ClaimReview."""

from importlib.resources import files

from factdesk.exporters.base import Exporter
from factdesk.exporters.claimreview import script
from factdesk.exporters.html.copy import AnnotatedCopy
from factdesk.exporters.html.writing import safe, written
from factdesk.exporters.logo import logo
from factdesk.exporters.outline.documents import document, document_title
from factdesk.model.report import Audience, Part, Report

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class HtmlExporter(Exporter):
    """Writes one document, or the fact-check report and the annotated copy below it."""

    def __init__(self, part: Part | None = None) -> None:
        self._part = part

    def render(self, report: Report) -> bytes:
        """Write the report."""
        copy = AnnotatedCopy(report, alone=self._part is Part.COPY)
        told = "" if self._part is Part.COPY else _told(report, self._part or Part.REPORT)
        shown = f"{copy.written()}\n" if self._part in {None, Part.COPY} else ""
        return (
            f"{_head(report, copy, self._part)}<body>\n<main>\n"
            f"{_logo(report)}{told}{shown}</main>\n"
            f"{_review(report)}</body>\n</html>\n"
        ).encode()


def _logo(report: Report) -> str:
    if not logo(report.house):
        return ""
    return f'<img class="logo" src="{report.house.logo}" alt="{safe(report.house.name)}">\n'


def _told(report: Report, part: Part) -> str:
    return f'<section class="report">{"".join(map(written, document(report, part)))}</section>\n'


def _head(report: Report, copy: AnnotatedCopy, part: Part | None) -> str:
    style = (files("factdesk.exporters.html") / "page.css").read_text("utf-8")
    return (
        f'<!DOCTYPE html>\n<html lang="{report.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(document_title(report, part))}</title>\n"
        f"<style>\n{style}{''.join(copy.styles())}\n</style>\n</head>\n"
    )


def _review(report: Report) -> str:
    """Embed the ClaimReviews of what is published."""
    found = script(report) if report.audience is Audience.PUBLIC else ""
    return f'<script type="application/ld+json">{found}</script>\n' if found else ""
