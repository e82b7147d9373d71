"""A place in a text set off as strong, so that every Markdown reader sees it."""

import re
import unicodedata
from collections.abc import Iterator

from factdesk.exporters.escape import pieces
from factdesk.model.span import Span

_PARAGRAPH = re.compile(r"\S(?:(?!\n\s*(?:\n|\Z)).)*", re.DOTALL)


def emphasised(text: str, place: Span) -> list[str]:
    """Escape a text of several paragraphs, and set a place in it off.

    Strong text cannot reach over the end of a paragraph: each paragraph gets its own part. White
    space at the borders of the place stays outside.
    """
    return ["".join(_strong(part, span)) for part, span in parts(text, place)]


def paragraphs(text: str) -> list[str]:
    """Cut the text into paragraphs; there is always a first."""
    return [found[0] for found in _PARAGRAPH.finditer(text)] or [""]


def parts(text: str, place: Span) -> Iterator[tuple[str, Span]]:
    """Cut the text into paragraphs, each with what it has of the place."""
    for found in _PARAGRAPH.finditer(text):
        start, stop = (min(max(at - found.start(), 0), len(found[0])) for at in place)
        inside = found[0][start:stop]
        stop -= len(inside) - len(inside.rstrip())
        start += len(inside) - len(inside.lstrip())
        yield found[0], Span(start, stop)


def _strong(text: str, place: Span) -> list[str]:
    """Put the asterisks where they count as such, whatever stands on their other side.

    Asterisks between a letter and a punctuation mark are no delimiters. Where that might be so,
    the neighbour outside is written as a character reference, which ends in punctuation.
    """
    found = pieces(text)
    start, stop = place
    if start >= stop:
        return found
    if start > 0 and not _opens(text[start - 1], text[start]):
        found[start - 1] = _reference(text[start - 1])
    if stop < len(text) and not _opens(text[stop], text[stop - 1]):
        found[stop] = _reference(text[stop])
    return [*found[:start], "**", *found[start:stop], "**", *found[stop:]]


def _opens(outside: str, inside: str) -> bool:
    """Tell whether asterisks between the two are sure to be delimiters."""
    return (
        inside.isalnum()
        or outside.isspace()
        or unicodedata.category(outside).startswith("P")
        or outside in "$+<=>^`|~"
    )


def _reference(point: str) -> str:
    return f"&#{ord(point)};"
