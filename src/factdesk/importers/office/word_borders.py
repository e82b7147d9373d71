"""Where comments and tracked changes begin and end, taken through a conversion that drops them.

The converter keeps bookmarks: one is set at each border before, and found after. A border is
counted in ink, since all that converting changes is white space.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from factdesk.importers.markup_blocks import SILENT, local_name
from factdesk.text.ink import ink

#: What the name of each of our bookmarks begins with.
_OURS = "factdesk "
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_START, _STOP = f"{W}commentRangeStart", f"{W}commentRangeEnd"
_REFERENCE = f"{W}commentReference"

#: What the converter leaves out of the text as it is, and out of the text as it was.
DELETED = (f"{W}del", f"{W}moveFrom")
INSERTED = (f"{W}ins", f"{W}moveTo")


class Border(NamedTuple):
    """An end of a comment's or a change's range: of which, and which end."""

    of: str
    edge: str


def set_borders(root: _Element, dropped: tuple[str, ...]) -> None:
    """Set a bookmark at each border of a comment; outside of what is dropped."""
    for element in list(root.iter(_START, _STOP, _REFERENCE)):
        edge = {_START: "start", _STOP: "stop"}.get(str(element.tag), "point")
        border = Border(f"comment {element.get(f'{W}id', '')}", edge)
        set_before(_outermost(element, dropped), border)


def set_before(element: _Element, border: Border) -> None:
    """Set a bookmark before an element; between paragraphs it goes into the next one."""
    if next(element.iterancestors(f"{W}p"), None) is not None:
        element.addprevious(_bookmark(border))
        return
    following = next(_paragraphs_after(element), None)
    if following is not None:
        following.insert(1 if following.find(f"{W}pPr") is not None else 0, _bookmark(border))
        return
    for last in deque(element.getroottree().getroot().iter(f"{W}p"), maxlen=1):
        last.append(_bookmark(border))


def set_after(element: _Element, border: Border) -> None:
    """Set a bookmark after an element of a paragraph."""
    element.addnext(_bookmark(border))


def borders(root: _Element) -> tuple[dict[Border, int], int]:
    """Find the bookmarks in what the converter wrote, each by the ink before it, and all ink."""
    found: dict[Border, int] = {}
    count = 0
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = local_name(element)
        if event == "start" and (tag in SILENT or not tag):
            walk.skip_subtree()
        elif event == "start":
            name = element.get("id", "")
            if name.startswith(_OURS):
                edge, _, of = name.removeprefix(_OURS).partition(" ")
                found.setdefault(Border(of, edge), count)
            count += len(ink(element.text or ""))
        if event == "end" and element is not root:
            count += len(ink(element.tail or ""))
    return found, count


def _bookmark(border: Border) -> _Element:
    return etree.Element(f"{W}bookmarkStart", {f"{W}name": f"{_OURS}{border.edge} {border.of}"})


def _outermost(element: _Element, tags: Iterable[str]) -> _Element:
    outermost = element
    for ancestor in element.iterancestors(*tags):
        outermost = ancestor
    return outermost


def _paragraphs_after(element: _Element) -> Iterator[_Element]:
    for around in (element, *element.iterancestors()):
        for sibling in around.itersiblings():
            yield from sibling.iter(f"{W}p")
