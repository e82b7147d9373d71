"""A checker's own Markdown as blocks of an outline, for formats that know no Markdown."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from factdesk.exporters.escape import visible
from factdesk.exporters.outline.parts import Block, Heading, Listing, Paragraph, Quote, Run, Runs

_DEEPEST = 6


def understood(markdown: str, below: int) -> list[Block]:
    """Understand Markdown; its headings go below the level, what looks like HTML is text."""
    tree = SyntaxTreeNode(_reader().parse(visible(markdown)))
    return list(_blocks(tree.children, below))


def spoken(markdown: str) -> str:
    """Give the words of Markdown without its marks, a line for each paragraph or entry."""
    return "\n".join(_words(understood(markdown, 0)))


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable("image")


def _blocks(nodes: Sequence[SyntaxTreeNode], below: int) -> Iterator[Block]:
    for node in nodes:
        if node.type == "heading":
            level = min(below + int(node.tag[1:]), _DEEPEST)
            yield Heading(level, tuple(run for line in _lines(node) for run in line))
        elif node.type == "paragraph":
            yield Paragraph(tuple(_lines(node)))
        elif node.type in {"bullet_list", "ordered_list"}:
            entries = tuple(tuple(_blocks(entry.children, below)) for entry in node.children)
            yield Listing(entries, ordered=node.type == "ordered_list")
        elif node.type == "blockquote":
            yield Quote("\n\n".join(_words(_blocks(node.children, below))))
        elif node.type in {"fence", "code_block"}:
            code = node.content.rstrip("\n").split("\n")
            yield Paragraph(tuple((Run(line, code=True),) for line in code))


def _lines(node: SyntaxTreeNode) -> Iterator[Runs]:
    """Give the lines of a paragraph: a line break that was meant ends one."""
    line: list[Run] = []
    for run in _runs(node, Run("")):
        if run is None:
            yield tuple(line)
            line = []
        else:
            line.append(run)
    yield tuple(line)


def _runs(node: SyntaxTreeNode, style: Run) -> Iterator[Run | None]:
    """Give the runs within a node; None is a line break."""
    for child in node.children:
        if child.type == "hardbreak":
            yield None
        elif child.type == "softbreak":
            yield style._replace(text=" ")
        elif child.type == "code_inline":
            yield style._replace(text=child.content, code=True)
        elif child.type == "text":
            yield style._replace(text=child.content)
        else:
            yield from _runs(child, _styled(child, style))


def _styled(node: SyntaxTreeNode, style: Run) -> Run:
    if node.type == "strong":
        return style._replace(strong=True)
    if node.type == "em":
        return style._replace(emphasis=True)
    if node.type == "link":
        return style._replace(href=str(node.attrs.get("href", "")))
    return style


def _words(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _plain(block.runs)
        elif isinstance(block, Paragraph):
            yield from map(_plain, block.lines)
        elif isinstance(block, Quote):
            yield block.text
        elif isinstance(block, Listing):
            for number, entry in enumerate(block.entries, 1):
                mark = f"{number}. " if block.ordered else "• "
                yield mark + "\n".join(_words(entry))


def _plain(runs: Runs) -> str:
    return "".join(run.text for run in runs)
