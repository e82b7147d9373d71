"""Clean markup to blocks: what an office program, a book or a letter wrote, where all is story."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element

from factdesk.importers.base import DraftBlock
from factdesk.model.span import BlockKind

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("blockquote", "q"), BlockKind.QUOTE),
    **dict.fromkeys(("li", "dt", "dd"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "aside": BlockKind.PARAGRAPH,
    "subtitle": BlockKind.DEK,
    "title": BlockKind.HEADING,
}
_BLOCKS = _KINDS.keys() - {"q"} | {
    *("address", "article", "body", "center", "div", "dl", "fieldset", "figure", "footer", "form"),
    *("header", "hr", "html", "main", "ol", "p", "pre", "section", "ul"),
    *("table", "tbody", "td", "tfoot", "th", "thead", "tr"),
}
SILENT = {
    *("head", "script", "style", "noscript", "template", "svg", "math", "button", "select"),
    *("textarea", "object", "nav"),
}
_SPACES = re.compile(r"[ \t\r\n\f\u200b]+")
_AROUND_BREAK = re.compile(r" ?\x00 ?")
_LONGEST_CELL = 600  # characters: whatever is longer is prose that a table only places


def blocks(root: _Element) -> Iterator[DraftBlock]:
    """Give the blocks in their order; the innermost heading, quote, item or caption names each.

    No deeper nesting takes more of the stack: the tree is walked, not climbed.
    """
    reading = _Reading()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = local_name(element)
        if event == "start" and (tag in SILENT or not tag):
            walk.skip_subtree()
        elif event == "start" and tag == "table" and _is_figures(element):
            yield from reading.end()
            yield DraftBlock(BlockKind.TABLE, "\n".join(map(_row, _rows(element))))
            walk.skip_subtree()
        elif event == "start":
            yield from reading.enter(tag, element.text)
        elif tag and tag not in SILENT and not (tag == "table" and _is_figures(element)):
            yield from reading.leave(tag)
        if event == "end" and element is not root:
            reading.add(element.tail)
    yield from reading.end()


def local_name(element: _Element) -> str:
    """Name an element without its namespace, in small letters; nothing for what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def flowing(pieces: list[str]) -> str:
    """Join pieces of text as a reader sees them; U+0000 stands for a line break."""
    return _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(pieces))).strip()


class _Reading:
    """The text since the last border of a block, and what stands around it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._around: list[BlockKind] = [BlockKind.PARAGRAPH]

    def enter(self, tag: str, text: str | None) -> Iterator[DraftBlock]:
        if tag in _BLOCKS:
            yield from self.end()
            self._around.append(_KINDS.get(tag, self._around[-1]))
        if tag == "br":
            self._pieces.append("\x00")
        self.add(text)

    def leave(self, tag: str) -> Iterator[DraftBlock]:
        if tag in _BLOCKS:
            yield from self.end()
            self._around.pop()

    def add(self, text: str | None) -> None:
        self._pieces.append(text or "")

    def end(self) -> Iterator[DraftBlock]:
        text = flowing(self._pieces)
        self._pieces.clear()
        if text:
            yield DraftBlock(self._around[-1], text)


def _is_figures(table: _Element) -> bool:
    """Tell whether the table shows something: one that only places prose is no block."""
    cells = [cell for row in _rows(table) for cell in _cells(row)]
    return len(cells) > 1 and all(
        len("".join(cell.itertext())) <= _LONGEST_CELL
        and next(cell.iter("table", "{*}table"), None) is None
        for cell in cells
    )


def _rows(table: _Element) -> list[_Element]:
    return list(table.iter("tr", "{*}tr"))


def _cells(row: _Element) -> list[_Element]:
    return [cell for cell in row if local_name(cell) in {"td", "th"}]


def _row(row: _Element) -> str:
    return "\t".join(" ".join("".join(cell.itertext()).split()) for cell in _cells(row)).rstrip()
