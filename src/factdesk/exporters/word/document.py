"""The Word document: the annotated copy first, where the comments are, and the report after it."""

import io
from contextlib import suppress
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.image import exceptions
from docx.shared import Pt

from factdesk.exporters.base import Exporter
from factdesk.exporters.containers import repacked
from factdesk.exporters.logo import HEIGHT, logo
from factdesk.exporters.outline.documents import document as told
from factdesk.exporters.outline.documents import document_title, foot
from factdesk.exporters.word.copy import CommentedCopy
from factdesk.exporters.word.page import lay_out
from factdesk.exporters.word.writing import BlockWriter, writable
from factdesk.model.report import Part, Report

_UNREADABLE = (
    exceptions.InvalidImageStreamError,
    exceptions.UnexpectedEndOfFileError,
    exceptions.UnrecognizedImageError,
)


class DocxExporter(Exporter):
    """Writes one document, or the annotated copy and, on a new page, the fact-check report."""

    def __init__(self, part: Part | None = None) -> None:
        self._part = part

    def render(self, report: Report) -> bytes:
        """Write the report."""
        document = docx.Document()
        _describe(document, report, self._part)
        lay_out(document, report.language, foot(report, self._part))
        _show_logo(document, report)
        if self._part in {None, Part.COPY}:
            CommentedCopy(document, report).write()
        if self._part is None:
            document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        if self._part is not Part.COPY:
            writer = BlockWriter(document)
            for block in told(report, self._part or Part.REPORT):
                writer.write(block)
        saved = io.BytesIO()
        document.save(saved)
        return repacked(saved.getvalue())


def _show_logo(document: Document, report: Report) -> None:
    """Put the logo first; one that the library cannot read is left out."""
    if picture := logo(report.house):
        with suppress(*_UNREADABLE):
            document.add_paragraph().add_run().add_picture(io.BytesIO(picture), height=Pt(HEIGHT))


def _describe(document: Document, report: Report, part: Part | None) -> None:
    """Say what the document is; its times are the desk's, not those of the writing."""
    about, house = document.core_properties, report.house.name.strip() or "Factdesk"
    made = datetime.fromisoformat(report.made).replace(tzinfo=None)
    about.title = writable(document_title(report, part))[:255]
    about.author = about.last_modified_by = writable(house)[:255]
    about.comments, about.language = "", report.language
    about.created = about.modified = made
    about.revision = 1
