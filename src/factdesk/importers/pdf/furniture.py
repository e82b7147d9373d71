"""Running heads, page numbers and what browsers print around a page: no part of the text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from factdesk.importers.pdf.lines import Line

_MARGIN = 0.09  # of the page's height, above and below
_SHARE, _ANYWHERE = 0.4, 0.6  # of the pages
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:(?:page|seite|p\.|página|pagina|str\.|стр\.|sida|side|sivu)\s*)?\d{1,4}"
    r"(?:\s*(?:/|of|von|de|di|av|af|из)\s*\d{1,4})?\W*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,.]?\s+\d{1,2}[:.]\d\d(?:\s?[AP]M)?$", re.IGNORECASE
)
_ADDRESS = re.compile(r"^(?:https?|file)://\S+$")
_SIGNS = (_PAGE_NUMBER, _PRINTED, _ADDRESS)


def part(lines: Sequence[Line], pages: int, title: str) -> tuple[list[Line], list[str]]:
    """Part the text's lines from what is printed around it, each of which is given once."""
    repeated, stamped = _repeated(lines, pages), _stamped(lines, pages)
    printed = any(_is_margin(line) and _PRINTED.match(line.text) for line in lines)
    kept: list[Line] = []
    around: dict[str, str] = {}
    for line in lines:
        if (
            _stamp(line) in stamped
            or (_is_margin(line) and (line.place > 0.5, _key(line)) in repeated)
            or (_is_margin(line) and any(each.match(line.text) for each in _SIGNS))
            or (_is_margin(line) and printed and line.place > 0.5 and line.text == title)
        ):
            around.setdefault(_key(line), line.text)
        else:
            kept.append(line)
    return kept, list(around.values())


def address(around: Iterable[str]) -> str:
    """Find the address that a browser printed under the page, if it is there in full."""
    found = (text for text in around if _ADDRESS.match(text) and text.startswith("http"))
    return next((text for text in found if "…" not in text and "..." not in text), "")


def _is_margin(line: Line) -> bool:
    return not _MARGIN < line.place < 1 - _MARGIN


def _repeated(lines: Sequence[Line], pages: int) -> set[tuple[bool, str]]:
    on: dict[tuple[bool, str], set[int]] = defaultdict(set)
    for line in lines:
        if _is_margin(line):
            on[line.place > 0.5, _key(line)].add(line.page)
    return {key for key, found in on.items() if len(found) >= max(2, _SHARE * pages)}


def _stamped(lines: Sequence[Line], pages: int) -> set[tuple[int, int, str]]:
    """Find what stands at the very same place of most pages, wherever that is."""
    on: dict[tuple[int, int, str], set[int]] = defaultdict(set)
    for line in lines:
        on[_stamp(line)].add(line.page)
    return {key for key, found in on.items() if len(found) >= max(3, _ANYWHERE * pages)}


def _stamp(line: Line) -> tuple[int, int, str]:
    return round(line.left), round(line.bottom), _key(line)


def _key(line: Line) -> str:
    return _DIGITS.sub("#", line.text).casefold()
