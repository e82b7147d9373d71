"""The outline's blocks as what flows onto the pages of a PDF."""

from collections.abc import Iterable
from functools import singledispatchmethod
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer, TableStyle
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import Table as Grid

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
    plain,
)
from factdesk.exporters.outline.rationale import understood
from factdesk.exporters.pdf.type import BODY, BOLD, marked_up
from factdesk.model.span import Span

_SIZES = {1: 18.0, 2: 13.5, 3: 11.0, 4: 9.5, 5: 9.5, 6: 9.5}
_INDENT = 14
_WIDTH = 166 * mm
_INK, SOFT, _LINE = HexColor("#1b1b1d"), HexColor("#5c5f66"), HexColor("#c9ccd2")

BASE = ParagraphStyle(
    "base", fontName=BODY, fontSize=9.5, leading=14, spaceAfter=5, textColor=_INK, bar=None
)
SMALL = ParagraphStyle("small", BASE, fontSize=8.5, leading=12, spaceAfter=3)
CELL = ParagraphStyle("cell", BASE, spaceAfter=0)
RIGHT = ParagraphStyle("right", CELL, alignment=2)
_ENTRY = ParagraphStyle("entry", BASE, bulletFontName=BODY)
FACT = ParagraphStyle(
    "fact", BASE, leftIndent=124, leading=13.5, spaceAfter=1.5, bulletFontName=BODY
)
FACT.bulletFontSize, FACT.bulletColor = FACT.fontSize, SOFT
QUOTE = ParagraphStyle("quote", BASE, leftIndent=10, spaceBefore=2, bar=(_LINE, 1.5))


class Barred(Flowing):  # type: ignore[misc]  # reportlab has no types
    """A paragraph with a bar in front of it, where its style has one: the colour, and how wide."""

    def draw(self) -> None:
        """Draw the bar, and the words."""
        if self.style.bar:
            colour, wide = self.style.bar
            self.canv.setFillColor(colour)
            self.canv.rect(self.style.leftIndent - 8, 0, wide, self.height - 1, stroke=0, fill=1)
        super().draw()


class HeadingFlowable(Barred):
    """A heading, which the page it comes to lists among the bookmarks by its title."""

    level, title = 0, ""

    def split(self, wide: float, high: float) -> list[Flowable]:
        """Leave the bookmark to the first part."""
        parts: list[Flowable] = super().split(wide, high)
        if parts and isinstance(parts[0], HeadingFlowable):
            parts[0].level, parts[0].title = self.level, self.title
        return parts


