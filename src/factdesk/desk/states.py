"""How far the work on a claim is: which states may follow which."""

from factdesk.desk import notes, policy, verdicts
from factdesk.desk.claims import set_fields
from factdesk.errors import Refused
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Id
from factdesk.model.workflow import Rule
from factdesk.store.store import Store

#: Whoever is in one of these is done with; only *reopened* leads out.
CLOSED = {WorkState.FINAL, WorkState.WITHDRAWN, WorkState.NOT_CHECKED}

#: Before a verdict is proposed.
EARLY = {
    WorkState.MARKED,
    WorkState.ASSIGNED,
    WorkState.IN_PROGRESS,
    WorkState.EVIDENCE_COMPLETE,
    WorkState.REOPENED,
}


def offered(claim: Claim) -> list[WorkState]:
    """Tell which states may follow."""
    if claim.state in CLOSED:
        return [WorkState.REOPENED]
    return [state for state in WorkState if state not in {claim.state, WorkState.REOPENED}]


def progress(
    store: Store, claim: Claim, state: WorkState, *, reason: str = "", checker: Id | None = None
) -> Edit:
    """Plan to say how far the work is; a reason is kept as a note.

    Raises:
        Refused: if the state may not follow, or something is missing for *final*.
    """
    if state is claim.state:
        return Edit(f"Set {claim.reference} {state.value}", ())
    if state not in offered(claim):
        advice = "Reopen it first." if claim.state in CLOSED else "It is not closed."
        raise Refused(f"{claim.reference} is {claim.state.value}.", advice)
    if state is WorkState.FINAL:
        _insist(store, claim)
    edit = set_fields(f"Set {claim.reference} {state.value}", claim, state=state)
    if not reason.strip():
        return edit
    told = notes.add(claim, f"{state.value.capitalize()}: {reason.strip()}", checker)
    return Edit(edit.title, (*edit.changes, *told.changes))


def _insist(store: Store, claim: Claim) -> None:
    missing = policy.missing_for_final(store, claim)
    if missing:
        needs = ", ".join(one.words for one in missing)
        raise Refused(f"{claim.reference} cannot be final yet.", f"It needs {needs}.")


def cross_off(store: Store, claim: Claim, *, waiver: str = "", checker: Id | None = None) -> Edit:
    """Plan to cross a claim off: confirmed, with its evidence or the reason why none is needed.

    Raises:
        Refused: if there is neither evidence nor a reason, or something else is missing.
    """
    article = store.article(claim.article)
    changes: list[Change] = []
    if verdicts.current(store.verdicts(claim.id)) is None:
        scale = store.scale(article.scale)
        changes += verdicts.judge(store, claim, scale, scale.offered[0], checker=checker).changes
    if waiver.strip():
        changes += policy.exempt(claim, Rule.EVIDENCE, waiver, checker).changes
    lacking = [
        missing
        for missing in policy.missing_for_final(store, claim)
        if not (missing.words == "a verdict" or (waiver and missing.rule is Rule.EVIDENCE))
    ]
    cited = any(piece.stance in policy.BEARING for piece in store.evidence(claim.id))
    if not cited and not waiver.strip() and not store.exemptions(claim.id):
        raise Refused(
            f"{claim.reference} has no evidence.", "Cite a source, or say why none is needed."
        )
    if lacking:
        raise Refused(
            f"{claim.reference} cannot be crossed off yet.",
            f"It needs {', '.join(one.words for one in lacking)}.",
        )
    final = set_fields("", claim, state=WorkState.FINAL)
    kept = [change for change in changes if change.record.id != claim.id]
    return Edit(f"Cross off {claim.reference}", (*kept, *final.changes))
