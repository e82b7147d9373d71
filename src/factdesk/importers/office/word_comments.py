"""The comments of a Word document, each with the answers to it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml.etree import _Element

from factdesk.importers.claims.base import ForeignNote, moment
from factdesk.importers.markup_blocks import local_name
from factdesk.importers.office.word_borders import W

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}


class Thread(NamedTuple):
    """A comment by its number in the document, and all that was said in it."""

    number: str
    notes: tuple[ForeignNote, ...]


class _Extension(NamedTuple):
    """What later editions of Word say of a comment: what it answers, whether it is settled."""

    parent: str
    done: bool


def threads(parts: Mapping[str, _Element]) -> list[Thread]:
    """Read all comments; an answer belongs to the comment that the thread began with."""
    extensions = {key: told for part in parts.values() for key, told in _extensions(part)}
    comments = [
        comment
        for part in parts.values()
        if local_name(part) == "comments"
        for comment in part.iter(f"{W}comment")
    ]
    known = {_key(comment) for comment in comments}
    groups: dict[str, list[_Element]] = {}
    for number, comment in enumerate(comments):
        first = _first(_key(comment), extensions, known)
        groups.setdefault(first or f"nameless {number}", []).append(comment)
    return [_thread(group, extensions) for group in groups.values()]


def _extensions(part: _Element) -> Iterator[tuple[str, _Extension]]:
    if local_name(part) == "commentsex":
        for element in part:
            told = {str(name).rpartition("}")[2]: str(value) for name, value in element.items()}
            done = told.get("done", "0") not in {"0", "false"}
            yield told.get("paraId", ""), _Extension(told.get("paraIdParent", ""), done)


def _key(comment: _Element) -> str:
    """Tell what a comment is known by where answers are told: the name of its last paragraph."""
    names = [p.get(f"{_W14}paraId", "") for p in comment.iter(f"{W}p")]
    return names[-1] if names else ""


def _first(key: str, extensions: Mapping[str, _Extension], known: set[str]) -> str:
    """Find the comment that a thread began with; answers that answer each other are no thread."""
    seen = {key}
    while key in extensions and (parent := extensions[key].parent) in known - seen:
        seen.add(parent)
        key = parent
    return key


def _thread(group: list[_Element], extensions: Mapping[str, _Extension]) -> Thread:
    notes = [note for comment in group if (note := _note(comment)).text]
    if any(extensions[_key(one)].done for one in group if _key(one) in extensions):
        notes.append(ForeignNote(text="Resolved in the document."))
    return Thread(group[0].get(f"{W}id", ""), tuple(notes))


def _note(comment: _Element) -> ForeignNote:
    return ForeignNote(
        text="\n".join(map(_line, comment.iter(f"{W}p"))).strip(),
        author=" ".join(comment.get(f"{W}author", "").split()),
        written=moment(comment.get(f"{W}date", "")),
    )


def _line(paragraph: _Element) -> str:
    pieces = (
        element.text or "" if element.tag == f"{W}t" else _SIGNS.get(str(element.tag), "")
        for element in paragraph.iter(f"{W}t", *_SIGNS)
    )
    return "".join(pieces)
