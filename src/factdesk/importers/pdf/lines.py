"""A page's characters, put together to lines in the order in which the page was written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from unicodedata import normalize

import pypdfium2 as pdfium
from pypdfium2 import raw

from factdesk.importers.pdf import right_to_left
from factdesk.importers.pdf.character import Character

_LIGATURES = range(0xFB00, 0xFB07)
#: How PDFium tells of a hyphen at the end of a line that it takes for a soft one.
_SOFT_HYPHENS = {0x02, 0xFFFE}
_WIDE_GAP = 2.5  # heights of a character: farther apart are two columns or two cells
_BACK = 0.7


@dataclass(slots=True)
class Line:
    """A line of a page; ``place`` is its height on the page, from 0 below to 1 above."""

    page: int
    place: float
    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    first_word: float = 0.0
    column: tuple[float, float] = field(default=(0.0, 0.0))

    @property
    def indent(self) -> float:
        """How far it begins behind its column's left edge, in heights of its font."""
        return (self.left - self.column[0]) / self.size

    @property
    def room(self) -> float:
        """How much is free behind it in its column, in points."""
        return self.column[1] - self.right


def lines(page: pdfium.PdfPage, number: int) -> list[Line]:
    """Read the lines of a page."""
    height = max(1.0, page.get_height())
    textpage = page.get_textpage()
    try:
        groups = list(_groups(_characters(textpage)))
    finally:
        textpage.close()
    inked = [group for group in groups if any(map(_is_ink, group))]
    found = [_line(group, number, height) for group in inked]
    if right_to_left.is_right_to_left("".join(line.text for line in found)):
        _mirror(found, page.get_width())
    return found


def _mirror(found: list[Line], width: float) -> None:
    """Turn a page that is read from the right, so that all that follows reads it from the left."""
    for line in found:
        line.left, line.right = width - line.right, width - line.left


def _characters(textpage: pdfium.PdfTextPage) -> Iterator[Character]:
    box = raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage.raw, index)
        raw.FPDFText_GetLooseCharBox(textpage.raw, index, box)
        yield Character(_text(code), box.left, box.bottom, box.right, box.top)


def _text(code: int) -> str:
    if code in _SOFT_HYPHENS:
        return "\u00ad"
    if code in _LIGATURES:
        return normalize("NFKC", chr(code))
    if code < 0x20 and code not in {0x0A, 0x0D}:
        return " "
    return "" if 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _groups(characters: Iterator[Character]) -> Iterator[list[Character]]:
    """Part the characters where one does not stand on the line of those before."""
    group: list[Character] = []
    last: Character | None = None
    for character in characters:
        if character.text in {"\r", "\n", ""}:
            continue
        if not _is_ink(character):
            if group:
                group.append(character)
            continue
        if (
            last is not None
            and not _follows(last, character)
            and not right_to_left.follows(group, character)
        ):
            yield group
            group = []
        group.append(character)
        last = character
    if group:
        yield group


def _is_ink(character: Character) -> bool:
    return not character.text.isspace() and character.text != ""


def _follows(last: Character, character: Character) -> bool:
    """Tell whether a character stands on the same line, soon after another; a raised one does.

    PDFium gives each letter of a ligature the box of the whole.
    """
    if character[1:] == last[1:]:
        return True
    middle = (character.bottom + character.top) / 2
    size = max(last.size, character.size)
    level = last.bottom <= middle <= last.top or (
        character.bottom <= (last.bottom + last.top) / 2 <= character.top
    )
    gap = character.left - last.right
    return level and not _is_drop_cap(last, character) and -_BACK * size < gap < _WIDE_GAP * size


def _is_drop_cap(last: Character, character: Character) -> bool:
    return last.size > 1.7 * character.size


def _line(group: list[Character], page: int, height: float) -> Line:
    ink = [character for character in group if _is_ink(character)]
    text = "".join(character.text for character in group).strip()
    if right_to_left.is_right_to_left(text):
        return _line_from_right(group, ink, page, height)
    word = text.split(maxsplit=1)[0]
    last = min(len(word), len(ink)) - 1
    size = max(1.0, median(character.size for character in ink))
    bottom, top = median(c.bottom for c in ink), median(c.top for c in ink)
    return Line(
        page=page,
        place=(bottom + top) / 2 / height,
        text=" ".join(text.split(" ")) if "  " not in text else " ".join(text.split()),
        left=ink[0].left,
        right=ink[-1].right,
        bottom=bottom,
        top=top,
        size=size,
        first_word=ink[last].right - ink[0].left,
    )


def _line_from_right(
    group: list[Character], ink: list[Character], page: int, height: float
) -> Line:
    """Make a line whose boxes may be tight, as those of joined letters are: the largest counts."""
    text = right_to_left.text_of(group)
    bottom, top = min(c.bottom for c in ink), max(c.top for c in ink)
    left, right = min(c.left for c in ink), max(c.right for c in ink)
    return Line(
        page=page,
        place=(bottom + top) / 2 / height,
        text=text,
        left=left,
        right=right,
        bottom=bottom,
        top=top,
        size=max(1.0, *(c.size for c in ink)),
        first_word=(right - left) * len(text.split(maxsplit=1)[0]) / len(text),
    )
