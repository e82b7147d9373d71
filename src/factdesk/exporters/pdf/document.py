"""The PDF: report and annotated copy, with bookmarks and numbered pages."""

import io
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Image, PageBreak, SimpleDocTemplate, Spacer

from factdesk.exporters.base import Exporter
from factdesk.exporters.escape import visible
from factdesk.exporters.logo import HEIGHT, logo
from factdesk.exporters.outline.documents import document, document_title, foot
from factdesk.exporters.pdf.copy import PrintedCopy
from factdesk.exporters.pdf.type import BODY, glyphs
from factdesk.exporters.pdf.writing import SOFT, FlowWriter, HeadingFlowable
from factdesk.model.report import Part, Report

#: Headings down to the claims are bookmarks.
_DEEPEST = 3

#: Where the words begin, within what the library leaves free at the borders of a page's frame.
_EDGE = 22 * mm + 6

#: How wide the words at the foot may be.
_FOOT, _SMALL = 145 * mm, 7.5


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
            creator="Factdesk",
            subject=visible(report.article.url),
            invariant=1,  # its identity is that of its content
        )
        told = _fitting(visible(foot(report, self._part)))
        pages = {
            "onFirstPage": partial(_first, told, report.made),
            "onLaterPages": partial(_foot, told),
        }
        file.build(list(self._story(report)), **pages)
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


def _fitting(told: str) -> str:
    """Cut what does not fit at the foot; signs that its font has not are left out."""
    known = glyphs()
    told = " ".join("".join(sign for sign in told if ord(sign) in known).split())
    wide = stringWidth(told, BODY, _SMALL)
    return told if wide <= _FOOT else f"{told[: int(len(told) * _FOOT / wide) - 1].rstrip()}…"


class _Document(SimpleDocTemplate):  # type: ignore[misc]  # reportlab has no types
    """Makes a bookmark of each heading as it comes onto its page."""

    def __init__(self, *arguments: Any, **options: Any) -> None:  # noqa: ANN401 - reportlab's own
        super().__init__(*arguments, **options)
        self._bookmarks = 0
        self._level = -1

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 - reportlab's name
        """Note a heading; a level is never skipped, which PDF does not allow."""
        if not isinstance(flowable, HeadingFlowable) or not 0 < flowable.level <= _DEEPEST:
            return
        self._bookmarks += 1
        key = f"bookmark-{self._bookmarks}"
        self._level = min(flowable.level - 1, self._level + 1)
        self.canv.bookmarkPage(key)
        self.canv.addOutlineEntry(visible(flowable.title), key, self._level, closed=False)


def _first(told: str, made: str, canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Give the file its time, which is the desk's; its bookmarks are seen when it is opened."""
    digits = "".join(sign for sign in made if sign.isdigit())[:14]
    canvas.setDateFormatter(lambda *_: f"D:{digits}+00'00'")
    canvas.showOutline()
    _foot(told, canvas, document)


def _foot(told: str, canvas: Canvas, document: SimpleDocTemplate) -> None:
    """Say at the foot whose page it is, and number it."""
    canvas.setFont(BODY, _SMALL)
    canvas.setFillColor(SOFT)
    canvas.drawString(_EDGE, 12 * mm, told)
    canvas.drawRightString(A4[0] - _EDGE, 12 * mm, str(document.page))
