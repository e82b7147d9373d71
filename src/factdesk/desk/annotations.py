"""Claims from elsewhere put onto an article; what cannot be placed with certainty is listed."""

import re
from typing import NamedTuple
from uuid import UUID, uuid5

from factdesk.desk import claims
from factdesk.importers.claims.base import ForeignClaim, ForeignPlace
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, AnchorRole, AnchorStatus, Claim, Claimant, Note
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, Record, new_id, utc_now
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.anchors import occurrences
from factdesk.text.canonical import canonical

_URN = re.compile(r"urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", re.IGNORECASE)

#: Names the identities that claims get whose own is none of ours.
_ELSEWHERE = UUID("5d1c1f0e-3a52-4b0f-9f06-5e4a3a8f6f11")


class Arrival(NamedTuple):
    """A claim from elsewhere on this article: placed, in need of review, or present already.

    ``quotes`` are those of its places that need review.
    """

    claim: Claim
    status: str
    quotes: tuple[str, ...] = ()


class Arrivals(NamedTuple):
    """What came, in the order in which it came, and the edit that takes it in."""

    edit: Edit
    claims: tuple[Arrival, ...]


def put_on(
    store: Store, version: Version, foreign: list[ForeignClaim], checker: Id | None = None
) -> Arrivals:
    """Plan to take claims from elsewhere onto an article; one that is here already stays."""
    records: list[Record] = []
    arrivals: list[Arrival] = []
    number = store.last_reference(version.article)
    claimants = _Claimants(store)
    for claim in foreign:
        key = _identity(claim, version.article)
        if key in store.identities(Claim, [key]) or key in {record.id for record in records}:
            arrivals.append(Arrival(_present(store, key, records), "present"))
            continue
        number += 1
        ours = _claim(claim, key, version.article, number, claimants)
        anchors = _anchors(claim, ours, version)
        notes = [
            Note(claim=key, text=note, checker=checker, written=ours.marked) for note in claim.notes
        ]
        records += [ours, *anchors, *notes]
        arrivals.append(_arrival(ours, anchors))
    births = tuple(birth(record) for record in (*claimants.new, *records))
    return Arrivals(Edit("Import claims", births), tuple(arrivals))


class _Claimants:
    """Finds claimants by name, and makes those that the desk does not know."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.new: list[Claimant] = []

    def called(self, name: str) -> Id | None:
        if not name.strip():
            return None
        made = next((one for one in self.new if one.name == name), None)
        known = made or self._store.claimant_called(name)
        if known is None:
            known = Claimant(name=name)
            self.new.append(known)
        return known.id


def _claim(
    foreign: ForeignClaim, key: Id, article: Id, number: int, claimants: _Claimants
) -> Claim:
    quote = foreign.places[0].exact if foreign.places else ""
    wording = "" if foreign.wording == quote else foreign.wording
    return Claim(
        id=key,
        article=article,
        number=number,
        wording=wording if foreign.places else wording or (foreign.notes or ("",))[0][:200],
        kind=foreign.kind,
        claimant=claimants.called(foreign.claimant),
        claimed_on=foreign.claimed_on,
        marked=utc_now(),
    )


def _identity(foreign: ForeignClaim, article: Id) -> Id:
    """Keep an identity of ours; make the same of another's each time, so that none comes twice."""
    if not foreign.origin:
        return new_id()
    ours = _URN.fullmatch(foreign.origin)
    if ours:
        return ours[1].lower()
    said = foreign.wording or (foreign.places[0].exact if foreign.places else "")
    return str(uuid5(_ELSEWHERE, f"{article} {foreign.origin} {said}"))


def _present(store: Store, key: Id, records: list[Record]) -> Claim:
    made = next((r for r in records if isinstance(r, Claim) and r.id == key), None)
    return made or store.claim(key)


def _arrival(claim: Claim, anchors: list[Anchor]) -> Arrival:
    doubtful = tuple(
        anchor.exact for anchor in anchors if anchor.status is not AnchorStatus.ANCHORED
    )
    sure = anchors and not doubtful
    return Arrival(claim, "placed" if sure else "needs review", doubtful)


def _anchors(foreign: ForeignClaim, claim: Claim, version: Version) -> list[Anchor]:
    """Place a claim: every place of its own, each once; one that is nowhere is an orphan."""
    anchors: dict[tuple[int, int, str], Anchor] = {}
    for nth, place in enumerate(foreign.places):
        anchor = _anchor(place, claim, version)
        role = AnchorRole.REPEAT if nth else AnchorRole.STATEMENT
        key = (anchor.start, anchor.stop, anchor.exact)
        anchors.setdefault(key, anchor.model_copy(update={"role": role}))
    return list(anchors.values())


def _anchor(place: ForeignPlace, claim: Claim, version: Version) -> Anchor:
    found = occurrences(version.text, place.exact)
    if not found:
        return Anchor(
            claim=claim.id,
            version=version.id,
            start=0,
            stop=max(len(place.exact), 1),
            exact=place.exact,
            prefix=place.prefix,
            suffix=place.suffix,
            status=AnchorStatus.ORPHANED,
        )
    span, sure = _chosen(found, place, version.text)
    status = AnchorStatus.ANCHORED if sure else AnchorStatus.NEEDS_REVIEW
    return claims.anchor(claim, version, span).model_copy(update={"status": status})


def _chosen(found: list[Span], place: ForeignPlace, text: str) -> tuple[Span, bool]:
    """Choose among the places of a quote: sure is only one in the surroundings that are told.

    Where none or several are in them, the nearest to the told position is a candidate.
    """
    fitting = [span for span in found if _fits(span, place, text)]
    if len(fitting) == 1:
        return fitting[0], True
    candidates = fitting or found
    at = place.start or 0
    return min(candidates, key=lambda span: (abs(span.start - at), span.start)), False


def _fits(span: Span, place: ForeignPlace, text: str) -> bool:
    """Tell whether the words around are those that are told, white space taken as alike."""
    before, after = _words(place.prefix), _words(place.suffix)
    reach = 2 * (len(place.prefix) + len(place.suffix)) + 8
    here_before = _words(text[max(0, span.start - reach) : span.start])
    here_after = _words(text[span.stop : span.stop + reach])
    return here_before.endswith(before) and here_after.startswith(after)


def _words(text: str) -> str:
    return "".join(canonical(text).split())
