"""A wish for a claim becomes the edit that fulfils it."""

from collections.abc import Callable
from typing import Any

from factdesk.desk import (
    checkers,
    claims,
    evidence,
    history,
    memory,
    notes,
    policy,
    proposals,
    questions,
    remarks,
    research,
    signoffs,
    states,
    verdicts,
)
from factdesk.errors import Refused
from factdesk.model.claim import Anchor, Claim
from factdesk.model.edit import Change, Edit, birth, death
from factdesk.model.record import Id, utc_now
from factdesk.model.sheet import CiteWish
from factdesk.model.wishes import (
    AssignWish,
    BringBackWish,
    ChangeWish,
    ClaimantWish,
    ContactAnswer,
    ContactWish,
    CrossOffWish,
    DecisionWish,
    ExceptionWish,
    FieldWish,
    JudgeWish,
    NoteWish,
    PlaceWish,
    QueryAnswer,
    QueryWish,
    RemovalWish,
    SearchWish,
    SetAsideWish,
    SignWish,
    SplitWish,
    StateWish,
    TakeOverWish,
    TakeUpWish,
    TickWish,
    VoteWish,
)
from factdesk.model.workflow import Vote
from factdesk.store.store import Store

#: Fields whose edits the user knows by another name than their own.
_TITLES = {
    "wording": "Reword claim",
    "claimed_on": "Change date of claim",
    "claimed_where": "Change place of claim",
    "short": "Change short wording",
}


def plan(store: Store, claim: Claim, wish: object, checker: Id | None) -> Edit:
    """Plan what is wished for a claim; ``checker`` is who wishes it.

    Raises:
        Refused: if the trade's rules or the desk's policy forbid it, or it makes no sense.
        NotFound: if it names a record that is gone.
    """
    return _PLANS[type(wish)](store, claim, wish, checker)


def _field(_store: Store, claim: Claim, wish: FieldWish, _checker: Id | None) -> Edit:
    value = wish.value
    if isinstance(value, str) and wish.field != "rationale":
        value = value.strip()
    title = _TITLES.get(wish.field, f"Change {wish.field.replace('_', ' ')}")
    return claims.set_fields(title, claim, **{wish.field: value})


def _assign(store: Store, claim: Claim, wish: AssignWish, _checker: Id | None) -> Edit:
    return checkers.assign(claim, store.checker(wish.checker) if wish.checker else None)


def _judge(store: Store, claim: Claim, wish: JudgeWish, checker: Id | None) -> Edit:
    if not wish.rating:
        standing = verdicts.current(store.verdicts(claim.id))
        return verdicts.withdraw(claim, standing) if standing else Edit("Withdraw verdict", ())
    article = store.article(claim.article)
    scale, rating = verdicts.find_rating(store, article, f"{article.scale}:{wish.rating}")
    return verdicts.judge(store, claim, scale, rating, checker=checker)


def _cite(store: Store, claim: Claim, wish: CiteWish, _checker: Id | None) -> Edit:
    if wish.evidence:
        return evidence.change(store, store.piece_of_evidence(wish.evidence), wish)
    return evidence.cite(store, claim, wish)


def _answer_query(store: Store, claim: Claim, wish: QueryAnswer, _checker: Id | None) -> Edit:
    others = (query for query in store.queries(claim.id) if query.id != wish.query)
    still = any(query.is_open for query in others)
    return research.answer_query(store.query(wish.query), claim, wish.answer, others_open=still)


def _sign(store: Store, claim: Claim, wish: SignWish, checker: Id | None) -> Edit:
    return signoffs.sign_claim(store, claim, wish.role, _somebody(checker))


def _vote(store: Store, claim: Claim, wish: VoteWish, checker: Id | None) -> Edit:
    voter = _somebody(checker)
    earlier = next((vote for vote in store.votes(claim.id) if vote.checker == voter), None)
    cast = Vote(claim=claim.id, rating=wish.rating, checker=voter, given=utc_now())
    if earlier is None:
        return Edit(f"Vote on {claim.reference}", (birth(cast),))
    same = cast.model_copy(update={"id": earlier.id})
    return Edit(f"Change vote on {claim.reference}", (Change(earlier, same),))


