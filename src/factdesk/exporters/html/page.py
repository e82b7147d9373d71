"""One page without script, image or anything fetched: report, annotated copy, ClaimReview."""

from importlib.resources import files

from factdesk.exporters.base import Exporter
from factdesk.exporters.claimreview import script
from factdesk.exporters.html.copy import AnnotatedCopy
from factdesk.exporters.html.writing import safe, written
from factdesk.exporters.outline.report import report_blocks, title
from factdesk.model.report import Audience, Report

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


class HtmlExporter(Exporter):
    """Writes the fact-check report and the annotated copy, one below the other."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        copy = AnnotatedCopy(report)
        return (
            f"{_head(report, copy)}<body>\n<main>\n"
            f'<section class="report">{"".join(map(written, report_blocks(report)))}</section>\n'
            f"{copy.written()}\n</main>\n{_review(report)}</body>\n</html>\n"
        ).encode()


def _head(report: Report, copy: AnnotatedCopy) -> str:
    style = (files("factdesk.exporters.html") / "page.css").read_text("utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{safe(title(report))}</title>\n"
        f"<style>\n{style}{''.join(copy.styles())}\n</style>\n</head>\n"
    )


def _review(report: Report) -> str:
    """Embed the ClaimReviews of what is published."""
    found = script(report) if report.audience is Audience.PUBLIC else ""
    return f'<script type="application/ld+json">{found}</script>\n' if found else ""
