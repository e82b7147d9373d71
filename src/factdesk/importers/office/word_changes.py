"""The tracked changes of a Word document, and the document as it was before them."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from factdesk.importers.claims.base import moment
from factdesk.importers.office.word_borders import (
    DELETED,
    INSERTED,
    Border,
    W,
    set_after,
    set_before,
)
from factdesk.model.record import Instant

#: What may stand between the words taken out and those put in their place.
_BETWEEN = frozenset(
    W + name
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
    )
)
_MARKED = frozenset((f"{W}rPr", f"{W}trPr"))
_TEXT = (f"{W}t", f"{W}delText")


class TrackedChange(NamedTuple):
    """A change by its number in the document: who made it, when, and the words before and after."""

    number: str
    author: str
    made: Instant | None
    old: str
    new: str


def set_borders_of_changes(root: _Element, first: int) -> list[TrackedChange]:
    """Set a bookmark at both ends of each change of words; they are numbered from ``first``.

    Words taken out and words put in beside them by the same hand are one change.
    """
    changes = []
    for number, group in enumerate(_groups(root), first):
        changes.append(_change(number, group))
        set_before(group[0], Border(f"change {number}", "start"))
        set_after(group[-1], Border(f"change {number}", "stop"))
    return changes


def _change(number: int, group: list[_Element]) -> TrackedChange:
    author, date = group[0].get(f"{W}author", ""), group[0].get(f"{W}date", "")
    return TrackedChange(
        str(number),
        " ".join(author.split()),
        moment(date),
        old="".join(_words(one, INSERTED) for one in group if one.tag in DELETED),
        new="".join(_words(one, DELETED) for one in group if one.tag in INSERTED),
    )


def _words(element: _Element, without: tuple[str, ...]) -> str:
    """Give the words of a change, without those of another within it that goes the other way."""
    return "".join(
        text.text or ""
        for text in element.iter(*_TEXT)
        if next(text.iterancestors(*without), None) is None
    ).strip()


def undo_changes(root: _Element) -> None:
    """Make the document what it was before its tracked changes.

    Deleted words are put into an element whose content the converter reads; marks of paragraphs and
    rows that were added are said to be deleted, since the converter joins and leaves out those.
    """
    for element in list(root.iter(*DELETED)):
        if _is_mark(element):
            _remove(element)
        else:
            for text in element.iter(f"{W}delText"):
                text.tag = f"{W}t"
            element.tag = f"{W}smartTag"
    for element in list(root.iter(*INSERTED)):
        if _is_mark(element):
            element.tag = DELETED[0]
        else:
            _remove(element)


def _is_mark(element: _Element) -> bool:
    """Tell the change of a paragraph's mark or of a row from one of what they hold."""
    parent = element.getparent()
    return parent is not None and parent.tag in _MARKED


def _remove(element: _Element) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _groups(root: _Element) -> Iterator[list[_Element]]:
    """Give the outermost changes of words, those that stand together in one group."""
    seen: set[_Element] = set()
    for element in root.iter(*DELETED, *INSERTED):
        if element in seen or not _is_outermost(element) or not _has_words(element):
            continue
        group = [element]
        seen.add(element)
        for sibling in element.itersiblings():
            if sibling.tag in _BETWEEN:
                continue
            if not _is_change(sibling) or not _has_words(sibling) or not _same(sibling, element):
                break
            group.append(sibling)
            seen.add(sibling)
        yield group


def _is_change(element: _Element) -> bool:
    return element.tag in DELETED or element.tag in INSERTED


def _is_outermost(element: _Element) -> bool:
    in_paragraph = next(element.iterancestors(f"{W}p"), None) is not None
    return in_paragraph and next(element.iterancestors(*DELETED, *INSERTED), None) is None


def _has_words(element: _Element) -> bool:
    """Tell a change of words from one of marks or of white space."""
    return any((text.text or "").strip() for text in element.iter(*_TEXT))


def _same(one: _Element, other: _Element) -> bool:
    return bool(one.get(f"{W}author") == other.get(f"{W}author"))
