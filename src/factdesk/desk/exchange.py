"""Articles from another desk, as its JSON export holds them: taken in with every identity kept."""

import json
import re
from base64 import b64decode
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from types import GenericAlias
from typing import Any, NamedTuple

from pydantic import Base64Bytes, create_model

from factdesk.errors import ImportFailed
from factdesk.exporters.package import EDITION, FORMAT
from factdesk.model.article import Article, Original, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Record, Value
from factdesk.model.report import Audience, LeftOutClaim
from factdesk.store.rows import TYPES
from factdesk.store.store import Store
from factdesk.text.canonical import digest, fits
from factdesk.text.slugs import free, slug

_HEAD = 200
#: Files are called by it, and lie where it says: what another desk writes leads out of no folder.
_SLUG = re.compile(r"[^.\x00-\x1f/\\:][^\x00-\x1f/\\:]*")
#: Fields that name a record which nobody but the article itself can have brought.
_REFERENCES = frozenset({"article", "claim", "claimant", "parent", "source", "version"})


class Package(NamedTuple):
    """What came from another desk; each record after those that it refers to."""

    article: Article
    records: list[Record]
    last_reference: int


def recognises(content: bytes) -> bool:
    """Tell whether this is an article from another desk."""
    return content.lstrip()[:1] == b"{" and f'"{FORMAT}"'.encode() in content[:_HEAD]


def read(content: bytes) -> Package:
    """Read what came from another desk, and see that it is as it left there.

    Raises:
        ImportFailed: if it is for the public only, of a later edition, cut short or altered.
    """
    try:
        told = json.loads(content)
        json.dumps(told, ensure_ascii=False).encode()  # no half of a character is in it
        if told["edition"] != EDITION:
            raise _later()
        if told["audience"] != Audience.INTERNAL:
            raise _incomplete()
        records = list(_records(told["records"]))
        (article,) = (record for record in records if isinstance(record, Article))
        last = int(told["last_reference"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ImportFailed(
            "This article from another desk is damaged, or was written by a later Factdesk.",
            "Export it there again; if that does not help, install the current version here.",
            kind="damaged",
        ) from error
    if altered := next(_altered(records), ""):
        raise ImportFailed(
            f"This article from another desk has been altered: {altered}.",
            "Export it there again.",
            kind="altered",
        )
    return Package(article, records, last)


def take_in(store: Store, package: Package) -> Edit | None:
    """Plan to take the article in; None if it is here already. What the desks share stays ours."""
    if package.article.id in store.identities(Article, [package.article.id]):
        return None
    known = _known(store, package)
    records = [record for record in package.records if record.id not in known]
    told = package.article.slug
    wanted = told if _SLUG.fullmatch(told) else slug(told)
    named = {"slug": free(wanted, store.slugs_like(wanted))}
    article = package.article.model_copy(update=named)
    births = [birth(article if record.id == article.id else record) for record in records]
    title = f"Import “{article.title}”"
    return Edit(title, (*births, *_reference_given(package)))


def schema() -> dict[str, Any]:
    """Describe the JSON export as JSON Schema."""
    original = create_model(
        "Original", __base__=Value, id=(str, ...), media_type=(str, ...), content=(Base64Bytes, ...)
    )
    forms: dict[str, type[Value]] = {**TYPES, "original": original}
    types: dict[str, Any] = {name: (GenericAlias(tuple, (forms[name], ...)), ()) for name in TYPES}
    whole: dict[str, Any] = {
        "format": (str, ...),
        "edition": (int, ...),
        "audience": (Audience, ...),
        "as_of": (str, ...),
        "last_reference": (int, ...),
        "left_out": (tuple[LeftOutClaim, ...], ...),
        "house": (TYPES["house"], ...),
        "records": (create_model("Records", __base__=Value, **types), ...),
    }
    return create_model("FactdeskArticle", __base__=Value, **whole).model_json_schema()


def _records(by_type: dict[str, list[dict[str, Any]]]) -> Iterator[Record]:
    for name, of_type in by_type.items():
        kind = TYPES[name]
        binary = [key for key, field in kind.model_fields.items() if field.annotation is bytes]
        for fields in of_type:
            decoded = {key: b64decode(fields[key], validate=True) for key in binary}
            yield kind.model_validate(fields | decoded)


def _altered(records: list[Record]) -> Iterator[str]:
    """Name what does not fit together, in a few words each."""
    texts = {record.id: record.text for record in records if isinstance(record, Version)}
    there = {record.id for record in records}
    if len(there) < len(records):
        yield "a record is in it twice"
    for record in records:
        for name in _REFERENCES & type(record).model_fields.keys():
            if (named := getattr(record, name)) and named not in there:
                yield f"a {name} that is spoken of is not in it"
        if isinstance(record, Original) and sha256(record.content).hexdigest() != record.id:
            yield "its original no longer has its SHA-256"
        if isinstance(record, Version) and not fits(record.text, record.blocks):
            yield f"the blocks of version {record.number} do not fit its text"
        if isinstance(record, Version) and digest(record.text) != record.sha256:
            yield f"the text of version {record.number} no longer has its SHA-256"
        if isinstance(record, Anchor) and not _fits(record, texts.get(record.version, "")):
            yield f"a claim's place does not hold the words “{record.exact[:60]}”"


def _fits(anchor: Anchor, text: str) -> bool:
    orphaned = anchor.status is AnchorStatus.ORPHANED
    return orphaned or text[anchor.start : anchor.stop] == anchor.exact


def _known(store: Store, package: Package) -> set[str]:
    """Find the records that this desk has already, by their identities."""
    by_kind: dict[type[Record], list[str]] = defaultdict(list)
    for record in package.records:
        by_kind[type(record)].append(record.id)
    return set().union(*(store.identities(kind, keys) for kind, keys in by_kind.items()))


def _reference_given(package: Package) -> Sequence[Any]:
    """Give the last reference once more, so that none is used again that was removed over there."""
    claims = [record for record in package.records if isinstance(record, Claim)]
    last = max((claim.number for claim in claims), default=0)
    if package.last_reference <= last:
        return ()
    removed = Claim(
        article=package.article.id, number=package.last_reference, marked=package.article.added
    )
    return birth(removed), death(removed)


def _later() -> ImportFailed:
    return ImportFailed(
        "This article from another desk was written by a later Factdesk.",
        "Install the current version here.",
        kind="too_new",
    )


def _incomplete() -> ImportFailed:
    return ImportFailed(
        "This export is for the public and lacks what a desk needs.",
        "Export the article there with --audience internal.",
        kind="public_only",
    )
