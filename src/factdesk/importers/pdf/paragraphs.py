"""From lines to paragraphs, headings and footnotes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factdesk.importers.base import DraftBlock
from factdesk.importers.pdf.hyphens import SOFT, Hyphens
from factdesk.importers.pdf.layout import Layout, is_body
from factdesk.importers.pdf.lines import Line
from factdesk.importers.signs import ends_a_sentence
from factdesk.model.span import BlockKind

_HEADING = 1.12  # times the text's size
_NOTE = 0.93
_LOWEST_NOTES = 0.45  # of the page's height
_NOTE_MARK = re.compile(r"^(?:\d{1,3}|[*†‡§]+|\[\d{1,3}\]|\(\d{1,3}\))[\s.)]*\S")
_BULLET = re.compile(r"^[•◦▪‣∙●○■]\s+")
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+")
_HALF_EMPTY = 0.25  # of a column: no line within a paragraph leaves so much free
_LONGEST_HEADING = 250  # characters


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, and the text that they make."""

    lines: list[Line]
    text: str

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.lines[0].size


def paragraphs(lines: Sequence[Line], layout: Layout) -> list[Paragraph]:
    """Put lines together; footnotes come last, so that they tear no paragraph apart."""
    hyphens = Hyphens(line.text for line in lines)
    notes = _notes(lines, layout)
    text = [line for line in lines if id(line) not in notes]
    small = [line for line in lines if id(line) in notes]
    return [*_joined(text, layout, hyphens), *_joined(small, layout, hyphens)]


def blocks(found: Sequence[Paragraph], layout: Layout) -> Iterator[DraftBlock]:
    """Give the paragraphs their kinds."""
    counted = _counted(found)
    for number, paragraph in enumerate(found):
        bullet = _BULLET.match(paragraph.text)
        if _is_heading(paragraph, layout):
            yield DraftBlock(BlockKind.HEADING, paragraph.text)
        elif bullet and len(bullet[0]) < len(paragraph.text):
            yield DraftBlock(BlockKind.LIST_ITEM, paragraph.text[bullet.end() :])
        elif number in counted:
            yield DraftBlock(BlockKind.LIST_ITEM, paragraph.text)
        else:
            yield DraftBlock(BlockKind.PARAGRAPH, paragraph.text)


def _counted(found: Sequence[Paragraph]) -> set[int]:
    """Find paragraphs of which one counts on from the other; their numbers stay with them."""
    numbers = [_NUMBER.match(paragraph.text) for paragraph in found]
    return {
        at
        for first, (one, other) in enumerate(pairwise(numbers))
        if one and other and int(other[1]) == int(one[1]) + 1
        for at in (first, first + 1)
    }


def _is_heading(paragraph: Paragraph, layout: Layout) -> bool:
    return (
        paragraph.size > _HEADING * layout.size
        and len(paragraph.text) <= _LONGEST_HEADING
        and any(map(str.isalpha, paragraph.text))
    )


def _notes(lines: Sequence[Line], layout: Layout) -> set[int]:
    """Find footnotes: small lines low on a page, from one with a mark to the column's end."""
    notes: set[int] = set()
    begun: Line | None = None
    for line in lines:
        small = line.size < _NOTE * layout.size and line.place < _LOWEST_NOTES
        if begun and (not small or (line.page, line.column) != (begun.page, begun.column)):
            begun = None
        if small and (begun or _NOTE_MARK.match(line.text)):
            begun = line
            notes.add(id(line))
    return notes


def _joined(lines: Sequence[Line], layout: Layout, hyphens: Hyphens) -> list[Paragraph]:
    found: list[Paragraph] = []
    for above, below in pairwise([None, *lines]):
        if below is None:
            continue
        if above is None or _begins(above, below, layout):
            found.append(Paragraph([below], below.text))
            continue
        last = found[-1]
        last.lines.append(below)
        if _is_broken_off(above, below) and not layout.indented and ends_a_sentence(above.text):
            last.text = f"{last.text}\n{below.text}"
        else:
            last.text = hyphens.join(last.text, below.text)
    for paragraph in found:
        paragraph.text = paragraph.text.replace("\u00ad", "")
    return found


def _begins(above: Line, below: Line, layout: Layout) -> bool:
    """Tell whether a paragraph begins with the lower of two lines."""
    if abs(above.size - below.size) > 0.08 * max(above.size, below.size):
        return True
    if above.text.endswith(SOFT):
        return False
    if _is_marked(below) and _is_broken_off(above, below):
        return True
    if _is_next_column(above, below):
        return _begins_anew(above, below, layout)
    if not is_body(below, layout.size):
        return _is_apart(above, below, above.size * 1.35)
    return _is_apart(above, below, layout.pitch) or (
        _is_first(above, below, layout)
        if layout.indented
        else not layout.spaced and _is_broken_off(above, below)
    )


def _is_marked(line: Line) -> bool:
    return _BULLET.match(line.text) is not None or _NUMBER.match(line.text) is not None


def _begins_anew(above: Line, below: Line, layout: Layout) -> bool:
    """Tell it where the lower line opens a column or a page, and no distance can be seen."""
    if layout.indented:
        return below.indent > 0.5 or (_is_broken_off(above, below) and not layout.spaced)
    half_empty = above.room > _HALF_EMPTY * (above.column[1] - above.column[0])
    return _is_broken_off(above, below) and (half_empty or ends_a_sentence(above.text))


def _is_next_column(above: Line, below: Line) -> bool:
    return (
        above.page != below.page
        or below.top > above.bottom + above.size
        or above.column[0] != below.column[0]
    )


def _is_apart(above: Line, below: Line, pitch: float) -> bool:
    return above.bottom - below.bottom > 1.25 * pitch or below.top > above.top + below.size


def _is_first(above: Line, below: Line, layout: Layout) -> bool:
    """Tell whether the lower line is indented, and not as one of many in a list or quotation."""
    if abs(below.indent - layout.indent) < 0.15:
        return True
    return 0.5 < below.indent < 4 and (above.indent < 0.3 or _is_broken_off(above, below))


def _is_broken_off(above: Line, below: Line) -> bool:
    """Tell whether the upper line ends though the next word would have fitted."""
    return above.room > below.first_word + 0.35 * above.size
