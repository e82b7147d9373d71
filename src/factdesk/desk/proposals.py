"""Other words for those of the article: proposed, and decided upon."""

from factdesk.errors import Refused
from factdesk.model.claim import Claim
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.record import Id, utc_now
from factdesk.model.workflow import ChangeProposal, Decision, Force


def propose(
    claim: Claim,
    original: str,
    replacement: str,
    *,
    reason: str = "",
    force: Force = Force.SHOULD,
    checker: Id | None = None,
) -> Edit:
    """Plan a proposed change of the article's words.

    Raises:
        Refused: if it changes nothing.
    """
    if replacement.strip() == original.strip():
        raise Refused("That changes nothing.", "Write the words as they should be.")
    proposal = ChangeProposal(
        claim=claim.id,
        original=original,
        replacement=replacement.strip(),
        reason=reason.strip(),
        force=force,
        checker=checker,
        proposed=utc_now(),
    )
    return Edit(f"Propose change for {claim.reference}", (birth(proposal),))


def decide(proposal: ChangeProposal, decision: Decision, checker: Id | None = None) -> Edit:
    """Plan a decision, or to open it again."""
    is_open = decision is Decision.OPEN
    after = proposal.model_copy(
        update={
            "decision": decision,
            "decided_by": None if is_open else checker,
            "decided": None if is_open else utc_now(),
        }
    )
    title = "Reopen change" if is_open else f"Decide change: {decision.value}"
    return Edit(title, (Change(proposal, after),))
