"""Text that stands loose between a page's paragraphs, made a paragraph of its own."""

from collections.abc import Iterator

from lxml.etree import _Element
from lxml.html import Element, HtmlElement

_BOXES = ("div", "section", "article", "main", "td", "body")
_INLINE = frozenset(
    {
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "br",
            "cite",
            "code",
            "dfn",
            "em",
            "font",
        ),
        *("i", "ins", "kbd", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time"),
        *("tt", "u", "var", "wbr"),
    }
)
_FEWEST = 2  # paragraphs beside which text is the story's
_SHORTEST, _LONG = 20, 80  # letters worth a paragraph: with text of its own, without


def wrap_loose_text(root: HtmlElement) -> None:
    """Put each run of text and inline elements between paragraphs into a paragraph.

    Extractors read elements: what stands between them is lost.
    """
    for box in list(root.iter(*_BOXES)):
        if sum(child.tag == "p" for child in box) >= _FEWEST:
            for before, run in list(_runs(box)):
                _wrap(box, before, run)


def _runs(box: _Element) -> Iterator[tuple[_Element | None, list[_Element]]]:
    """Give what stands behind each block of the box, or before the first: its inline elements."""
    before: _Element | None = None
    run: list[_Element] = []
    for child in box:
        if child.tag in _INLINE:
            run.append(child)
        else:
            yield before, run
            before, run = child, []
    yield before, run


def _wrap(box: _Element, before: _Element | None, run: list[_Element]) -> None:
    text = (box.text if before is None else before.tail) or ""
    loose = _letters("".join((text, *(each.tail or "" for each in run))))
    if loose + sum(_letters("".join(each.itertext())) for each in run) < (
        _SHORTEST if loose else _LONG
    ):
        return
    paragraph = Element("p")
    paragraph.text = text
    if before is None:
        box.text = None
        box.insert(0, paragraph)
    else:
        before.tail = None
        before.addnext(paragraph)
    paragraph.extend(run)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
