"""The outline's blocks as what flows onto the pages of a PDF."""

from collections.abc import Iterable
from functools import singledispatchmethod
from html import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, TableStyle
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import Table as Grid

from factdesk.exporters.addresses import web_address
from factdesk.exporters.emphasis import parts
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
    plain,
)
from factdesk.exporters.outline.rationale import understood
from factdesk.exporters.pdf.type import BODY, BOLD, ITALIC, marked_up
from factdesk.model.span import Span

_SIZES = {1: 18.0, 2: 13.5, 3: 11.0, 4: 9.5, 5: 9.5, 6: 9.5}
_INDENT = 14
_INK, _SOFT, _LINE = HexColor("#000000"), HexColor("#5c5f66"), HexColor("#c9ccd2")

BASE = ParagraphStyle("base", fontName=BODY, fontSize=9.5, leading=14, spaceAfter=5)
SMALL = ParagraphStyle("small", BASE, fontSize=8.5, leading=12, spaceAfter=3)
CELL = ParagraphStyle("cell", BASE, spaceAfter=0)
RIGHT = ParagraphStyle("right", CELL, alignment=2)
QUOTE = ParagraphStyle("quote", BASE, leftIndent=10, borderPadding=0, fontName=ITALIC)


class HeadingFlowable(Flowing):  # type: ignore[misc]  # reportlab has no types
    """A heading, which the page it comes to lists among the bookmarks."""

    def __init__(self, markup: str, style: ParagraphStyle, level: int, title: str) -> None:
        super().__init__(markup, style)
        self.level, self.title = level, title


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
        return [self._flowing(_line(text.lead)), *self._prose(text.text)]

    @written.register
    def _(self, facts: Facts) -> list[Flowable]:
        return [self._flowing(_fact(fact), CELL) for fact in facts.facts] + [self._flowing("")]

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
        head = [Flowing(f"<b>{marked_up(name)}</b>", CELL) for name in table.head]
        styles = [RIGHT if side == "r" else CELL for side in table.align]
        rows = [
            [Flowing(_line(cell), style) for cell, style in zip(row, styles, strict=True)]
            for row in table.rows
        ]
        widths = [{"l": None, "r": 60}[side] for side in table.align]
        widths[0] = 120
        grid = Grid([head, *rows], colWidths=widths, hAlign="LEFT", repeatRows=1)
        grid.setStyle(TableStyle([("LINEBELOW", (0, 0), (-1, -1), 0.5, _LINE)]))
        return [grid, self._flowing("")]

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
            blocks[0] = self._marked(mark, _line(first.lead))
            return blocks
        return [self._marked(mark, ""), *blocks]

    def _marked(self, mark: str, markup: str) -> Flowable:
        style = self._style(BASE)
        style.bulletIndent = style.leftIndent - _INDENT
        style.bulletFontName = BODY
        return Flowing(markup, style, bulletText=mark)

    def _prose(self, text: str, style: ParagraphStyle = BASE) -> list[Flowable]:
        return [self._flowing(marked_up(part), style) for part, _ in parts(text, Span(0, 0))]

    def _flowing(self, markup: str, style: ParagraphStyle = BASE) -> Flowable:
        return Flowing(markup, self._style(style))

    def _style(self, style: ParagraphStyle) -> ParagraphStyle:
        indent = style.leftIndent + _INDENT * self._depth
        return ParagraphStyle(style.name, style, leftIndent=indent)


def heading_flowable(heading: Heading) -> HeadingFlowable:
    """Write a heading, with the name that links within the document call it."""
    size = _SIZES[heading.level]
    style = ParagraphStyle(
        f"h{heading.level}",
        fontName=BOLD,
        fontSize=size,
        leading=size * 1.25,
        spaceBefore=0 if heading.level == 1 else size * 0.9,
        spaceAfter=size * 0.35,
        keepWithNext=1,
        textColor=_SOFT if heading.level == 4 else _INK,
    )
    name = f'<a name="{escape(heading.name)}"/>' if heading.name else ""
    title = "".join(run.text for run in heading.runs)
    return HeadingFlowable(name + _line(heading.runs), style, heading.level, title)


def linked(url: str, text: str) -> str:
    """Link a web address; whatever else is text."""
    href = web_address(url)
    return f'<a href="{escape(href)}"><u>{marked_up(text)}</u></a>' if href else marked_up(text)


def _fact(fact: Fact) -> str:
    below = "".join(f"<br/>{_line(runs)}" for runs in fact.below)
    return f"<b>{marked_up(fact.name)}</b> {_line(fact.runs)}{below}"


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
    if run.strong:
        text = f"<b>{text}</b>"
    return f"<i>{text}</i>" if run.emphasis else text
