"""Somebody answers for a claim or an article, over the hash of what it holds at that moment."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from factdesk.desk.states import CLOSED
from factdesk.desk.verdicts import current
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim
from factdesk.model.edit import Edit, birth
from factdesk.model.record import Id, Record, utc_now
from factdesk.model.sheet import Signed
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Role,
    SearchLog,
    SignOff,
)
from factdesk.store.store import Store

#: Places that are nowhere, or nowhere for certain: they cover no words.
_UNDECIDED = {AnchorStatus.NEEDS_REVIEW, AnchorStatus.ORPHANED}


class Covered(NamedTuple):
    """What a sign-off of a claim covers, beside the claim itself."""

    anchors: Iterable[Anchor]
    verdict: Verdict | None
    evidence: Sequence[Evidence]
    sources: Iterable[Source]
    searches: Iterable[SearchLog]
    contacts: Iterable[ContactAttempt]
    proposals: Iterable[ChangeProposal]
    exemptions: Iterable[Exemption]


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


def hash_of(claim: Claim, covered: Covered) -> str:
    """Compute the SHA-256 of a claim and of what belongs to it, in hexadecimal.

    That is the claim without its state and assignee, its words in the current text, its verdict,
    evidence with sources, searches, contacts, changes and exemptions.
    """
    parts: list[Record] = [*([covered.verdict] if covered.verdict else []), *covered.evidence]
    parts += [*covered.sources, *covered.searches, *covered.contacts]
    parts += [*covered.proposals, *covered.exemptions]
    told = {
        "claim": claim.model_dump(mode="json", exclude={"state", "assignee"}),
        "words": [place.exact for place in covered.anchors if place.status not in _UNDECIDED],
        "parts": [part.model_dump(mode="json") for part in parts],
    }
    return _digest(told)


def article_hash(store: Store, article: Article) -> str:
    """Compute the SHA-256 of what a sign-off of the article covers: its text and every claim."""
    claims = store.claims_in(article.id)
    hashed = [(claim, claim_hash(store, claim)) for claim in claims]
    return hash_of_article(store.latest_version(article.id), hashed)


def hash_of_article(version: Version, claims: Iterable[tuple[Claim, str]]) -> str:
    """Compute the SHA-256 of a text and of its claims by their numbers, each with its own."""
    told = [[claim.number, claim.state, covered] for claim, covered in claims]
    return _digest({"text": version.sha256, "claims": told})


def _digest(covered: object) -> str:
    return sha256(json.dumps(covered, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def of_claim(store: Store, claim: Claim) -> list[Signed]:
    """Tell who answers for a claim, and whose word still covers it."""
    given = store.signoffs(claim.id)
    now = claim_hash(store, claim) if given else ""
    return [Signed(signoff, signoff.sha256 == now) for signoff in given]


def of_article(store: Store, article: Article) -> list[Signed]:
    """Tell who answers for an article, and whose word still covers it."""
    given = store.signoffs_of_article(article.id)
    now = article_hash(store, article) if given else ""
    return [Signed(signoff, signoff.sha256 == now) for signoff in given]


def missing_for_signoff(store: Store, article: Article) -> list[str]:
    """Say why an article cannot be signed off yet; invariant 12 of the trade."""
    missing = []
    for claim in store.claims_in(article.id):
        if claim.state not in CLOSED:
            missing.append(f"{claim.reference} is {claim.state.value}")
        if any(proposal.blocks for proposal in store.proposals(claim.id)):
            missing.append(f"a must-fix of {claim.reference} is undecided")
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
    missing = missing_for_signoff(store, article)
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
        sha256=article_hash(store, article),
        override=override.strip() if missing else "",
        signed=utc_now(),
    )
    return Edit(f"Sign off “{article.title}”", (birth(signoff),))
