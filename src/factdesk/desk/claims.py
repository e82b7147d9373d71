"""Claims are marked, worded, classed, ascribed and taken away."""

from collections.abc import Sequence

from factdesk.desk import verdicts
from factdesk.errors import Refused
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, Claim, Claimant, ClaimKind, WorkState
from factdesk.model.edit import Change, Edit, birth, death
from factdesk.model.record import utc_now
from factdesk.model.source import Evidence, Stance
from factdesk.model.span import Span
from factdesk.model.verdict import Place, Verdict
from factdesk.store.store import Store
from factdesk.text.anchors import surroundings
from factdesk.text.boundaries import snap_to_graphemes

#: The evidence that bears on a verdict.
_BEARING = {Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES}


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


def reword(claim: Claim, wording: str) -> Edit:
    """Plan to say the claim in its own words."""
    return _changed("Reword claim", claim, wording=wording.strip())


def explain(claim: Claim, rationale: str) -> Edit:
    """Plan to change the reasoning, in Markdown."""
    return _changed("Change rationale", claim, rationale=rationale)


def classify(claim: Claim, kind: ClaimKind | None) -> Edit:
    """Plan to say what sort of statement it is."""
    return _changed("Change kind", claim, kind=kind)


def ascribe(store: Store, claim: Claim, name: str) -> Edit:
    """Plan to say who made the claim; a claimant known to the desk is used again."""
    name = name.strip()
    if not name:
        return _changed("Change claimant", claim, claimant=None)
    known = store.claimant_called(name)
    claimant = known or Claimant(name=name)
    changed = _changed("Change claimant", claim, claimant=claimant.id)
    return changed if known else Edit(changed.title, (birth(claimant), *changed.changes))


def progress(store: Store, claim: Claim, state: WorkState) -> Edit:
    """Plan to say how far the work is.

    Raises:
        Refused: if the claim shall be final and something is missing for that.
    """
    missing = missing_for_final(store, claim) if state is WorkState.FINAL else []
    if missing:
        raise Refused(f"{claim.reference} cannot be final yet.", f"It needs {', '.join(missing)}.")
    return _changed(f"Set {claim.reference} {state.value}", claim, state=state)


def missing_for_final(store: Store, claim: Claim) -> list[str]:
    """Say in words what a claim still needs to be final: invariant 6 of the trade."""
    standing = verdicts.current(store.verdicts(claim.id))
    return still_missing(claim, standing, store.evidence(claim.id))


def still_missing(claim: Claim, verdict: Verdict | None, evidence: Sequence[Evidence]) -> list[str]:
    """Say what `missing_for_final` says of a claim whose verdict and evidence are at hand."""
    if verdict is None:
        return ["a verdict"]
    missing = []
    if not claim.rationale.strip() and verdict.place is not Place.TRUE:
        missing.append("a rationale")
    stances = {piece.stance for piece in evidence}
    if verdict.place is not Place.UNVERIFIABLE and not stances & _BEARING:
        missing.append("evidence that supports, refutes or qualifies")
    return missing


def remove(store: Store, claim: Claim) -> Edit:
    """Plan to take a claim away, with all that hangs on it; undo brings all of it back."""
    freed = (
        Change(part, part.model_copy(update={"parent": None}))
        for part in store.claims_under(claim.id)
    )
    doomed = (death(record) for record in (*store.parts_of_claim(claim.id), claim))
    return Edit(f"Remove {claim.reference}", (*freed, *doomed))


def _changed(title: str, claim: Claim, **fields: object) -> Edit:
    after = claim.model_copy(update=fields)
    return Edit(title, (Change(claim, after),) if after != claim else ())
