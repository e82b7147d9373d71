"""The outline's blocks written into a Word document."""

import re
from functools import singledispatchmethod

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches
from docx.text.paragraph import Paragraph as WordParagraph

from factdesk.exporters.addresses import web_address
from factdesk.exporters.emphasis import parts
from factdesk.exporters.escape import visible
from factdesk.exporters.outline.parts import (
    Block,
    Fact,
    Facts,
    Heading,
    Listing,
    Markdown,
    Paragraph,
    Quote,
    Run,
    Runs,
    Sentence,
    Table,
    Text,
)
from factdesk.exporters.outline.rationale import understood
from factdesk.exporters.word.styles import Styles
from factdesk.model.span import Span

#: What XML cannot hold.
_UNWRITABLE = re.compile("[\ufffe\uffff]")

_INDENT = Inches(0.3)
_CODE = "DejaVu Sans Mono"


def writable(text: str) -> str:
    """Make a text that a Word document can hold and that shows what it holds."""
    return _UNWRITABLE.sub("\ufffd", visible(text))


class BlockWriter:
    """Writes blocks at the end of a document, those of lists further in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._styles = Styles(document)
        self._relations: dict[str, str] = {}
        self._depth = 0

    @singledispatchmethod
    def write(self, block: Block) -> None:
        """Write a block of an outline."""
        raise TypeError(f"an outline has no {type(block).__name__}")

    @write.register
    def _(self, heading: Heading) -> None:
        self._line(heading.runs, f"Heading {heading.level}")

    @write.register
    def _(self, paragraph: Paragraph) -> None:
        self._lines(self._paragraph(), paragraph.lines)

    @write.register
    def _(self, text: Text) -> None:
        self._line(text.lead)
        self._prose(text.text)

    @write.register
    def _(self, facts: Facts) -> None:
        for fact in facts.facts:
            self._fact(fact)

    @write.register
    def _(self, sentence: Sentence) -> None:
        for text, place in parts(sentence.text, sentence.place):
            paragraph = self._paragraph("Quote")
            paragraph.add_run(writable(text[: place.start]))
            set_off = paragraph.add_run(writable(text[place.start : place.stop]))
            set_off.bold = set_off.underline = True
            paragraph.add_run(writable(text[place.stop :]))

    @write.register
    def _(self, quote: Quote) -> None:
        self._prose(quote.text, "Quote")

    @write.register
    def _(self, listing: Listing) -> None:
        """Write a list; Word would go on counting from the list before, so the numbers are text."""
        for number, entry in enumerate(listing.entries, 1):
            first, *others = entry or (Paragraph(((),)),)
            mark = f"{number}." if listing.ordered else "•"
            self._depth += 1
            self._entry(mark, first)
            for block in others:
                self.write(block)
            self._depth -= 1

    @write.register
    def _(self, table: Table) -> None:
        made = self._document.add_table(1, len(table.head), "Table Grid")
        for cell, name in zip(made.rows[0].cells, table.head, strict=True):
            cell.text = writable(name)
        for row in table.rows:
            for cell, runs in zip(made.add_row().cells, row, strict=True):
                self._lines(cell.paragraphs[0], (runs,))
        self._paragraph()

    @write.register
    def _(self, markdown: Markdown) -> None:
        for block in understood(markdown.text, markdown.below):
            self.write(block)

    def _entry(self, mark: str, first: Block) -> None:
        if isinstance(first, Paragraph):
            lines = first.lines
            self._hang(self._lines(self._paragraph(), ((Run(f"{mark}\t"), *lines[0]), *lines[1:])))
        elif isinstance(first, Text):
            self._hang(self._lines(self._paragraph(), ((Run(f"{mark}\t"), *first.lead),)))
            self._prose(first.text)
        else:
            self._hang(self._lines(self._paragraph(), ((Run(mark),),)))
            self.write(first)

    def _hang(self, paragraph: WordParagraph) -> None:
        """Put the mark of an entry in front of its text."""
        paragraph.paragraph_format.first_line_indent = -_INDENT

    def _fact(self, fact: Fact) -> None:
        lines = ((Run(f"{fact.name} ", strong=True), *fact.runs), *fact.below)
        self._lines(self._paragraph("List Bullet"), lines)

    def _prose(self, text: str, style: str = "Normal") -> None:
        for part, _ in parts(text, Span(0, 0)):
            self._paragraph(style).add_run(writable(part))

    def _line(self, runs: Runs, style: str = "Normal") -> None:
        self._lines(self._paragraph(style), (runs,))

    def _lines(self, paragraph: WordParagraph, lines: tuple[Runs, ...]) -> WordParagraph:
        for number, runs in enumerate(lines):
            if number:
                paragraph.add_run().add_break()
            for run in runs:
                self._run(paragraph, run)
        return paragraph

    def _paragraph(self, style: str = "Normal") -> WordParagraph:
        paragraph = self._styles.paragraph(style)
        if self._depth:
            paragraph.paragraph_format.left_indent = _INDENT * self._depth
        return paragraph

    def _run(self, paragraph: WordParagraph, run: Run) -> None:
        made = paragraph.add_run(writable(run.text))
        made.bold, made.italic = run.strong or None, run.emphasis or None
        if run.code:
            made.font.name = _CODE
        if href := web_address(run.href):
            made.underline = True
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), self._related(paragraph, href))
            made.element.addprevious(link)
            link.append(made.element)

    def _related(self, paragraph: WordParagraph, href: str) -> str:
        """Name the document's relation to an address; the library looks all of them through."""
        if href not in self._relations:
            related = paragraph.part.rels.get_or_add_ext_rel(RELATIONSHIP_TYPE.HYPERLINK, href)
            self._relations[href] = related
        return self._relations[href]
