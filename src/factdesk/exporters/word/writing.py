"""The outline's blocks written into a Word document."""

import re
from functools import singledispatchmethod

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Inches, Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from factdesk.exporters.addresses import web_address
from factdesk.exporters.emphasis import paragraphs, parts
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
    column_widths,
)
from factdesk.exporters.outline.rationale import understood
from factdesk.exporters.word.styles import Styles

#: What XML cannot hold.
_UNWRITABLE = re.compile("[\ufffe\uffff]")

_INDENT, _QUOTE_INDENT, _WIDTH = Inches(0.3), Inches(0.15), Mm(166)
_CODE, _CODE_SIZE = "Consolas", Pt(8.5)


def writable(text: str) -> str:
    """Make a text that a Word document can hold and that shows what it holds."""
    return _UNWRITABLE.sub("\ufffd", visible(text))


def _bar(paragraph: WordParagraph, hue: str) -> None:
    """Put a bar in a verdict's colour before a heading."""
    borders, bar = OxmlElement("w:pBdr"), OxmlElement("w:left")
    told = {"val": "single", "sz": "36", "space": "6", "color": hue.removeprefix("#")}
    for name, value in told.items():
        bar.set(qn(f"w:{name}"), value)
    borders.append(bar)
    paragraph._p.get_or_add_pPr().append(borders)  # noqa: SLF001 - the library knows no borders


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
        made = self._line(heading.runs, f"Heading {heading.level}")
        if heading.hues:
            _bar(made, heading.hues[0])

    @write.register
    def _(self, paragraph: Paragraph) -> None:
        self._lines(self._paragraph(), paragraph.lines)

    @write.register
    def _(self, text: Text) -> None:
        self._text(text)

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
        made = self._document.add_table(0, len(table.head), "Report")
        made.autofit = False
        widths = column_widths(table.align, _WIDTH)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        head = tuple((Run(name, strong=True),) for name in table.head)
        for row in (head, *table.rows):
            cells = zip(made.add_row().cells, row, table.align, widths, strict=True)
            for cell, runs, side, width in cells:
                cell.width = width
                paragraph = self._styles.dressed(cell.paragraphs[0], "Cell")
                self._lines(paragraph, (runs,))
                if side == "r":
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
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
            self._hang(self._text(first, mark=f"{mark}\t"))
        else:
            self._hang(self._lines(self._paragraph(), ((Run(mark),),)))
            self.write(first)

    def _hang(self, paragraph: WordParagraph) -> None:
        """Put the mark of an entry in front of its text."""
        paragraph.paragraph_format.first_line_indent = -_INDENT

    def _fact(self, fact: Fact) -> None:
        paragraph = self._paragraph("Fact")
        self._styles.run(paragraph, f"{writable(fact.name)}\t", "Fact Name")
        self._lines(paragraph, (fact.runs, *fact.below))

    def _prose(self, text: str, style: str = "Normal") -> None:
        for part in paragraphs(text):
            self._paragraph(style).add_run(writable(part))

    def _text(self, text: Text, mark: str = "") -> WordParagraph:
        """Write a text behind what leads to it."""
        first, *others = paragraphs(text.text)
        lead = (Run(mark), *text.lead) if mark else text.lead
        made = self._lines(self._paragraph(), ((*lead, Run(f" {first}" if text.lead else first)),))
        for other in others:
            self._paragraph().add_run(writable(other))
        return made

    def _line(self, runs: Runs, style: str = "Normal") -> WordParagraph:
        return self._lines(self._paragraph(style), (runs,))

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
            inner = _QUOTE_INDENT if style == "Quote" else 0
            paragraph.paragraph_format.left_indent = _INDENT * self._depth + inner
        return paragraph

    def _run(self, paragraph: WordParagraph, run: Run) -> None:
        made = paragraph.add_run(writable(run.text))
        made.bold, made.italic = run.strong or None, run.emphasis or None
        if run.code:
            made.font.name, made.font.size = _CODE, _CODE_SIZE
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
