"""A claim as it comes from elsewhere, and the ways to read what others write."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

from factdesk.errors import ImportFailed
from factdesk.model.claim import ClaimKind
from factdesk.model.record import Instant, PartialDate, Value
from factdesk.model.source import Stance

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,9}")

_TAG = re.compile(
    r"</?(?:p|br|em|strong|b|i|u|a|span|div|q|blockquote)(?:\s[^<>]*)?/?>", re.IGNORECASE
)

#: How deep others may nest what they write.
_DEEPEST = 40


class ForeignPlace(Value):
    """Where the claim stands, in the other's own copy of the text.

    ``start`` counts in the other's way and is a hint only; None where it is not told. ``guessed``
    are words that nobody chose, but that stand where a point was chosen.
    """

    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    guessed: bool = False


class ForeignNote(Value):
    """What somebody said of the claim; ``author`` and ``written`` where that is known."""

    text: str
    author: str = ""
    written: Instant | None = None


class ForeignChange(Value):
    """Other words that somebody wants, or ``made`` already, for those of the place."""

    original: str
    replacement: str
    made: bool = False
    author: str = ""
    proposed: Instant | None = None


class ForeignSource(Value):
    """Where others looked it up, and what it says to the claim."""

    title: str = ""
    url: str = ""
    stance: Stance = Stance.CONTEXT
    quote: str = ""
    locator: str = ""
    accessed: PartialDate | None = None


class ForeignClaim(Value):
    """A claim from elsewhere. What is not known is empty, never invented.

    ``origin`` is the identity that it has there, empty where it has none; ``reference`` is our own,
    where the claim went out from a desk and came back. ``verdict`` is the label of a rating.
    ``otherwise`` is the same claim as it stands in another state of the text: it is taken where
    this one finds no certain place.
    """

    origin: str = ""
    reference: str = ""
    places: tuple[ForeignPlace, ...] = ()
    wording: str = ""
    kind: ClaimKind | None = None
    claimant: str = ""
    claimed_on: PartialDate | None = None
    verdict: str = ""
    rationale: str = ""
    sources: tuple[ForeignSource, ...] = ()
    notes: tuple[ForeignNote, ...] = ()
    change: ForeignChange | None = None
    otherwise: "ForeignClaim | None" = None


def loaded(content: bytes) -> Any:  # noqa: ANN401 - it is JSON
    """Read JSON in UTF-8, with or without a byte-order mark; or JSON Lines.

    Raises:
        ImportFailed: if it is none.
    """
    try:
        text = content.decode("utf-8-sig")
        try:
            return whole(json.loads(text, strict=False))
        except ValueError:
            return whole(
                [json.loads(line, strict=False) for line in text.splitlines() if line.strip()]
            )
    except (ValueError, RecursionError) as error:
        raise ImportFailed(
            "This is no JSON that can be read.",
            "Export the annotations again, as JSON in UTF-8.",
            kind="unreadable",
        ) from error


def whole(value: object) -> Any:  # noqa: ANN401 - it is JSON
    r"""Put a question mark for each half of a character: JSON can name one, no desk can hold it.

    Raises:
        RecursionError: if it is nested without end.
    """
    return json.loads(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace"))


def nodes(value: object) -> list[dict[str, Any]]:
    """List all objects, each before those within it, and once however often it is reached."""
    return list({id(node): node for node in _walked(value, 0)}.values())


def _walked(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        yield value
    within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for each in within:
        yield from _walked(each, depth + 1)


def listed(value: object) -> list[Any]:
    """Take one for a list of one, and nothing for an empty one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def plain(value: object, depth: int = _DEEPEST) -> str:
    """Read a text where one ought to be: the first of a list, the name or value of an object.

    What a page's own markup has left in it is taken out.
    """
    for each in listed(value):
        if isinstance(each, str) and (text := " ".join(unescape(_TAG.sub("", each)).split())):
            return text
        if isinstance(each, int | float) and not isinstance(each, bool):
            return str(each)
        named = (each.get("name") or each.get("@value")) if isinstance(each, dict) else None
        if named and depth and (found := plain(named, depth - 1)):
            return found
    return ""


def whole_number(text: str) -> int | None:
    """Read a whole number as programs write it; None for everything else."""
    return int(text) if _NUMBER.fullmatch(text) else None


def date(value: object) -> PartialDate | None:
    """Read a date as far as it is known; the year 1 is what programs write who know none."""
    found = _DATE.match(plain(value))
    if found is None or int(found[1]) < 1000:
        return None
    month, day = found[2], found[3]
    if month and not 1 <= int(month) <= 12:
        return found[1]
    if day and not 1 <= int(day) <= 31:
        return f"{found[1]}-{month}"
    return found[0]


def moment(value: object) -> Instant | None:
    """Read a time; one without a zone is taken for UTC, for nobody knows better."""
    try:
        read = datetime.fromisoformat(plain(value))
    except ValueError:
        return None
    told = read if read.tzinfo else read.replace(tzinfo=UTC)
    try:
        return told.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if told.year > 1000 else None
    except OverflowError:
        return None


def kind(value: object) -> ClaimKind | None:
    """Understand the kind of a claim, in our own words for it."""
    wanted = plain(value).casefold().replace("-", " ").replace("_", " ")
    return next((known for known in ClaimKind if known.value == wanted), None)


def is_kind(node: dict[str, Any], name: str) -> bool:
    """Tell whether an object is of a type, whatever vocabulary it names."""
    types = listed(node.get("@type", node.get("type")))
    return any(isinstance(t, str) and re.split(r"[/#:]", t)[-1] == name for t in types)
