"""Verdicts are given and withdrawn; none is ever edited."""

from factdesk.errors import NotFound
from factdesk.model.article import Article
from factdesk.model.claim import Claim
from factdesk.model.edit import Change, Edit, birth, changed
from factdesk.model.record import Id, utc_now
from factdesk.model.verdict import Basis, Rating, Scale, Verdict
from factdesk.store.store import Store


def current(verdicts: list[Verdict]) -> Verdict | None:
    """Tell the verdict that stands: the last that was not withdrawn."""
    return next((verdict for verdict in reversed(verdicts) if verdict.withdrawn is None), None)


def find_rating(store: Store, article: Article, name: str) -> tuple[Scale, Rating]:
    """Find a rating by code or label in any case: on the article's scale, then on the others.

    Raises:
        NotFound: if no scale of the desk has it.
    """
    scales = sorted(store.scales(), key=lambda scale: scale.id != article.scale)
    prefix, _, rest = name.rpartition(":")
    wanted = _plain(rest)
    for scale in scales:
        if prefix and scale.id != prefix:
            continue
        for rating in scale.ratings:
            if wanted in {_plain(rating.code), _plain(rating.label)}:
                return scale, rating
    offered = ", ".join(rating.code for rating in scales[0].ratings)
    raise NotFound(
        f"No scale of this desk has a rating “{name}”.", f"This article's scale offers: {offered}."
    )


def judge(
    store: Store,
    claim: Claim,
    scale: Scale,
    rating: Rating,
    *,
    rationale: str | None = None,
    checker: Id | None = None,
) -> Edit:
    """Plan a verdict, which supersedes the one before; a rationale becomes the claim's as well."""
    reasoned = claim if rationale is None else claim.model_copy(update={"rationale": rationale})
    verdict = given(store, reasoned, scale, rating, checker)
    reasoning = changed(claim, reasoned)
    return Edit(f"Judge {claim.reference} {rating.label}", (*reasoning, birth(verdict)))


def given(
    store: Store, claim: Claim, scale: Scale, rating: Rating, checker: Id | None = None
) -> Verdict:
    """Make the verdict that a rating of a claim as it stands is."""
    earlier = store.verdicts(claim.id)
    return Verdict(
        claim=claim.id,
        number=max((verdict.number for verdict in earlier), default=0) + 1,
        scale=scale.id,
        rating=rating.code,
        label=rating.label,
        value=rating.value,
        place=rating.place,
        rationale=claim.rationale,
        issues=claim.issues,
        confidence=claim.confidence,
        basis=Basis.REVISION if current(earlier) else Basis.INITIAL,
        checker=checker,
        given=utc_now(),
    )


def withdraw(claim: Claim, verdict: Verdict) -> Edit:
    """Plan to withdraw a verdict; it stays in the history."""
    after = verdict.model_copy(update={"withdrawn": utc_now()})
    return Edit(f"Withdraw verdict on {claim.reference}", (Change(verdict, after),))


def _plain(name: str) -> str:
    return " ".join(name.replace("-", " ").replace("_", " ").casefold().split())
