"""What an outline is made of. Texts are as they were written; each format makes them safe."""

from collections.abc import Iterable
from typing import NamedTuple, Union

from factdesk.model.span import Span


class Run(NamedTuple):
    """A text on one line, its white space without meaning.

    ``href`` is where it leads; ``source`` is the number of the source that it refers to.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str = ""
    source: int = 0


Runs = tuple[Run, ...]


class Heading(NamedTuple):
    """A heading, the title's level being 1; ``name`` is what links within the report call it.

    ``hues`` are the colours of the verdict that it names, on light paper and on dark.
    """

    level: int
    runs: Runs
    name: str = ""
    hues: tuple[str, str] | None = None


class Paragraph(NamedTuple):
    """A paragraph; its lines may run on, or stand one below the other."""

    lines: tuple[Runs, ...]


class Text(NamedTuple):
    """A text of several paragraphs and lines, as somebody wrote it; ``lead`` stands before it."""

    text: str
    lead: Runs = ()


class Fact(NamedTuple):
    """A name and what is said under it, with further lines below."""

    name: str
    runs: Runs
    below: tuple[Runs, ...] = ()


class Facts(NamedTuple):
    """Facts, one below the other."""

    facts: tuple[Fact, ...]


class Sentence(NamedTuple):
    """Words of the article in which a place is set off."""

    text: str
    place: Span


class Quote(NamedTuple):
    """What somebody else wrote, in its paragraphs."""

    text: str


class Listing(NamedTuple):
    """A list, each entry of blocks; a loose one has air between its entries.

    ``name`` is what links call its entries, followed by their numbers.
    """

    entries: "tuple[tuple[Block, ...], ...]"
    ordered: bool = False
    loose: bool = False
    name: str = ""


class Table(NamedTuple):
    """A table; ``align`` holds an l or an r for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    align: str


class Markdown(NamedTuple):
    """A checker's own Markdown, whose headings go below the level."""

    text: str
    below: int


Block = Union[  # noqa: UP007 - its classes refer to one another
    Heading, Paragraph, Text, Facts, Sentence, Quote, Listing, Table, Markdown
]


def plain(*texts: str) -> Runs:
    """Make runs of texts."""
    return tuple(Run(text) for text in texts if text)


def line(*texts: str) -> Paragraph:
    """Make a paragraph of one line."""
    return Paragraph((plain(*texts),))


def joined(parts: Iterable[Runs], mark: str) -> Runs:
    """Put a mark between the parts that are not empty."""
    runs: list[Run] = []
    for part in parts:
        if part:
            runs += [Run(mark), *part] if runs else part
    return tuple(runs)


def address(url: str) -> Runs:
    """Link an address, which is shown as it is."""
    return (Run(url, href=url),) if url.strip() else ()


def column_widths(align: str, width: int) -> list[int]:
    """Share out a width: little for numbers, the rest of a third column for what is explained."""
    first, number = width * 28 // 100, width * 18 // 100
    rest = width - first - number * align.count("r")
    return [number if side == "r" else rest if place else first for place, side in enumerate(align)]
