"""Claims from elsewhere put onto an article; what cannot be placed with certainty is listed."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import uuid5

from factdesk.desk.newcomers import ELSEWHERE, Newcomers
from factdesk.desk.placing import Placer, is_sure
from factdesk.importers.claims.base import ForeignChange, ForeignClaim, ForeignNote
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim, Note
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, Record, new_id, utc_now
from factdesk.store.store import Store

_URN = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)

#: How many claims are placed before it is told how far it is.
_STRIDE = 50


class Status(StrEnum):
    """What became of a claim from elsewhere."""

    PLACED = "placed"
    REVIEW = "needs review"
    PRESENT = "present"


class Arrival(NamedTuple):
    """A claim from elsewhere on this article.

    ``quotes`` are those of its places that need review; ``remarks`` say what of it could not be
    taken as it was, and is a note now.
    """

    claim: Claim
    status: Status
    quotes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Arrivals(NamedTuple):
    """What came, in the order in which it came, and the edit that takes it in."""

    edit: Edit
    claims: tuple[Arrival, ...]

    def of(self, status: Status) -> list[Arrival]:
        """Choose those of which that became."""
        return [arrival for arrival in self.claims if arrival.status is status]


def put_on(
    store: Store,
    version: Version,
    foreign: Sequence[ForeignClaim],
    checker: Id | None = None,
    told: Callable[[int], None] = lambda _done: None,
) -> Arrivals:
    """Plan to take claims from elsewhere onto an article; one that is here already stays.

    ``told`` is called with how many are done, and may raise to break it off.
    """
    taking = _Taking(store, version, checker)
    keys = [_identity(claim, version.article) for claim in foreign]
    present = store.identities(Claim, keys)
    arrivals = []
    for nth, (claim, key) in enumerate(zip(foreign, keys, strict=True)):
        if nth % _STRIDE == 0:
            told(nth)
        arrivals.append(taking.again(claim, key) if key in present else taking.take(claim, key))
        present.add(arrivals[-1].claim.id)
    births = tuple(birth(record) for record in taking.records())
    return Arrivals(Edit("Import claims", births), tuple(arrivals))


def counted(claims: Sequence[ForeignClaim]) -> str:
    """Say what was marked in a document: ``12 comments and 1 tracked change``."""
    changes = sum(1 for claim in claims if claim.change)
    counts = ((len(claims) - changes, "comment"), (changes, "tracked change"))
    return " and ".join(f"{count:,} {word}{'s'[: count != 1]}" for count, word in counts if count)


class _Taking:
    """Makes the records of claims that come together."""

    def __init__(self, store: Store, version: Version, checker: Id | None) -> None:
        self._store, self._version = store, version
        self._newcomers = Newcomers(store, store.article(version.article), checker)
        self._placer = Placer(version)
        self._number = store.last_reference(version.article)
        self._now = utc_now()
        self._made: dict[Id, Claim] = {}
        self._records: list[Record] = []
        self._notes: dict[Id, Note] = {}

    def records(self) -> Iterator[Record]:
        """Give all that was made, each after those that it refers to."""
        known = self._store.identities(Note, list(self._notes))
        yield from self._newcomers.shared
        yield from self._records
        yield from (note for key, note in self._notes.items() if key not in known)

    def take(self, foreign: ForeignClaim, key: Id) -> Arrival:
        """Take a claim in, unless it went out from this article and came back."""
        claim = self._claim(foreign, key)
        anchors = self._placer.anchors(foreign, claim)
        if foreign.otherwise and not is_sure(anchors):
            others = self._placer.anchors(foreign.otherwise, claim)
            if is_sure(others):
                foreign, anchors = foreign.otherwise, others
        if returned := self._returned(foreign, anchors):
            self._add_notes(returned, foreign.notes[1:])
            return Arrival(returned, Status.PRESENT)
        self._number += 1
        self._made[key] = claim
        self._records += [claim, *anchors]
        remarks = tuple(self._add_all(claim, foreign))
        doubtful = [one.exact for one in anchors if one.status is not AnchorStatus.ANCHORED]
        status = Status.PLACED if is_sure(anchors) else Status.REVIEW
        return Arrival(claim, status, tuple(doubtful), remarks)

    def again(self, foreign: ForeignClaim, key: Id) -> Arrival:
        """Leave a claim that is here as it is; what was said of it meanwhile is added."""
        claim = self._made.get(key) or self._store.claim(key)
        self._add_notes(claim, foreign.notes)
        return Arrival(claim, Status.PRESENT)

    def _claim(self, foreign: ForeignClaim, key: Id) -> Claim:
        quote = foreign.places[0].exact if foreign.places else ""
        said = "" if foreign.wording == quote else foreign.wording
        told = foreign.notes[0].text[:200] if foreign.notes else ""
        return Claim(
            id=key,
            article=self._version.article,
            number=self._number + 1,
            wording=said if foreign.places else said or told,
            kind=foreign.kind,
            claimant=self._newcomers.claimant(foreign.claimant),
            claimed_on=foreign.claimed_on,
            rationale=foreign.rationale,
            marked=self._now,
        )

    def _add_all(self, claim: Claim, foreign: ForeignClaim) -> Iterator[str]:
        """Make all that hangs on a claim; says what could not be taken as it was."""
        for number, source in enumerate(foreign.sources, 1):
            self._records.append(self._newcomers.evidence(claim, source, number))
        if foreign.change:
            self._records.append(self._newcomers.proposal(claim, foreign.change))
        if foreign.verdict:
            verdict = self._newcomers.verdict(claim, foreign.verdict)
            if verdict:
                self._records.append(verdict)
            else:
                self._add_notes(claim, (ForeignNote(text=f"Verdict: {foreign.verdict}"),))
                yield f"no rating “{foreign.verdict}” on the scales of this desk"
        self._add_notes(claim, foreign.notes)

    def _add_notes(self, claim: Claim, notes: Sequence[ForeignNote]) -> None:
        made = (self._newcomers.note(claim, note) for note in notes)
        self._notes |= {note.id: note for note in made}

    def _returned(self, foreign: ForeignClaim, anchors: list[Anchor]) -> Claim | None:
        """Find the claim or the proposal of this article that this one was when it went out."""
        if foreign.change:
            return self._proposed(foreign.change, anchors)
        if not foreign.reference:
            return None
        quotes = {anchor.exact for anchor in anchors}
        for anchor in self._anchors:
            claim = self._store.claim(anchor.claim) if anchor.exact in quotes else None
            if claim and claim.reference == foreign.reference:
                return claim
        return None

    def _proposed(self, change: ForeignChange, anchors: list[Anchor]) -> Claim | None:
        for own in self._anchors:
            if any(own.span.touches(anchor.span) for anchor in anchors) and any(
                (known.original, known.replacement) == (change.original, change.replacement)
                for known in self._store.proposals(own.claim)
            ):
                return self._store.claim(own.claim)
        return None

    @cached_property
    def _anchors(self) -> list[Anchor]:
        """Read the places that the article's claims have already."""
        return self._store.anchors_in(self._version.id)


def _identity(foreign: ForeignClaim, article: Id) -> Id:
    """Keep an identity of ours; make the same of another's each time, so that none comes twice."""
    if not foreign.origin:
        return new_id()
    ours = _URN.fullmatch(foreign.origin)
    if ours:
        return ours[1].lower()
    said = foreign.wording or (foreign.places[0].exact if foreign.places else "")
    return str(uuid5(ELSEWHERE, f"{article} {foreign.origin} {said}"))
