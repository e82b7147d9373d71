"""The fact-check report as Markdown: for editors to read, raw as well as rendered."""

from collections.abc import Iterable, Sequence
from functools import singledispatch

from factdesk.exporters.base import Exporter
from factdesk.exporters.emphasis import emphasised
from factdesk.exporters.escape import address, inline, paragraphs
from factdesk.exporters.outline.documents import document
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
from factdesk.exporters.rationale import tame
from factdesk.model.report import Part, Report

_RULES = {"l": "---", "r": "--:"}


class MarkdownExporter(Exporter):
    """Writes one document; what users and articles wrote stays text."""

    def __init__(self, part: Part | None = None) -> None:
        self._part = part or Part.REPORT

    def render(self, report: Report) -> bytes:
        """Write the report."""
        return (markdown(document(report, self._part)) + "\n").encode("utf-8")


def markdown(blocks: Iterable[Block]) -> str:
    """Write blocks below one another."""
    return "\n\n".join(text for block in blocks for text in _blocks(block))


@singledispatch
def _blocks(block: Block) -> list[str]:
    """Write a block of an outline as blocks of Markdown."""
    raise TypeError(f"an outline has no {type(block).__name__}")


@_blocks.register
def _(heading: Heading) -> list[str]:
    return [f"{'#' * heading.level} {_line(heading.runs)}"]


@_blocks.register
def _(paragraph: Paragraph) -> list[str]:
    return ["\n".join(map(_line, paragraph.lines))]


@_blocks.register
def _(text: Text) -> list[str]:
    first, *others = paragraphs(text.text) or [""]
    return [f"{_line(text.lead)} {first}".strip(), *others]


@_blocks.register
def _(facts: Facts) -> list[str]:
    return ["\n".join(map(_fact, facts.facts))]


@_blocks.register
def _(sentence: Sentence) -> list[str]:
    return [_quotation(emphasised(sentence.text, sentence.place))]


@_blocks.register
def _(quote: Quote) -> list[str]:
    return [_quotation(paragraphs(quote.text))]


@_blocks.register
def _(listing: Listing) -> list[str]:
    marks = (f"{n}." if listing.ordered else "-" for n in range(1, len(listing.entries) + 1))
    entries = [
        _entry(mark, [text for block in blocks for text in _blocks(block)])
        for mark, blocks in zip(marks, listing.entries, strict=True)
    ]
    return entries if listing.loose else ["\n".join(entries)]


@_blocks.register
def _(table: Table) -> list[str]:
    rows = ([_line(cell) for cell in row] for row in table.rows)
    lines: list[Sequence[str]] = [table.head, [_RULES[side] for side in table.align], *rows]
    return ["\n".join(f"| {' | '.join(line)} |" for line in lines)]


@_blocks.register
def _(reasons: Markdown) -> list[str]:
    return tame(reasons.text, reasons.below)


def _fact(fact: Fact) -> str:
    below = "".join(f"\n  - {_line(runs)}" for runs in fact.below)
    return f"- **{inline(fact.name)}** {_line(fact.runs)}{below}"


def _entry(mark: str, blocks: Iterable[str]) -> str:
    """Make one entry of a list, what follows its first line indented."""
    indent = " " * (len(mark) + 1)
    first, *others = "\n\n".join(blocks).split("\n")
    return "\n".join([f"{mark} {first}", *(indent + line if line else line for line in others)])


def _quotation(paragraphs: Iterable[str]) -> str:
    lines = "\n\n".join(paragraphs).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _line(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.source:
        return run.text
    if run.href:
        return address(run.href)
    if run.code:
        return f"`{run.text}`" if run.text.isalnum() else inline(run.text)
    kept = run.text[: len(run.text) - len(run.text.lstrip())], run.text[len(run.text.rstrip()) :]
    mark = "**" if run.strong else "*" if run.emphasis else ""
    text = inline(run.text)
    return f"{kept[0][:1]}{mark}{text}{mark}{kept[1][:1]}" if text else kept[0][:1]
