"""Every wish of the panel is an edit that can be taken back to the exact records."""

from collections.abc import Iterator

import pytest

from factdesk.desk import checkers, claims, evidence, life, sheets, wishes
from factdesk.errors import Refused
from factdesk.model import wishes as words
from factdesk.model.article import Version
from factdesk.model.claim import Checker, Claim, WorkState
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.model.record import Record
from factdesk.model.remark import Remark, Remarked
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance, Visibility
from factdesk.model.span import Span
from factdesk.model.workflow import Decision, Force, Issue, Role, Rule
from factdesk.store.store import Store


@pytest.fixture
def mina(store: Store) -> Checker:
    checker, edit = checkers.introduce(store, "Mina Okafor", (Role.CHECKER,))
    store.apply(edit)
    return checker


@pytest.fixture
def claim(store: Store, version: Version, mina: Checker) -> Claim:
    start = version.text.index("harbour")
    claim, edit = claims.mark(store, version, Span(start, start + 7))
    store.apply(edit, mina.id)
    return claim


def state_of(store: Store, claim: Claim) -> list[Record]:
    return [store.claim(claim.id), *store.parts_of_claim(claim.id), *store.claims_under(claim.id)]


def fulfil(store: Store, claim: Claim, wish: object, who: Checker) -> Edit:
    edit = wishes.plan(store, store.claim(claim.id), wish, who.id)
    store.apply(edit, who.id)
    return edit


def every_wish(store: Store, claim: Claim, who: Checker) -> Iterator[object]:
    """Give wishes in an order in which each can be fulfilled."""
    yield words.FieldWish("priority", "central")
    yield words.FieldWish("issues", (Issue.OUTDATED,))
    yield words.FieldWish("claimed_on", "2026-02")
    yield words.FieldWish("wording", " It led. ", typed=True)
    yield words.ClaimantWish("Robin")
    yield words.AssignWish(who.id)
    yield words.StateWish(WorkState.IN_PROGRESS)
    yield words.TickWish("Who says so?")
    yield words.JudgeWish("true")
    yield words.JudgeWish("")
    yield words.JudgeWish("false")
    yield words.FieldWish("rationale", "Because.\n", typed=True)
    yield words.SearchWish("archive", "tonnage")
    yield words.ContactWish("Press office", "by mail", "When?", "2026-03")
    yield words.ContactAnswer(store.contacts(claim.id)[0].id, "")
    yield words.QueryWish("Where from?", "2026-03-01")
    yield words.QueryAnswer(store.queries(claim.id)[0].id, "The ledger.")
    yield words.ChangeWish("harbour", "port", "style", Force.MUST)
    yield words.DecisionWish(store.proposals(claim.id)[0].id, Decision.STET)
    yield words.NoteWish("Mind the unit.")
    yield words.VoteWish("true")
    yield words.VoteWish("false")
    yield words.SignWish(Role.CHECKER)
    version = store.latest_version(claim.article)
    yield words.PlaceWish((claims.elsewhere(store, claim, version)[0],))
    yield words.RemovalWish("anchor", store.anchors(claim.id, version.id)[1].id)
    yield words.SplitWish((Span(0, 3), Span(4, 11)))
    yield words.ExceptionWish(Rule.INDEPENDENT_SOURCES, "one ledger")
    yield words.CrossOffWish("its own ledger")
    yield words.StateWish(WorkState.REOPENED, "new figures")
    yield words.RemovalWish("searchlog", store.search_logs(claim.id)[0].id)
    yield words.BringBackWish(claim.id, 1)
    yield CiteWish("Ledger", "https://example.org/l", Stance.REFUTES)
    part = store.claims_under(claim.id)[0]
    store.apply(evidence.cite(store, part, CiteWish("Yearbook", "", Stance.SUPPORTS)))
    yield words.TakeOverWish(part.id)
    yield words.SetAsideWish(Remark(Remarked.SINGLE, "one source", claim.id), "the only series")
    yield words.TakeUpWish(store.set_asides(claim.article)[0].id)


def test_every_wish_is_fulfilled_and_taken_back(store: Store, claim: Claim, mina: Checker) -> None:
    fulfilled = set()
    for wish in every_wish(store, claim, mina):
        before = state_of(store, claim)
        edit = fulfil(store, claim, wish, mina)
        after = state_of(store, claim)
        assert after != before, wish
        store.apply(edit.inverse(), mina.id)
        assert state_of(store, claim) == before, wish
        store.apply(edit, mina.id)
        fulfilled.add(type(wish))
    assert fulfilled == set(wishes._PLANS)


