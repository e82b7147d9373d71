"""Sources are cited as evidence."""

from datetime import UTC, datetime

from factdesk.errors import Refused
from factdesk.model.claim import Claim
from factdesk.model.edit import Change, Edit, birth, changed, death
from factdesk.model.record import utc_now
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Evidence, Source, Visibility
from factdesk.store.store import Store


def cite(store: Store, claim: Claim, wish: CiteWish) -> Edit:
    """Plan a piece of evidence; a source of the same address or identity is used again.

    Raises:
        Refused: if the source has no title.
    """
    source, changes = _source(store, wish)
    now = utc_now()
    pieces = store.evidence(claim.id)
    evidence = Evidence(
        claim=claim.id,
        source=source.id,
        number=max((piece.number for piece in pieces), default=0) + 1,
        stance=wish.stance,
        quote=wish.quote,
        locator=wish.locator,
        accessed=wish.accessed or _today(),
        independence=wish.independence.strip(),
        visibility=_visibility(wish),
        note=wish.note.strip(),
        added=now,
    )
    return Edit(f"Cite “{source.title}”", (*changes, birth(evidence)))


def change(store: Store, evidence: Evidence, wish: CiteWish) -> Edit:
    """Plan to change a piece of evidence and what is said of its source.

    Raises:
        Refused: if the source has no title.
    """
    source, changes = _source(store, wish._replace(source=wish.source or evidence.source))
    after = evidence.model_copy(
        update={
            "source": source.id,
            "stance": wish.stance,
            "quote": wish.quote,
            "locator": wish.locator,
            "accessed": wish.accessed or evidence.accessed,
            "independence": wish.independence.strip(),
            "visibility": _visibility(wish),
            "note": wish.note.strip(),
        }
    )
    return Edit("Change evidence", (*changes, Change(evidence, after)))


def remove(evidence: Evidence) -> Edit:
    """Plan to take a piece of evidence away; its source stays on the desk."""
    return Edit("Remove evidence", (death(evidence),))


def _source(store: Store, wish: CiteWish) -> tuple[Source, tuple[Change, ...]]:
    """Find the source that is wished for, or make it; say what changes for it."""
    if not wish.title.strip():
        raise Refused("A source needs a title.", "Say in a few words what it is.")
    known = store.source(wish.source) if wish.source else store.source_at(wish.url)
    said = {
        "title": wish.title.strip(),
        "url": wish.url,
        "archive_url": wish.archive_url,
        "container": wish.container,
        "source_class": wish.source_class,
        "confidential": wish.confidential,
    }
    if known is None:
        source = Source.model_validate(said | {"added": utc_now()})
        return source, (birth(source),)
    if not wish.source:  # found by its address: what the desk knows of it is not overwritten
        said = {
            "confidential": known.confidential or wish.confidential,
            "archive_url": known.archive_url or wish.archive_url,
            "container": known.container or wish.container,
            "source_class": known.source_class or wish.source_class,
        }
    after = known.model_copy(update=said)
    return after, changed(known, after)


def _visibility(wish: CiteWish) -> Visibility:
    return Visibility.CONFIDENTIAL if wish.confidential else wish.visibility


def _today() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%d")
