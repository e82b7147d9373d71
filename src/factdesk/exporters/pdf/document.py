"""The PDF: report and annotated copy, with bookmarks and numbered pages."""

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, PageBreak, SimpleDocTemplate, Spacer

from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import visible
from factdesk.exporters.logo import HEIGHT, logo
from factdesk.exporters.outline.documents import document, document_title
from factdesk.exporters.pdf.copy import PrintedCopy
from factdesk.exporters.pdf.type import BODY, glyphs
from factdesk.exporters.pdf.writing import FlowWriter, HeadingFlowable
from factdesk.model.report import Part, Report

#: Headings down to the claims are bookmarks.
_DEEPEST = 3


class PdfExporter(Exporter):
    """Writes one document, or the fact-check report and, on a new page, the annotated copy."""

    def __init__(self, part: Part | None = None) -> None:
        self._part = part

    def render(self, report: Report) -> bytes:
        """Write the report."""
        glyphs()
        written = io.BytesIO()
        file = _Document(
            written,
            pagesize=A4,
            leftMargin=22 * mm,
            rightMargin=22 * mm,
            topMargin=20 * mm,
            bottomMargin=20 * mm,
            title=visible(document_title(report, self._part)),
            author=visible(report.house.name.strip() or "Factdesk"),
            lang=report.language,
            invariant=1,  # its times are none, and its identity is that of its content
        )
        file.build(list(self._story(report)), onFirstPage=_number, onLaterPages=_number)
        return written.getvalue()

    def _story(self, report: Report) -> Iterator[Flowable]:
        yield from _logo(report)
        if self._part is not Part.COPY:
            writer = FlowWriter()
            for block in document(report, self._part or Part.REPORT):
                yield from writer.written(block)
        if self._part is None:
            yield PageBreak()
        if self._part in {None, Part.COPY}:
            yield from PrintedCopy(report, alone=self._part is Part.COPY).written()


def _logo(report: Report) -> Iterator[Flowable]:
    """Put the logo first; one that the library cannot read is left out."""
    if picture := logo(report.house):
        with suppress(OSError):
            wide, high = ImageReader(io.BytesIO(picture)).getSize()
            shown = Image(io.BytesIO(picture), HEIGHT * wide / high, HEIGHT, hAlign="LEFT")
            yield from (shown, Spacer(1, 12))


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
