"""Paragraphs in named styles, quickly.

For each paragraph the library looks through all styles, and through all paragraphs for the end.
"""

from docx.document import Document
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph


class Styles:
    """Knows the styles of a document by the names that users read."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._end = document.element.body.sectPr
        self._keys = {str(style.name): style.style_id for style in document.styles}

    def paragraph(self, style: str = "Normal") -> Paragraph:
        """Add a paragraph at the end of the document."""
        element = OxmlElement("w:p")
        self._end.addprevious(element)
        made = Paragraph(element, self._document)
        return self.dressed(made, style)

    def dressed(self, paragraph: Paragraph, style: str) -> Paragraph:
        """Give a paragraph its style."""
        if style != "Normal":
            paragraph._p.style = self._keys[style]  # noqa: SLF001 - see above
        return paragraph

    def run(self, paragraph: Paragraph, text: str, style: str) -> None:
        """Add words in a style of their own."""
        paragraph.add_run(text).element.style = self._keys[style]
