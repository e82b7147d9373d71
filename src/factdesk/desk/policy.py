"""What a claim needs to be final: the trade's rules, and the desk's policy on top of them."""

from collections.abc import Collection, Sequence

from factdesk.desk.verdicts import current
from factdesk.model.claim import Claim
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, utc_now
from factdesk.model.remark import Remark
from factdesk.model.sheet import Cited, Missing
from factdesk.model.source import Evidence, Stance
from factdesk.model.verdict import Place, Verdict
from factdesk.model.workflow import Exemption, Priority, Rule
from factdesk.store.store import Store

#: The evidence that bears on a verdict.
BEARING = {Stance.SUPPORTS, Stance.REFUTES, Stance.QUALIFIES}


def missing_for_final(
    store: Store,
    claim: Claim,
    verdict: Verdict | None = None,
    waived: Collection[Rule] = (),
    remarks: Collection[Remark] = (),
) -> list[Missing]:
    """Say what a claim still needs to be final; invariant 6 of the trade and the desk's policy.

    Args:
        store: the desk.
        claim: the claim as it is, or as it would be.
        verdict: the verdict to go by; without one it is the claim's current one.
        waived: rules that are to be waived along with it.
        remarks: open remarks on it that the policy lets block.
    """
    verdict = verdict or current(store.verdicts(claim.id))
    if verdict is None:
        return [Missing("a verdict")]
    looked = bool(store.search_logs(claim.id) or store.contacts(claim.id))
    wanted = [
        *_reasons(claim, verdict),
        *_evidence(verdict, store.evidence(claim.id), looked=looked),
        *_policy(store, claim, verdict, store.house()),
        *_unanswered(remarks),
    ]
    granted = {*waived, *(exemption.rule for exemption in store.exemptions(claim.id))}
    return [missing for missing in wanted if missing.rule is None or missing.rule not in granted]


def exempt(claim: Claim, rule: Rule, reason: str, checker: Id | None) -> Edit:
    """Plan a recorded exception from a rule; reports print its reason."""
    exemption = Exemption(
        claim=claim.id, rule=rule, reason=reason.strip(), checker=checker, granted=utc_now()
    )
    return Edit(f"Exempt {claim.reference} from {rule.value}", (birth(exemption),))


def _reasons(claim: Claim, verdict: Verdict) -> list[Missing]:
    if claim.rationale.strip() or verdict.place is Place.TRUE:
        return []
    return [Missing("a rationale")]


def _evidence(verdict: Verdict, evidence: Sequence[Evidence], *, looked: bool) -> list[Missing]:
    if verdict.place is Place.NOT_APPLICABLE:
        return []
    if verdict.place is Place.UNVERIFIABLE:
        wanted = Missing("a search log or a contact attempt", Rule.EVIDENCE)
        return [] if looked else [wanted]
    if any(piece.stance in BEARING for piece in evidence):
        return []
    return [Missing("evidence that supports, refutes or qualifies", Rule.EVIDENCE)]


def _policy(store: Store, claim: Claim, verdict: Verdict, house: House) -> list[Missing]:
    cited = [
        Cited(piece, store.source(piece.source))
        for piece in store.evidence(claim.id)
        if piece.stance in BEARING
    ]
    wanted = []
    lacking = house.independent_sources - independent(cited)
    if claim.priority is Priority.CENTRAL and lacking > 0 and _is_of_fact(verdict):
        more = f"{lacking} more independent source{'s' if lacking > 1 else ''}"
        wanted.append(Missing(more, Rule.INDEPENDENT_SOURCES))
    if house.archive_required and any(c.source.url and not c.source.archive_url for c in cited):
        wanted.append(Missing("an archive link for each source", Rule.ARCHIVE_LINK))
    others = {signoff.checker for signoff in store.signoffs(claim.id)} - {verdict.checker}
    if house.four_eyes and not others:
        wanted.append(Missing("the sign-off of a second checker", Rule.FOUR_EYES))
    votes = sum(vote.rating == verdict.rating for vote in store.votes(claim.id))
    if votes < house.votes:
        more = f"{house.votes - votes} more vote{'s' if house.votes - votes > 1 else ''}"
        wanted.append(Missing(f"{more} for {verdict.label}"))
    if any(query.is_open for query in store.queries(claim.id)):
        wanted.append(Missing("the writer's answer"))
    return wanted


def _unanswered(remarks: Collection[Remark]) -> list[Missing]:
    sorts = dict.fromkeys(remark.sort for remark in remarks)
    return [Missing(f"“{sort}” put right or set aside") for sort in sorts]


def independent(cited: list[Cited]) -> int:
    """Count independent groups of evidence: pieces of one origin, or of one source, count once."""
    return len({piece.independence or source.id for piece, source in cited})


def _is_of_fact(verdict: Verdict) -> bool:
    return verdict.place not in {Place.NOT_APPLICABLE, Place.UNVERIFIABLE}
