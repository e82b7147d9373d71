"""What a claim of a kind asks, and what of it is ticked."""

import pytest

from factdesk.desk import claims, questions
from factdesk.model.article import Version
from factdesk.model.claim import Claim, ClaimKind
from factdesk.model.span import Span
from factdesk.store.store import Store


@pytest.fixture
def claim(store: Store, version: Version) -> Claim:
    made, edit = claims.mark(store, version, Span(0, 12), ClaimKind.SUPERLATIVE)
    store.apply(edit)
    return made


def test_a_superlative_asks_for_a_counter_example() -> None:
    assert any("counter-example" in one for one in questions.suggested(ClaimKind.SUPERLATIVE))
    assert questions.suggested(None) == ()
    assert questions.suggested(ClaimKind.OTHER) == ()


def test_a_tick_says_who_and_a_second_takes_it_back(store: Store, claim: Claim) -> None:
    first, second, *_ = questions.suggested(claim.kind)
    me = store.checkers()[0].id
    for question in (first, second, first):
        store.apply(questions.tick(claim, store.ticks(claim.id), question, me))
    (one,) = store.ticks(claim.id)
    assert (one.question, one.checker) == (second, me)


def test_ticks_go_and_come_back_with_their_claim(store: Store, claim: Claim) -> None:
    store.apply(questions.tick(claim, [], "Who says so?", None))
    edit = claims.remove(store, claim)
    store.apply(edit)
    assert store.ticks(claim.id) == []
    store.apply(edit.inverse())
    assert [one.question for one in store.ticks(claim.id)] == ["Who says so?"]
