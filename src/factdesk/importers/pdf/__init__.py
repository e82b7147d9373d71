"""PDF: characters by PDFium, and from their places the paragraphs, by ourselves."""

from factdesk.importers.base import Document, Draft


class PdfImporter:
    """Reads PDFs that hold text. The library is loaded with the first one."""

    name = "PDF"
    media_types = frozenset({"application/pdf"})
    suffixes = frozenset({".pdf"})

    def recognises(self, head: bytes) -> bool:
        """Take what begins as a PDF does, if need be after a few bytes of something else."""
        return b"%PDF-" in head[:1024]

    def read(self, document: Document) -> Draft:
        """Put lines together to paragraphs, without running heads and page numbers.

        Raises:
            ImportFailed: if it is damaged or encrypted, or was scanned and holds no text.
        """
        from factdesk.importers.pdf.reading import read  # noqa: PLC0415 - loads PDFium

        return read(document)
