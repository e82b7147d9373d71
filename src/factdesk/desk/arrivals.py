"""What becomes of claims from elsewhere on an article: placed, up for review, or here already."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple
from uuid import uuid5

from factdesk.desk.newcomers import ELSEWHERE, Newcomers
from factdesk.desk.placing import Placer, is_sure
from factdesk.importers.claims.base import ForeignChange, ForeignClaim, ForeignNote
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim, Note
from factdesk.model.edit import Edit
from factdesk.model.record import Id, Record, new_id, utc_now
from factdesk.model.workflow import ChangeProposal
from factdesk.store.store import Store

_URN = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)


class Status(StrEnum):
    """What became of a claim from elsewhere."""

    PLACED = "placed"
    REVIEW = "needs review"
    PRESENT = "present"


class Arrival(NamedTuple):
    """A claim from elsewhere on this article, in the words of its first place or in its own.

    ``quotes`` are those of its places that need review, and ``why`` says for what reason;
    ``remarks`` say what of it could not be taken as it was, and is a note now.
    """

    claim: Claim
    status: Status
    words: str = ""
    quotes: tuple[str, ...] = ()
    why: str = ""
    remarks: tuple[str, ...] = ()


class Arrivals(NamedTuple):
    """What came, in the order in which it came, and the edit that takes it in."""

    edit: Edit
    claims: tuple[Arrival, ...]

    def of(self, status: Status) -> list[Arrival]:
        """Choose those of which that became."""
        return [arrival for arrival in self.claims if arrival.status is status]

    @property
    def remarks(self) -> Counter[str]:
        """What could not be taken as it was, and how often."""
        return Counter(remark for arrival in self.claims for remark in arrival.remarks)


class Taking:
    """Makes the records of claims that come together."""

    def __init__(
        self, store: Store, article: Article, version: Version, checker: Id | None
    ) -> None:
        self._store, self._version = store, version
        self._newcomers = Newcomers(store, article, checker)
        self._placer = Placer(version)
        self._number = store.last_reference(version.article)
        self._now = utc_now()
        self._present: set[Id] = set()
        self._made: dict[Id, Claim] = {}
        self._records: list[Record] = []
        self._notes: dict[Id, Note] = {}

    def records(self) -> Iterator[Record]:
        """Give all that was made, each after those that it refers to."""
        known = self._store.identities(Note, list(self._notes))
        yield from self._newcomers.shared
        yield from self._records
        yield from (note for key, note in self._notes.items() if key not in known)

    def identities(self, foreign: Sequence[ForeignClaim]) -> list[Id]:
        """Find the identity of each claim on this article, and remember which are here already."""
        article = self._version.article
        keys = [_identity(claim, article) for claim in foreign]
        known = self._store.identities(Claim, keys)
        here = {key for key, _ in self._store.claim_ids(article)}
        self._present = known & here
        return [
            _made_of(claim, article) if key in known - here else key
            for claim, key in zip(foreign, keys, strict=True)
        ]

    def take(self, foreign: ForeignClaim, key: Id) -> Arrival:
        """Take a claim in, unless it is here, or went out from this article and came back.

        To one that is here is added what was said of it meanwhile.
        """
        words = foreign.places[0].exact if foreign.places else foreign.wording
        if key in self._present or key in self._made:
            known = self._made.get(key) or self._store.claim(key)
            self._add_notes(known, self._unheard(known, foreign.notes))
            return Arrival(known, Status.PRESENT, words)
        claim = self._claim(foreign, key)
        foreign, anchors = self._placed(foreign, claim)
        if returned := self._returned(foreign, anchors):
            self._add_notes(returned, self._unheard(returned, foreign.notes[1:]))
            return Arrival(returned, Status.PRESENT, words)
        self._number += 1
        self._made[key] = claim
        self._records += [claim, *anchors]
        remarks = tuple(self._add_all(claim, foreign))
        doubtful = [one.exact for one in anchors if one.status is not AnchorStatus.ANCHORED]
        status = Status.PLACED if is_sure(anchors) else Status.REVIEW
        return Arrival(
            claim, status, words or claim.wording, tuple(doubtful), _doubt(anchors), remarks
        )

    def _placed(self, foreign: ForeignClaim, claim: Claim) -> tuple[ForeignClaim, list[Anchor]]:
        """Place a claim as it stands in one state of the text, or in the other if that is sure."""
        anchors = self._placer.anchors(foreign, claim)
        if foreign.otherwise and not is_sure(anchors):
            others = self._placer.anchors(foreign.otherwise, claim)
            if is_sure(others):
                return foreign.otherwise, others
        return foreign, anchors

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

    def _unheard(self, claim: Claim, notes: Sequence[ForeignNote]) -> list[ForeignNote]:
        """Leave out what went out with the claim: verdicts, reasons, notes, questions, changes."""
        told = {
            claim.rationale.strip(),
            *(note.text.strip() for note in self._store.notes(claim.id)),
        }
        told |= {query.text.strip() for query in self._store.queries(claim.id)}
        told |= {wish.replacement.strip() for wish in self._store.proposals(claim.id)}
        for verdict in self._store.verdicts(claim.id):
            told |= {verdict.label.strip(), verdict.rationale.strip()}
        return [note for note in notes if note.text.strip() not in told]

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
                _same(change, known) for known in self._store.proposals(own.claim)
            ):
                return self._store.claim(own.claim)
        return None

    @cached_property
    def _anchors(self) -> list[Anchor]:
        """Read the places that the article's claims have already."""
        return self._store.anchors_in(self._version.id)


def _doubt(anchors: Sequence[Anchor]) -> str:
    statuses = {anchor.status for anchor in anchors}
    if AnchorStatus.ORPHANED in statuses:
        return "its words are not in the text"
    if AnchorStatus.NEEDS_REVIEW in statuses:
        return "its words may stand in several places, or in other surroundings"
    return "" if anchors else "no words of the text are named"


def _identity(foreign: ForeignClaim, article: Id) -> Id:
    """Keep an identity of ours; make the same of another's each time, so that none comes twice."""
    if not foreign.origin:
        return new_id()
    ours = _URN.fullmatch(foreign.origin)
    return ours[1].lower() if ours else _made_of(foreign, article)


def _made_of(foreign: ForeignClaim, article: Id) -> Id:
    said = foreign.wording or (foreign.places[0].exact if foreign.places else "")
    return str(uuid5(ELSEWHERE, f"{article} {foreign.origin} {said}"))


def _same(change: ForeignChange, known: ChangeProposal) -> bool:
    """Tell whether a change says what a proposal said; it may hold only the words that differ."""
    made = known.original.replace(change.original, change.replacement, 1)
    return bool(change.original) and made == known.replacement
