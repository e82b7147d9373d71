"""The Word document: the annotated copy first, where the comments are, and the report after it."""

import io
from datetime import datetime

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK

from factdesk.exporters.base import Exporter
from factdesk.exporters.containers import repacked
from factdesk.exporters.outline.report import report_blocks, title
from factdesk.exporters.word.copy import CommentedCopy
from factdesk.exporters.word.writing import BlockWriter, writable
from factdesk.model.report import Report


class DocxExporter(Exporter):
    """Writes the article with its claims as comments, and the fact-check report on a new page."""

    def render(self, report: Report) -> bytes:
        """Write the report."""
        document = docx.Document()
        _describe(document, report)
        CommentedCopy(document, report).write()
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        writer = BlockWriter(document)
        for block in report_blocks(report):
            writer.write(block)
        saved = io.BytesIO()
        document.save(saved)
        return repacked(saved.getvalue())


def _describe(document: Document, report: Report) -> None:
    """Say what the document is; its times are the desk's, not those of the writing."""
    about, house = document.core_properties, report.house.name.strip() or "Factdesk"
    made = datetime.fromisoformat(report.made).replace(tzinfo=None)
    about.title = writable(title(report))[:255]
    about.author = about.last_modified_by = writable(house)[:255]
    about.comments, about.language = "", "en"
    about.created = about.modified = made
    about.revision = 1