_RULED = TableStyle(
    [
        ("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 10),
    ]
)


class FlowWriter:
    """Writes blocks as flowables, those of lists further in."""

    def __init__(self) -> None:
        self._depth = 0

    @singledispatchmethod
    def written(self, block: Block) -> list[Flowable]:
        """Write a block of an outline."""
        raise TypeError(f"an outline has no {type(block).__name__}")

    @written.register
    def _(self, heading: Heading) -> list[Flowable]:
        return [heading_flowable(heading)]

    @written.register
    def _(self, paragraph: Paragraph) -> list[Flowable]:
        return [self._flowing(_lines(paragraph.lines))]

    @written.register
    def _(self, text: Text) -> list[Flowable]:
        first, *others = _told(text)
        return [self._flowing(first), *map(self._flowing, others)]

    @written.register
    def _(self, facts: Facts) -> list[Flowable]:
        return [self._fact(fact) for fact in facts.facts] + [Spacer(1, 6)]

    @written.register
    def _(self, sentence: Sentence) -> list[Flowable]:
        return [
            self._flowing(_emphasised(text, place), QUOTE)
            for text, place in parts(sentence.text, sentence.place)
        ]

    @written.register
    def _(self, quote: Quote) -> list[Flowable]:
        return self._prose(quote.text, QUOTE)

    @written.register
    def _(self, listing: Listing) -> list[Flowable]:
        flowables: list[Flowable] = []
        for number, entry in enumerate(listing.entries, 1):
            self._depth += 1
            mark = f"{number}." if listing.ordered else "•"
            flowables += self._entry(mark, entry)
            self._depth -= 1
        return flowables

    @written.register
    def _(self, table: Table) -> list[Flowable]:
        styles = [RIGHT if side == "r" else CELL for side in table.align]
        head = [
            Flowing(f'<font color="#5c5f66"><b>{marked_up(name)}</b></font>', style)
            for name, style in zip(table.head, styles, strict=True)
        ]
        rows = [
            [Flowing(_line(cell), style) for cell, style in zip(row, styles, strict=True)]
            for row in table.rows
        ]
        widths = column_widths(table.align, _WIDTH)
        grid = Grid([head, *rows], colWidths=widths, hAlign="LEFT", repeatRows=1)
        grid.setStyle(_RULED)
        return [grid, Spacer(1, 10)]

    @written.register
    def _(self, markdown: Markdown) -> list[Flowable]:
        blocks = understood(markdown.text, markdown.below)
        return [flowable for block in blocks for flowable in self.written(block)]

    def _entry(self, mark: str, entry: tuple[Block, ...]) -> list[Flowable]:
        blocks = [flowable for block in entry for flowable in self.written(block)]
        first = entry[0] if entry else None
        if isinstance(first, Paragraph):
            blocks[0] = self._marked(mark, _lines(first.lines))
            return blocks
        if isinstance(first, Text):
            blocks[0] = self._marked(mark, _told(first)[0])
            return blocks
        return [self._marked(mark, ""), *blocks]

    def _marked(self, mark: str, markup: str) -> Flowable:
        style = self._style(_ENTRY)
        style.bulletIndent = style.leftIndent - _INDENT
        return Flowing(markup, style, bulletText=mark)

    def _prose(self, text: str, style: ParagraphStyle = BASE) -> list[Flowable]:
        return [self._flowing(marked_up(part), style) for part in paragraphs(text)]

    def _fact(self, fact: Fact) -> Flowable:
        told = "<br/>".join(map(_line, (fact.runs, *fact.below)))
        return Flowing(told, self._style(FACT), bulletText=visible(fact.name))

    def _flowing(self, markup: str, style: ParagraphStyle = BASE) -> Flowable:
        return Barred(markup, self._style(style))

    def _style(self, style: ParagraphStyle) -> ParagraphStyle:
        if not self._depth:
            return style
        indent = style.leftIndent + _INDENT * self._depth
        return ParagraphStyle(style.name, style, leftIndent=indent)


def heading_flowable(heading: Heading, like: int = 0) -> HeadingFlowable:
    """Write a heading, with the name that links within the document call it.

    ``like`` is the level that it looks like, where that is another.
    """
    level = like or heading.level
    size = _SIZES[level]
    style = ParagraphStyle(
        f"h{level}",
        fontName=BOLD,
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=0 if level == 1 else size * 0.9,
        spaceAfter=size * 0.35,
        keepWithNext=1,
        textColor=SOFT if level == 4 else _INK,
        leftIndent=8 if heading.hues else 0,
        bar=(HexColor(heading.hues[0]), 3.5) if heading.hues else None,
    )
    name = f'<a name="{escape(heading.name)}"/>' if heading.name else ""
    made = HeadingFlowable(name + _line(heading.runs), style)
    made.level, made.title = heading.level, "".join(run.text for run in heading.runs)
    return made


def linked(url: str, text: str) -> str:
    """Link a web address; whatever else is text."""
    href = web_address(url)
    return f'<a href="{escape(href)}"><u>{marked_up(text)}</u></a>' if href else marked_up(text)


def _told(text: Text) -> list[str]:
    """Write a text behind what leads to it, a piece for each paragraph."""
    first, *others = map(marked_up, paragraphs(text.text))
    return [f"{_line(text.lead)} {first}", *others]


def _emphasised(text: str, place: Span) -> str:
    inside = marked_up(text[place.start : place.stop])
    before, after = marked_up(text[: place.start]), marked_up(text[place.stop :])
    return f"{before}<b><u>{inside}</u></b>{after}" if inside else before + after


def _lines(lines: Iterable[Runs]) -> str:
    return "<br/>".join(map(_line, lines))


def _line(runs: Runs) -> str:
    return "".join(map(_run, runs or plain()))


def _run(run: Run) -> str:
    if run.href:
        return linked(run.href, run.text)
    text = marked_up(run.text)
    if run.code:
        text = f'<font size="8">{text}</font>'
    if run.strong:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.emphasis else text
