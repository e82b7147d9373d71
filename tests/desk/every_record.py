"""A record of every type there is, with something in every field: new types and fields too."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import sha256
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from factdesk.model.article import LeftOut
from factdesk.model.record import Record, new_id
from factdesk.model.span import Block, BlockKind
from factdesk.model.verdict import Place, Rating
from factdesk.store.rows import TYPES
from factdesk.text.canonical import digest

TEXT = "The harbour handled 41 million tonnes 🚢."
CONTENT = b"\x00\xff the page"
NOW, DAY = "2026-03-04T10:05:00Z", "2026-03"

#: What cannot be made up: it has to fit what other records hold.
_FITTING: Mapping[tuple[str, str], Any] = {
    ("version", "text"): TEXT,
    ("version", "sha256"): digest(TEXT),
    ("version", "blocks"): (Block(BlockKind.QUOTE, 0, len(TEXT)),),
    ("version", "left_out"): (
        LeftOut(kind=BlockKind.CAPTION, text="Left", reason="A credit.", position=0),
    ),
    ("original", "id"): sha256(CONTENT).hexdigest(),
    ("original", "content"): CONTENT,
    ("anchor", "exact"): TEXT[4:11],
    ("anchor", "start"): 4,
    ("anchor", "stop"): 11,
    ("dismissal", "stop"): 11,
    ("verdict", "rating"): "r",
    ("verdict", "value"): 1,
    ("vote", "rating"): "r",
    ("scale", "ratings"): (
        Rating(code="r", label="R", definition="D", value=1, place=Place.TRUE, light="#000000",
               dark="#ffffff", glyph="✓", retired=True),
    ),
}  # fmt: skip

#: Fields that name another record, by what they are called.
_NAMED = {
    "article": "article", "claim": "claim", "version": "version", "source": "source",
    "original": "original", "scale": "scale", "claimant": "claimant", "checker": "checker",
    "assignee": "checker", "decided_by": "checker", "parent": "parent",
}  # fmt: skip


def every_record(without: frozenset[type[Record]]) -> list[Record]:
    """Make them, each after those that it names."""
    kinds = {name: kind for name, kind in TYPES.items() if kind not in without}
    ids = {name: new_id() for name in (*kinds, "parent")}
    ids["original"] = sha256(CONTENT).hexdigest()
    made = {name: _filled(name, kind, ids) for name, kind in kinds.items()}
    parent = made["claim"].model_copy(update={"id": ids["parent"], "parent": None, "number": 3})
    order = ["checker", "scale", "claimant", "source", "article", "original", "version"]
    first = [made.pop(name) for name in order]
    return [*first, parent, made.pop("claim"), *made.values()]


def _filled(name: str, kind: type[Record], ids: Mapping[str, str]) -> Record:
    fields = {
        field: _FITTING.get((name, field)) or _value(name, field, told, ids)
        for field, told in kind.model_fields.items()
    }
    return kind.model_validate({**fields, "id": ids[name]})


def _value(name: str, field: str, told: FieldInfo, ids: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever the field takes
    if field in _NAMED and not (name == "original" and field == "original"):
        return ids[_NAMED[field]]
    if told.default is True:
        return False
    made = _made_up(told.annotation, told.metadata, f"{name} {field} “ü”")
    return next(one for one in type(made) if one != made) if made == told.default else made


def _made_up(kind: Any, metadata: list[Any], words: str) -> Any:  # noqa: ANN401 - a type, and a value of it
    inner = [one for one in get_args(kind) if one is not NoneType]
    if get_origin(kind) is tuple:
        return (_made_up(inner[0], [], f"{words} one"), _made_up(inner[0], [], f"{words} two"))
    if hasattr(kind, "__metadata__"):
        return _made_up(kind.__origin__, list(kind.__metadata__), words)
    if inner:
        return _made_up(inner[0], metadata, words)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return list(kind)[-1]
    patterns = [str(one.pattern) for one in metadata if isinstance(one, StringConstraints)]
    if patterns:
        return NOW if "T" in patterns[0] else DAY
    return {str: words, int: 2, float: 0.5, bool: True, bytes: b"\x00\xff"}[kind]
