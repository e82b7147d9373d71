"""Annotations of others: the W3C's, and Hypothesis' own form. One that is malformed hides none."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from factdesk.importers.claims.base import (
    ForeignChange,
    ForeignClaim,
    ForeignNote,
    ForeignPlace,
    is_kind,
    kind,
    listed,
    moment,
    nodes,
    plain,
)
from factdesk.model.claim import ClaimKind
from factdesk.model.record import Instant

Node = dict[str, Any]

#: What the reference of a claim is told as; it gets one of its own here.
_SKIPPED = {"identifying", "linking"}


class _Body(NamedTuple):
    """Something that an annotation says, for what, and the object it stands in."""

    purpose: str
    text: str
    of: Node


def claims(document: object) -> list[ForeignClaim]:
    """Read every annotation in a JSON document, wherever in it."""
    return [_claim(node) for node in nodes(document) if _is_annotation(node)]


def _is_annotation(node: Node) -> bool:
    """Tell an annotation, by its type or as Hypothesis writes them: with an address and targets."""
    hypothesis = isinstance(node.get("uri"), str) and isinstance(node.get("target"), list)
    return is_kind(node, "Annotation") or hypothesis


def _claim(node: Node) -> ForeignClaim:
    bodies = list(_bodies(node))
    places = tuple(_places(node))
    kinds = (kind(body.text) for body in bodies if body.purpose in {"classifying", "tagging"})
    return ForeignClaim(
        origin=plain(node.get("id")) or plain(node.get("@id")),
        places=places,
        wording=next((body.text for body in bodies if body.purpose == "describing"), ""),
        kind=next((known for known in kinds if isinstance(known, ClaimKind)), None),
        notes=tuple(_notes(node)),
        change=next(_changes(node, places), None),
    )


def _changes(node: Node, places: tuple[ForeignPlace, ...]) -> Iterator[ForeignChange]:
    """Give the other words that are wanted for those of the first place."""
    for body in _bodies(node):
        if body.purpose == "editing" and places:
            yield ForeignChange(
                original=places[0].exact,
                replacement=body.text,
                author=_who(body.of) or _who(node),
                proposed=_when(body.of) or _when(node),
            )


def _notes(node: Node) -> Iterator[ForeignNote]:
    """Keep what was said as notes, with who said it and when."""
    for body in _unchanged(_bodies(node), taken=any(_places(node))):
        author, written = _who(body.of) or _who(node), _when(body.of) or _when(node)
        if body.purpose in _SKIPPED or body.purpose == "describing":
            continue
        if body.purpose in {"classifying", "tagging"}:
            if kind(body.text) is None:
                yield ForeignNote(text=f"Tag: {body.text}", written=written)
            continue
        if body.purpose == "assessing":
            author = author or "Others"
        yield ForeignNote(text=body.text, author=author, written=written)


def _unchanged(bodies: Iterable[_Body], *, taken: bool) -> Iterator[_Body]:
    """Leave out the first change that is wanted, where it is ``taken`` as one."""
    for body in bodies:
        if taken and body.purpose == "editing":
            taken = False
        else:
            yield body


def _who(node: Node) -> str:
    named = plain(node.get("creator")) or plain(node.get("user"))
    return named.removeprefix("acct:").partition("@")[0] if named.startswith("acct:") else named


def _when(node: Node) -> Instant | None:
    return moment(node.get("created"))


def _bodies(node: Node) -> Iterator[_Body]:
    """Give what an annotation says, each with its purpose."""
    told = [*_texts(node.get("bodyValue")), *_texts(node.get("text"))]
    yield from (_Body("commenting", text, {}) for text in told)
    yield from (
        _Body("tagging", tag, {}) for each in listed(node.get("tags")) if (tag := plain(each))
    )
    for body in listed(node.get("body")):
        if isinstance(body, str):
            yield _Body("linking", body, {})
        if not isinstance(body, dict):
            continue
        purpose = plain(body.get("purpose")) or "commenting"
        yield from (_Body(purpose, text, body) for text in _texts(body.get("value")))


def _texts(value: object) -> Iterator[str]:
    """Give the texts of a value, with their lines."""
    yield from (each.strip() for each in listed(value) if isinstance(each, str) and each.strip())


def _places(node: Node) -> Iterator[ForeignPlace]:
    for target in listed(node.get("target")):
        if isinstance(target, dict):
            selectors = list(_selectors(target.get("selector")))
            yield from _place(selectors)


def _selectors(value: object) -> Iterator[Node]:
    """Give all selectors, those that refine another too, each before those that refine it."""
    waiting = [*reversed(listed(value))]
    while waiting:
        if isinstance(each := waiting.pop(), dict):
            yield each
            waiting += reversed(listed(each.get("refinedBy")))


def _place(selectors: list[Node]) -> Iterator[ForeignPlace]:
    quote = next((each for each in selectors if is_kind(each, "TextQuoteSelector")), None)
    position = next((each for each in selectors if is_kind(each, "TextPositionSelector")), {})
    if quote is None or not isinstance(quote.get("exact"), str) or not quote["exact"].strip():
        return
    start = position.get("start")
    yield ForeignPlace(
        exact=quote["exact"],
        prefix=_whole(quote.get("prefix")),
        suffix=_whole(quote.get("suffix")),
        start=start if type(start) is int and start >= 0 else None,
    )


def _whole(value: object) -> str:
    """Take a text as it is, spaces and all."""
    return value if isinstance(value, str) else ""