def _somebody(checker: Id | None) -> Id:
    if checker is None:
        raise Refused("Nobody is at this desk yet.", "Say who you are first.")
    return checker


def _place(store: Store, claim: Claim, wish: PlaceWish, _checker: Id | None) -> Edit:
    return claims.also_here(claim, store.latest_version(claim.article), *wish.spans)


def _split(store: Store, claim: Claim, wish: SplitWish, _checker: Id | None) -> Edit:
    return claims.split(store, claim, store.latest_version(claim.article), [*wish.spans])


def _remove(store: Store, claim: Claim, wish: RemovalWish, _checker: Id | None) -> Edit:
    record = store.record(wish.kind, wish.record)
    if record is None:
        return Edit("Remove", ())
    if isinstance(record, Anchor) and len(store.anchors(claim.id, record.version)) == 1:
        raise Refused(
            f"{claim.reference} stands nowhere else.", "Remove the claim, or mark it here too."
        )
    return Edit(f"Remove {_words(wish.kind)} of {claim.reference}", (death(record),))


def _words(kind: str) -> str:
    return {
        "anchor": "place",
        "searchlog": "search",
        "contactattempt": "contact",
        "changeproposal": "change",
        "exemption": "exception",
        "signoff": "sign-off",
    }.get(kind, kind)


_PLANS: dict[type, Callable[[Store, Claim, Any, Id | None], Edit]] = {
    FieldWish: _field,
    ClaimantWish: lambda store, claim, wish, _who: claims.ascribe(store, claim, wish.name),
    AssignWish: _assign,
    StateWish: lambda store, claim, wish, who: states.progress(
        store, claim, wish.state, reason=wish.reason, checker=who
    ),
    CrossOffWish: lambda store, claim, wish, who: states.cross_off(
        store, claim, waiver=wish.waiver, checker=who
    ),
    ExceptionWish: lambda _store, claim, wish, who: policy.exempt(
        claim, wish.rule, wish.reason, who
    ),
    JudgeWish: _judge,
    CiteWish: _cite,
    TakeOverWish: lambda store, claim, wish, _who: memory.take_over(store, claim, wish.earlier),
    SetAsideWish: lambda _store, claim, wish, who: remarks.set_aside(
        claim.article, wish.remark, wish.reason, who
    ),
    TakeUpWish: lambda store, _claim, wish, _who: remarks.take_up_again(
        store.set_aside(wish.aside)
    ),
    SearchWish: lambda _store, claim, wish, who: research.log_search(
        claim, **wish._asdict(), checker=who
    ),
    ContactWish: lambda _store, claim, wish, who: research.contact(
        claim, **wish._asdict(), checker=who
    ),
    ContactAnswer: lambda store, _claim, wish, _who: research.answer_contact(
        store.contact(wish.contact), wish.answer
    ),
    QueryWish: lambda _store, claim, wish, who: research.ask_writer(
        claim, **wish._asdict(), checker=who
    ),
    QueryAnswer: _answer_query,
    ChangeWish: lambda _store, claim, wish, who: proposals.propose(
        claim, **wish._asdict(), checker=who
    ),
    DecisionWish: lambda store, _claim, wish, who: proposals.decide(
        store.proposal(wish.proposal), wish.decision, who
    ),
    TickWish: lambda store, claim, wish, who: questions.tick(
        claim, store.ticks(claim.id), wish.question, who
    ),
    NoteWish: lambda _store, claim, wish, who: notes.add(claim, wish.text, who),
    SignWish: _sign,
    VoteWish: _vote,
    PlaceWish: _place,
    SplitWish: _split,
    RemovalWish: _remove,
    BringBackWish: lambda store, _claim, wish, _who: history.bring_back(
        store, wish.record, wish.number
    ),
}
