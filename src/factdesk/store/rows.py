"""Records as rows and back: a table is named after its record, its columns after the fields."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_origin

from factdesk.model.article import Article, Original, Version
from factdesk.model.claim import Anchor, Checker, Claim, Claimant, Note
from factdesk.model.desk import House
from factdesk.model.export import Export
from factdesk.model.hint import Dismissal, HintSettings
from factdesk.model.record import Record
from factdesk.model.remark import SetAside
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    SearchLog,
    SignOff,
    Tick,
    Vote,
)

R = TypeVar("R", bound=Record)

TYPES: dict[str, type[Record]] = {
    record.__name__.lower(): record
    for record in (
        *(House, Checker, Scale, Article, Original, Version, Claimant, Claim, Anchor),
        *(Verdict, Source, Evidence, Note, SearchLog, ContactAttempt, Query, ChangeProposal),
        *(Exemption, Vote, SignOff, Tick, SetAside, Dismissal, HintSettings),
        Export,
    )
}

#: The records that hang on a claim.
PARTS_OF_CLAIM = tuple(record for record in TYPES.values() if "claim" in record.model_fields)


def table(record: type[Record]) -> str:
    """Name the table of a record type."""
    return record.__name__.lower()


@cache
def columns(record: type[Record]) -> tuple[str, ...]:
    """Name the columns of a record type, in the order of `row`."""
    return tuple(record.model_fields)


@cache
def nested(record: type[Record]) -> frozenset[str]:
    """Name the columns that hold JSON text."""
    fields = record.model_fields.items()
    return frozenset(name for name, field in fields if get_origin(field.annotation) is tuple)


def row(record: Record) -> dict[str, Any]:
    """Write a record as a row."""
    values = {name: getattr(record, name) for name in columns(type(record))}
    if inner := nested(type(record)):
        values |= {
            name: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
            for name, value in record.model_dump(mode="json", include=set(inner)).items()
        }
    return values


def read(record: type[R], values: Mapping[str, Any]) -> R:
    """Read a record from a row.

    Raises:
        ValueError: if the row does not hold such a record (pydantic's ValidationError is one).
    """
    inner = nested(record)
    fields = {
        name: json.loads(values[name]) if name in inner else values[name]
        for name in columns(record)
    }
    return record.model_validate(fields)


def journalled(record: Record | None) -> str | None:
    """Write a record for the journal: as JSON, without what is large and never changes."""
    if record is None:
        return None
    return record.model_dump_json(exclude=set(record.unjournalled))


@cache
def insertion(record: type[Record]) -> str:
    """Write the statement that stores a new record."""
    names = columns(record)
    places = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table(record)} ({', '.join(names)}) VALUES ({places})"  # noqa: S608 - names are ours


@cache
def replacement(record: type[Record]) -> str:
    """Write the statement that replaces a record, if it still is as it was (``was_…``)."""
    settings = ", ".join(f"{name} = :{name}" for name in columns(record))
    return f"UPDATE {table(record)} SET {settings} WHERE {_unchanged(record)}"  # noqa: S608 - names are ours


@cache
def deletion(record: type[Record]) -> str:
    """Write the statement that deletes a record, if it still is as it was (``was_…``)."""
    return f"DELETE FROM {table(record)} WHERE {_unchanged(record)}"  # noqa: S608 - names are ours


def before(record: Record) -> dict[str, Any]:
    """Write the parameters that say how a record was."""
    return {f"was_{name}": value for name, value in row(record).items()}


def _unchanged(record: type[Record]) -> str:
    compared = (name for name in columns(record) if name not in record.unjournalled)
    return " AND ".join(f"{name} IS :was_{name}" for name in compared)
