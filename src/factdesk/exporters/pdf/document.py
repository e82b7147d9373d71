"""The PDF: report and annotated copy, with bookmarks and numbered pages."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, SimpleDocTemplate

from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import visible
from factdesk.exporters.outline.report import report_blocks, title
from factdesk.exporters.pdf.copy import PrintedCopy
from factdesk.exporters.pdf.type import BODY, glyphs
from factdesk.exporters.pdf.writing import FlowWriter, HeadingFlowable
from factdesk.model.report import Report

#: Headings down to the claims are bookmarks.
_DEEPEST = 3


class PdfExporter(Exporter):
    """Writes the fact-check report and, on a new page, the annotated copy."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        glyphs()
        written = io.BytesIO()
        document = _Document(
            written,
            pagesize=A4,
            leftMargin=22 * mm,
            rightMargin=22 * mm,
            topMargin=20 * mm,
            bottomMargin=20 * mm,
            title=visible(title(report)),
            author=visible(report.house.name.strip() or "Factdesk"),
            lang="en",
            invariant=1,  # its times are none, and its identity is that of its content
        )
        writer = FlowWriter()
        story = [each for block in report_blocks(report) for each in writer.written(block)]
        story += [PageBreak(), *PrintedCopy(report).written()]
        document.build(story, onFirstPage=_number, onLaterPages=_number)
        return written.getvalue()


class _Document(SimpleDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Makes a bookmark of each heading as it comes onto its page."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - reportlab's own
        super().__init__(*arguments, **options)
        self._bookmarks = 0
        self._level = -1

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Note a heading; a level is never skipped, which PDF does not allow."""
        if not isinstance(flowable, HeadingFlowable) or flowable.level > _DEEPEST:
            return
        self._bookmarks += 1
        key = f"bookmark-{self._bookmarks}"
        self._level = min(flowable.level - 1, self._level + 1)
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(visible(flowable.title), key, self._level, closed=False)


def _number(canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Number the page at its foot."""
    canvas.setFont(BODY, 8)
    canvas.drawRightString(A4[0] - 22 * mm, 12 * mm, str(document.page))
