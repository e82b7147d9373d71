"""The few forms of Markdown that the report is made of. All take text that is escaped already."""

from collections.abc import Iterable, Sequence

from factdesk.exporters.escape import inline

_RULES = {"l": "---", "r": "--:"}


def bullets(lines: Iterable[str]) -> str:
    """Make a list with an entry for each line."""
    return "\n".join(f"- {line}" for line in lines)


def entry(mark: str, blocks: Iterable[str], gap: str = "\n") -> str:
    """Make one entry of a list out of lines, or of blocks with a blank line as the gap."""
    indent = " " * (len(mark) + 1)
    lines = gap.join(blocks).split("\n")
    return f"{mark} " + "\n".join(
        line if number == 0 or not line else indent + line for number, line in enumerate(lines)
    )


def quotation(paragraphs: Iterable[str]) -> str:
    """Make a block quote of paragraphs."""
    lines = "\n\n".join(paragraphs).split("\n")
    return "\n".join(f"> {line}".rstrip() for line in lines)


def table(head: Sequence[str], rows: Iterable[Sequence[str]], align: str) -> str:
    """Make a table; align holds an l or an r for each column."""
    lines = [head, [_RULES[side] for side in align], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def code(text: str) -> str:
    """Set a text in the type of code, if it is of letters and digits alone."""
    return f"`{text}`" if text.isalnum() else inline(text)
