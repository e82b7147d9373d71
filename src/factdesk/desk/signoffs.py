"""Somebody answers for a claim or an article, over the hash of what it holds at that moment."""

from factdesk.desk.covered import Covered, hash_of
from factdesk.desk.dossiers import article_hash, dossier, signed
from factdesk.desk.states import CLOSED
from factdesk.desk.verdicts import current
from factdesk.errors import Refused
from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, utc_now
from factdesk.model.sheet import Hindrance, Signed
from factdesk.model.workflow import Role, SignOff
from factdesk.store.store import Store


def claim_hash(store: Store, claim: Claim) -> str:
    """Compute the SHA-256 of what a sign-off of the claim covers, in hexadecimal."""
    version = store.latest_version(claim.article)
    evidence = store.evidence(claim.id)
    covered = Covered(
        anchors=store.anchors(claim.id, version.id),
        verdict=current(store.verdicts(claim.id)),
        evidence=evidence,
        sources=[store.source(piece.source) for piece in evidence],
        searches=store.search_logs(claim.id),
        contacts=store.contacts(claim.id),
        proposals=store.proposals(claim.id),
        exemptions=store.exemptions(claim.id),
    )
    return hash_of(claim, covered)


def of_claim(store: Store, claim: Claim) -> list[Signed]:
    """Tell who answers for a claim, and whose word still covers it."""
    given = store.signoffs(claim.id)
    now = claim_hash(store, claim) if given else ""
    return [Signed(signoff, signoff.sha256 == now) for signoff in given]


def of_article(store: Store, article: Article) -> list[Signed]:
    """Tell who answers for an article, and whose word still covers it."""
    if not store.signoffs_of_article(article.id):
        return []
    return [*signed(dossier(store, article), None)]


def missing_for_signoff(store: Store, article: Article) -> list[Hindrance]:
    """Say why an article cannot be signed off yet; invariant 12 of the trade."""
    missing = []
    for claim in store.claims_in(article.id):
        if claim.state not in CLOSED:
            missing.append(Hindrance(f"{claim.reference} is {claim.state.value}", claim.id))
        if any(proposal.blocks for proposal in store.proposals(claim.id)):
            missing.append(Hindrance(f"a must-fix of {claim.reference} is undecided", claim.id))
    return missing


def sign_claim(store: Store, claim: Claim, role: Role, checker: Id) -> Edit:
    """Plan to answer for a claim as it is now.

    Raises:
        Refused: if it has no verdict.
    """
    if current(store.verdicts(claim.id)) is None:
        raise Refused(f"{claim.reference} has no verdict to sign.", "Judge it first.")
    signoff = SignOff(
        article=claim.article,
        claim=claim.id,
        role=role,
        checker=checker,
        sha256=claim_hash(store, claim),
        signed=utc_now(),
    )
    return Edit(f"Sign off {claim.reference}", (birth(signoff),))


def sign_article(
    store: Store, article: Article, role: Role, checker: Id, override: str = ""
) -> Edit:
    """Plan to answer for an article as it is now.

    Raises:
        Refused: if something is missing and no reason is given to sign nevertheless.
    """
    missing = [one.words for one in missing_for_signoff(store, article)]
    if missing and not override.strip():
        shown = "; ".join(missing[:5]) + (f"; and {len(missing) - 5} more" if missing[5:] else "")
        raise Refused(
            "The article cannot be signed off yet.",
            f"{shown}. Signing nevertheless needs a reason, which reports print.",
        )
    signoff = SignOff(
        article=article.id,
        role=role,
        checker=checker,
        sha256=article_hash(dossier(store, article)),
        override=override.strip() if missing else "",
        signed=utc_now(),
    )
    return Edit(f"Sign off “{article.title}”", (birth(signoff),))
