"""The text of an OpenDocument: paragraphs, lists, tables, and the notes that stand in them."""

from collections.abc import Iterator, Mapping

from lxml.etree import _Element

from factdesk.importers.base import DraftBlock
from factdesk.importers.markup_blocks import flowing, local_name
from factdesk.model.span import BlockKind

#: Spaces that one element may stand for: it says how many itself.
_MOST_SPACES = 100
_LONGEST_CELL = 600  # characters: whatever is longer is prose that a table only places
_SILENT = {
    *("annotation", "tracked-changes", "table-of-content", "alphabetical-index", "forms"),
    *("sequence-decls", "ruby-text", "bibliography", "illustration-index", "title", "desc"),
}


class Reading:
    """Turns elements into blocks; ``notes`` holds the footnotes met on the way."""

    def __init__(self, kinds: Mapping[str, BlockKind]) -> None:
        self._kinds = kinds
        self.notes: list[DraftBlock] = []

    def blocks(
        self, parent: _Element, kind: BlockKind = BlockKind.PARAGRAPH
    ) -> Iterator[DraftBlock]:
        """Give the blocks below an element in their order."""
        for element in parent:
            name = local_name(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, kind)
            elif name == "table":
                yield from self._table(element, kind)
            elif name not in _SILENT:
                inner = BlockKind.LIST_ITEM if name == "list" else kind
                yield from self.blocks(element, inner)

    def _paragraph(self, element: _Element, kind: BlockKind) -> Iterator[DraftBlock]:
        pieces: list[str] = []
        boxes: list[_Element] = []
        self._gather(element, pieces, boxes)
        styled = self._kinds.get(_attribute(element, "style-name"), kind)
        if text := flowing(pieces):
            yield DraftBlock(BlockKind.HEADING if local_name(element) == "h" else styled, text)
        for box in boxes:
            yield from self.blocks(box, styled)

    def _gather(self, element: _Element, pieces: list[str], boxes: list[_Element]) -> None:
        pieces.append(element.text or "")
        for child in element:
            name = local_name(child)
            if name == "s":
                pieces.append(" " * _count(child))
            elif name in {"tab", "line-break"}:
                pieces.append("\x00" if name == "line-break" else " ")
            elif name == "note":
                pieces.append(self._note(child))
            elif name == "text-box":
                boxes.append(child)
            elif name and name not in _SILENT:
                self._gather(child, pieces, boxes)
            pieces.append(child.tail or "")

    def _note(self, note: _Element) -> str:
        mark = "".join(f"[{''.join(each.itertext())}]" for each in note.iter("{*}note-citation"))
        for body in note.iter("{*}note-body"):
            text = "\n".join(block.text for block in self.blocks(body))
            self.notes.append(DraftBlock(BlockKind.PARAGRAPH, f"{mark} {text}"))
        return mark

    def _table(self, table: _Element, kind: BlockKind) -> Iterator[DraftBlock]:
        cells = [
            [
                " ".join(" ".join(block.text for block in self.blocks(cell)).split())
                for cell in row
                if local_name(cell) == "table-cell"
            ]
            for row in table.iter("{*}table-row")
        ]
        nested = any(other is not table for other in table.iter("{*}table"))
        if nested or any(len(text) > _LONGEST_CELL for row in cells for text in row):
            yield from self.blocks(table, kind)
        else:
            yield DraftBlock(BlockKind.TABLE, "\n".join(map("\t".join, cells)))


def _count(spaces: _Element) -> int:
    told = _attribute(spaces, "c")
    return min(int(told), _MOST_SPACES) if told.isdecimal() and len(told) < 10 else 1


def _attribute(element: _Element, name: str) -> str:
    return next((str(v) for k, v in element.items() if str(k).endswith("}" + name)), "")
