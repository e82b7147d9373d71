"""Marks, judges, cites, rewords, removes and undoes in any order come back to the exact rows."""

from contextlib import suppress
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.story import import_story

from factdesk.desk import (
    articles,
    checkers,
    claims,
    evidence,
    hint_settings,
    hints,
    notes,
    opening,
    policy,
    proposals,
    questions,
    remarks,
    research,
    signoffs,
    states,
    verdicts,
)
from factdesk.desk.reports import gather
from factdesk.errors import Refused
from factdesk.model.claim import Claim, ClaimKind, WorkState
from factdesk.model.edit import Edit
from factdesk.model.hint import HintPlace
from factdesk.model.remark import Remark, Remarked
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance
from factdesk.model.span import Span
from factdesk.model.workflow import Decision, Force, Role, Rule
from factdesk.store.rows import TYPES
from factdesk.store.store import Store

Rows = dict[str, list[tuple[Any, ...]]]


def rows(store: Store) -> Rows:
    """All records as they lie in the file, without the keys that only search uses."""
    return {
        table: sorted(
            (tuple(row)[1:] for row in store._connection.execute(f"SELECT * FROM {table}")),  # noqa: S608
            key=repr,
        )
        for table in TYPES
    }


class DeskMachine(RuleBasedStateMachine):
    """A checker who does anything in any order."""

    @initialize()
    def open(self) -> None:
        self.store = Store.in_memory()
        opening.found(self.store)
        self.article = import_story(self.store)
        self.done: list[tuple[Rows, Edit]] = []
        self.undone: list[tuple[Rows, Edit]] = []

    def commit(self, edit: Edit) -> None:
        self.done.append((rows(self.store), edit))
        self.undone.clear()
        self.store.apply(edit)

    def claim(self, pick: int) -> Claim:
        known = self.store.claims_in(self.article.id)
        return known[pick % len(known)]

    def has_claims(self) -> bool:
        return bool(self.store.claim_ids(self.article.id))

    @rule(start=st.integers(0, 200), length=st.integers(1, 60))
    def mark(self, start: int, length: int) -> None:
        version = self.store.latest_version(self.article.id)
        start = start % (len(version.text) - 1)
        span = Span(start, min(start + length, len(version.text)))
        if version.text[span.start : span.stop].strip():
            self.commit(claims.mark(self.store, version, span)[1])

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), rating=st.sampled_from(["true", "false", "exaggerated"]))
    def judge(self, pick: int, rating: str) -> None:
        scale, found = verdicts.find_rating(self.store, self.article, rating)
        self.commit(verdicts.judge(self.store, self.claim(pick), scale, found, rationale="*why*"))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def withdraw(self, pick: int) -> None:
        claim = self.claim(pick)
        if standing := verdicts.current(self.store.verdicts(claim.id)):
            self.commit(verdicts.withdraw(claim, standing))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), url=st.sampled_from(["", "https://example.org/a"]))
    def cite(self, pick: int, url: str) -> None:
        wish = CiteWish(title="Port statistics", url=url, stance=Stance.REFUTES, locator="p. 3")
        self.commit(evidence.cite(self.store, self.claim(pick), wish))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), words=st.text(max_size=20))
    def reword(self, pick: int, words: str) -> None:
        words = words.encode("utf-8", "ignore").decode()
        self.commit(claims.set_fields("Reword claim", self.claim(pick), wording=words))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), name=st.sampled_from(["", "Mina Okafor", "Port authority"]))
    def ascribe(self, pick: int, name: str) -> None:
        self.commit(claims.ascribe(self.store, self.claim(pick), name))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), kind=st.sampled_from([None, *ClaimKind]))
    def classify(self, pick: int, kind: ClaimKind | None) -> None:
        self.commit(claims.set_fields("Change kind", self.claim(pick), kind=kind))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def note(self, pick: int) -> None:
        self.commit(notes.add(self.claim(pick), "Call them again."))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), state=st.sampled_from(WorkState))
    def progress(self, pick: int, state: WorkState) -> None:
        with suppress(Refused):
            self.commit(states.progress(self.store, self.claim(pick), state, reason="because"))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), waiver=st.sampled_from(["", "her own card"]))
    def cross_off(self, pick: int, waiver: str) -> None:
        with suppress(Refused):
            self.commit(states.cross_off(self.store, self.claim(pick), waiver=waiver))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def look_and_ask(self, pick: int) -> None:
        self.commit(research.log_search(self.claim(pick), "archive", "tonnage", "nothing"))
        self.commit(research.contact(self.claim(pick), "Port authority", deadline="2026-12"))
        self.commit(research.ask_writer(self.claim(pick), "Where from?"))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def answer(self, pick: int) -> None:
        claim = self.claim(pick)
        waiting = [query for query in self.store.queries(claim.id) if query.is_open]
        if waiting:
            more = len(waiting) > 1
            self.commit(research.answer_query(waiting[0], claim, "Seen.", others_open=more))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), decision=st.sampled_from(Decision))
    def propose_and_decide(self, pick: int, decision: Decision) -> None:
        self.commit(proposals.propose(self.claim(pick), "these", "those", force=Force.MUST))
        self.commit(proposals.decide(self.store.proposals(self.claim(pick).id)[-1], decision))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), override=st.sampled_from(["", "printing tonight"]))
    def sign(self, pick: int, override: str) -> None:
        me = self.store.checkers()[0].id
        with suppress(Refused):
            self.commit(signoffs.sign_claim(self.store, self.claim(pick), Role.CHECKER, me))
        with suppress(Refused):
            self.commit(signoffs.sign_article(self.store, self.article, Role.EDITOR, me, override))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def exempt_and_assign(self, pick: int) -> None:
        self.commit(policy.exempt(self.claim(pick), Rule.EVIDENCE, "seen by eye", None))
        self.commit(checkers.assign(self.claim(pick), self.store.checkers()[0]))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), start=st.integers(0, 150))
    def also_here_and_split(self, pick: int, start: int) -> None:
        version = self.store.latest_version(self.article.id)
        span = Span(start, start + 40)
        self.commit(claims.also_here(self.claim(pick), version, span))
        self.commit(claims.split(self.store, self.claim(pick), version, [span]))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99), which=st.integers(0, 2))
    def tick(self, pick: int, which: int) -> None:
        claim = self.claim(pick)
        question = questions.QUESTIONS[ClaimKind.NUMBER][which]
        self.commit(questions.tick(claim, self.store.ticks(claim.id), question, None))

    @rule(start=st.integers(0, 100), length=st.integers(1, 50))
    def dismiss(self, start: int, length: int) -> None:
        version = self.store.latest_version(self.article.id)
        sentence = Span(0, len(version.text))
        stop = min(start + length, sentence.stop)
        place = HintPlace(start, stop, "number", "a figure", sentence, version.sha256)
        self.commit(hints.dismiss(version, place, self.store.checkers()[0].id))
        assert hints.Dismissed(self.store.dismissals(self.article.id)).has(place)

    @rule()
    def restore(self) -> None:
        self.commit(hints.restore(self.store, self.article.id))
        assert not self.store.dismissals(self.article.id)

    @rule(
        threshold=st.none() | st.floats(0, 1), hidden=st.sets(st.sampled_from(["event", "first"]))
    )
    def choose_hints(self, threshold: float | None, hidden: set[str]) -> None:
        table = '{"weights":{"event":[0.1,2]}}' if hidden else "{}"
        fields = {"threshold": threshold, "hidden": tuple(sorted(hidden)), "lexicon": table}
        self.commit(hint_settings.choose(self.store, **fields))

    @rule(pick=st.integers(0, 99))
    def set_aside(self, pick: int) -> None:
        claim = self.claim(pick).id if self.has_claims() else ""
        remark = Remark(Remarked.SINGLE, "one source", claim, quote="ferries")
        self.commit(remarks.set_aside(self.article.id, remark, "seen", None))

    @rule()
    def take_up_again(self) -> None:
        for aside in self.store.set_asides(self.article.id):
            self.commit(remarks.take_up_again(aside))

    @precondition(has_claims)
    @rule(pick=st.integers(0, 99))
    def remove_claim(self, pick: int) -> None:
        self.commit(claims.remove(self.store, self.claim(pick)))

    @rule()
    def undo(self) -> None:
        if self.done:
            before, edit = self.done.pop()
            self.undone.append((rows(self.store), edit))
            self.store.apply(edit.inverse())
            assert rows(self.store) == before

    @rule()
    def redo(self) -> None:
        if self.undone:
            after, edit = self.undone.pop()
            self.done.append((rows(self.store), edit))
            self.store.apply(edit)
            assert rows(self.store) == after

    @rule()
    def remove_the_article_and_bring_it_back(self) -> None:
        before = rows(self.store)
        edit = articles.remove(self.store, self.article)
        self.store.apply(edit)
        assert not self.store.article_ids()
        self.store.apply(edit.inverse())
        assert rows(self.store) == before

    @invariant()
    def nothing_is_wrong_with_the_desk(self) -> None:
        assert list(self.store.findings()) == []

    @invariant()
    def a_report_holds_every_claim_once(self) -> None:
        report = gather(self.store, self.article)
        told = [finding.claim.number for finding in report.findings]
        assert sorted(told) == [number for _, number in self.store.claim_ids(self.article.id)]

    def teardown(self) -> None:
        while self.done:
            self.undo()
        self.store.close()


DeskMachine.TestCase.settings = settings(max_examples=25, stateful_step_count=40, deadline=None)
TestAnyOrder = DeskMachine.TestCase