def test_a_checker_votes_once_and_may_think_again(
    store: Store, claim: Claim, mina: Checker
) -> None:
    for rating in ("true", "false"):
        fulfil(store, claim, words.VoteWish(rating), mina)
    assert [vote.rating for vote in store.votes(claim.id)] == ["false"]


def test_nobody_can_neither_vote_nor_sign(store: Store, claim: Claim, mina: Checker) -> None:
    fulfil(store, claim, words.JudgeWish("true"), mina)
    for wish in (words.VoteWish("true"), words.SignWish(Role.CHECKER)):
        with pytest.raises(Refused, match="Nobody"):
            wishes.plan(store, store.claim(claim.id), wish, None)


def test_the_last_place_of_a_claim_stays(
    store: Store, claim: Claim, version: Version, mina: Checker
) -> None:
    (place,) = store.anchors(claim.id, version.id)
    with pytest.raises(Refused, match="nowhere else"):
        fulfil(store, claim, words.RemovalWish("anchor", place.id), mina)


def test_evidence_keeps_what_is_said_of_it_when_it_is_changed(
    store: Store, claim: Claim, mina: Checker
) -> None:
    wish = CiteWish(
        "Ledger",
        "https://example.org/l",
        Stance.REFUTES,
        archive_url="https://example.org/kept",
        independence="the port",
        visibility=Visibility.INTERNAL,
        note="mind the break",
        accessed="2025-12",
    )
    fulfil(store, claim, wish, mina)
    (piece,) = store.evidence(claim.id)
    assert (piece.independence, piece.visibility, piece.note, piece.accessed) == (
        "the port",
        Visibility.INTERNAL,
        "mind the break",
        "2025-12",
    )
    assert store.source(piece.source).archive_url == "https://example.org/kept"
    fulfil(store, claim, wish._replace(evidence=piece.id, accessed=None, note=""), mina)
    (changed,) = store.evidence(claim.id)
    assert (changed.accessed, changed.note) == ("2025-12", "")


def test_a_sheet_says_what_is_missing_and_what_may_follow(
    store: Store, claim: Claim, version: Version, mina: Checker
) -> None:
    house = store.house()
    assert isinstance(house, House)
    store.apply(Edit("Policy", (Change(house, house.model_copy(update={"votes": 2})),)))
    fulfil(store, claim, words.JudgeWish("false"), mina)
    sheet = sheets.sheet(store, store.claim(claim.id), version, mina.id)
    assert [missing.words for missing in sheet.missing] == [
        "a rationale",
        "evidence that supports, refutes or qualifies",
        "2 more votes for False",
    ]
    assert WorkState.REOPENED not in sheet.offered
    assert sheet.roles == (Role.CHECKER,)
    assert sheet.house.votes == 2


def test_the_same_words_elsewhere_are_shown_with_what_stands_around(
    store: Store, claim: Claim, version: Version
) -> None:
    first, _second = sheets.elsewhere(store, claim, version)
    assert first.words == "harbour"
    assert first.before.endswith("since 1972 that the ")
    assert first.after.startswith(" overtook")


def test_the_life_of_a_claim_holds_what_hung_on_it(
    store: Store, claim: Claim, mina: Checker
) -> None:
    fulfil(store, claim, words.FieldWish("priority", "central"), mina)
    fulfil(store, claim, words.AssignWish(mina.id), mina)
    fulfil(store, claim, words.SearchWish("archive", "tonnage"), mina)
    (search,) = store.search_logs(claim.id)
    fulfil(store, claim, words.RemovalWish("searchlog", search.id), mina)
    events = life.of_claim(store, claim)
    assert [event.title for event in events] == [
        "Remove search of C1",
        "Log search for C1",
        "Assign C1 to Mina Okafor",
        "Change priority",
        "Mark claim",
        "Mark claim",
    ]
    assert {event.checker for event in events} == {"Mina Okafor"}
    assert "assignee: Mina Okafor" in events[2].words
    assert events[3].words == ("priority: supporting → central",)
    assert [event.number for event in events[:4]] == [0, 1, 3, 2]
