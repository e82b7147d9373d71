"""How far the work on a claim is: which states may follow which."""

from factdesk.desk import notes, policy, remarks, verdicts
from factdesk.desk.claims import set_fields
from factdesk.errors import Refused
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.record import Id
from factdesk.model.sheet import Missing
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
        Refused: if the state may not follow, something is missing for *final*, or it is not said
            why a claim is not checked.
    """
    if state is claim.state:
        return Edit(f"Set {claim.reference} {state.value}", ())
    _insist_on_order(claim, state)
    if state is WorkState.FINAL:
        blocking = remarks.blocking(store, claim)
        _insist_on_all(claim, policy.missing_for_final(store, claim, remarks=blocking))
    if state is WorkState.NOT_CHECKED and not reason.strip():
        raise Refused(f"Why is {claim.reference} not checked?", "Reports say it: give a reason.")
    edit = set_fields(f"Set {claim.reference} {state.value}", claim, state=state)
    if not reason.strip():
        return edit
    told = notes.add(claim, f"{state.value.capitalize()}: {reason.strip()}", checker)
    return Edit(edit.title, (*edit.changes, *told.changes))


def cross_off(store: Store, claim: Claim, *, waiver: str = "", checker: Id | None = None) -> Edit:
    """Plan to cross a claim off: confirmed, with its evidence or the reason why none is needed.

    Raises:
        Refused: if the claim is closed, or anything is missing for *final*.
    """
    _insist_on_order(claim, WorkState.FINAL)
    verdict = verdicts.current(store.verdicts(claim.id))
    changes: list[Change] = []
    if verdict is None:
        scale = store.scale(store.article(claim.article).scale)
        verdict = verdicts.given(store, claim, scale, scale.offered[0], checker)
        changes.append(birth(verdict))
    waived = (Rule.EVIDENCE,) if waiver.strip() else ()
    blocking = remarks.blocking(store, claim)
    _insist_on_all(claim, policy.missing_for_final(store, claim, verdict, waived, blocking))
    for rule in waived:
        changes += policy.exempt(claim, rule, waiver, checker).changes
    final = set_fields("", claim, state=WorkState.FINAL)
    return Edit(f"Cross off {claim.reference}", (*changes, *final.changes))


def _insist_on_order(claim: Claim, state: WorkState) -> None:
    if state not in offered(claim):
        advice = "Reopen it first." if claim.state in CLOSED else "It is not closed."
        raise Refused(f"{claim.reference} is {claim.state.value}.", advice)


def _insist_on_all(claim: Claim, missing: list[Missing]) -> None:
    if missing:
        needs = ", ".join(one.words for one in missing)
        raise Refused(f"{claim.reference} cannot be final yet.", f"It needs {needs}.")
