"""Claims are marked, worded, classed, ascribed and taken away."""

from factdesk.errors import Refused
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, AnchorRole, Claim, Claimant, ClaimKind
from factdesk.model.edit import Change, Edit, birth, changed, death
from factdesk.model.record import utc_now
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.anchors import occurrences, surroundings
from factdesk.text.boundaries import snap_to_graphemes


def mark(
    store: Store, version: Version, span: Span, kind: ClaimKind | None = None
) -> tuple[Claim, Edit]:
    """Plan a claim on the words at a place of the version.

    Raises:
        Refused: if there are no words.
    """
    claim = Claim(
        article=version.article,
        number=store.last_reference(version.article) + 1,
        kind=kind,
        marked=utc_now(),
    )
    return claim, Edit("Mark claim", (birth(claim), birth(anchor(claim, version, span))))


def anchor(claim: Claim, version: Version, span: Span) -> Anchor:
    """Tie a claim to a place; its borders are put on those of grapheme clusters.

    Raises:
        Refused: if there are no words.
    """
    inside = 0 <= span.start < span.stop <= len(version.text)
    if not inside or not version.text[span.start : span.stop].strip():
        raise Refused("There are no words to mark here.", "Select the words that are claimed.")
    start, stop = snap_to_graphemes(version.text, span)
    prefix, suffix = surroundings(version.text, Span(start, stop))
    return Anchor(
        claim=claim.id,
        version=version.id,
        start=start,
        stop=stop,
        exact=version.text[start:stop],
        prefix=prefix,
        suffix=suffix,
    )


def also_here(claim: Claim, version: Version, *spans: Span) -> Edit:
    """Plan more places for a claim: it is highlighted every time and asked only once.

    Raises:
        Refused: if there are no words.
    """
    repeat = {"role": AnchorRole.REPEAT}
    places = [anchor(claim, version, span).model_copy(update=repeat) for span in spans]
    where = "here too" if len(places) == 1 else f"in {len(places)} more places"
    return Edit(f"Mark {claim.reference} {where}", tuple(birth(place) for place in places))


def elsewhere(store: Store, claim: Claim, version: Version) -> list[Span]:
    """Find where else the very words of a claim stand, places of its own left out."""
    own = store.anchors(claim.id, version.id)
    if not own:
        return []
    taken = {place.span for place in own}
    return [span for span in occurrences(version.text, own[0].exact) if span not in taken]


def split(store: Store, claim: Claim, version: Version, spans: list[Span]) -> Edit:
    """Plan the parts of a compound claim, each a claim of its own at its place.

    Raises:
        Refused: if a part has no words.
    """
    first = store.last_reference(claim.article) + 1
    births: list[Change] = []
    for number, span in enumerate(spans, first):
        part = Claim(article=claim.article, number=number, parent=claim.id, marked=utc_now())
        births += [birth(part), birth(anchor(part, version, span))]
    return Edit(f"Split {claim.reference}", tuple(births))


def ascribe(store: Store, claim: Claim, name: str) -> Edit:
    """Plan to say who made the claim; a claimant known to the desk is used again."""
    name = name.strip()
    if not name:
        return set_fields("Change claimant", claim, claimant=None)
    known = store.claimant_called(name)
    claimant = known or Claimant(name=name)
    changed = set_fields("Change claimant", claim, claimant=claimant.id)
    return changed if known else Edit(changed.title, (birth(claimant), *changed.changes))


def remove(store: Store, claim: Claim) -> Edit:
    """Plan to take a claim away, with all that hangs on it; undo brings all of it back."""
    freed = (
        Change(part, part.model_copy(update={"parent": None}))
        for part in store.claims_under(claim.id)
    )
    doomed = (death(record) for record in (*store.parts_of_claim(claim.id), claim))
    return Edit(f"Remove {claim.reference}", (*freed, *doomed))


def set_fields(title: str, claim: Claim, **fields: object) -> Edit:
    """Plan to change fields of a claim; where nothing changes the edit is empty.

    Raises:
        Refused: if a value is none of those that the field takes.
    """
    try:
        after = Claim.model_validate(claim.model_dump() | fields)
    except ValueError as error:
        raise Refused(f"That cannot be said of a claim: {_first_line(error)}.") from error
    return Edit(title, changed(claim, after))


def _first_line(error: ValueError) -> str:
    """Say in a line what pydantic says in many."""
    return str(error).split("\n")[2].split("[")[0].strip().rstrip(".")
