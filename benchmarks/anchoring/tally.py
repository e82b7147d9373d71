"""Counting how well claims were carried over."""

from collections import Counter, defaultdict
from enum import StrEnum
from typing import NamedTuple

from benchmarks.anchoring.cases import Case, Claim

from factdesk.model.claim import AnchorStatus
from factdesk.model.span import Span
from factdesk.text.anchoring import Outcome

Figures = dict[str, int]


class Truth(StrEnum):
    """What truly became of a claim; torn: cut by more than half, or its parts stand apart."""

    SAME = "same"
    CHANGED = "changed"
    TORN = "torn"
    GONE = "gone"


class Answer(StrEnum):
    """What a claim was answered with."""

    RIGHT = "right"
    WRONG = "wrong"
    FIRST = "asked, true place first"
    OTHER = "asked, another place first"
    ORPHANED = "orphaned"


class Count(NamedTuple):
    """What is counted: touched claims are drawn at the edit, the others anywhere."""

    kind: str
    truth: Truth
    touched: bool
    answer: Answer


Tally = Counter[Count]


def truth(claim: Claim) -> Truth:
    """Class a claim's fate."""
    if claim.fate.place is None:
        return Truth.GONE
    if claim.fate.same_words:
        return Truth.SAME
    return Truth.CHANGED if claim.fate.little else Truth.TORN


def count(tally: Tally, case: Case, claim: Claim, answer: Answer) -> None:
    """Add one answer."""
    tally[Count(case.kind, truth(claim), claim.touched, answer)] += 1


def judged(outcome: Outcome[int], claim: Claim) -> Answer:
    """Judge our own outcome: moved is right only if the words are the same and at their place."""
    if outcome.status in {AnchorStatus.ANCHORED, AnchorStatus.MOVED}:
        right = claim.fate.same_words and outcome.span == claim.fate.place
        return Answer.RIGHT if right else Answer.WRONG
    if outcome.status is AnchorStatus.ORPHANED or outcome.span is None:
        return Answer.ORPHANED
    return Answer.FIRST if _agree(outcome.span, claim.fate.place) else Answer.OTHER


def judged_place(place: Span | None, claim: Claim) -> Answer:
    """Judge a way that never asks: right is any place that is the true one for the most part."""
    if place is None:
        return Answer.ORPHANED
    return Answer.RIGHT if _agree(place, claim.fate.place) else Answer.WRONG


def _agree(one: Span, other: Span | None) -> bool:
    if other is None:
        return False
    common = min(one.stop, other.stop) - max(one.start, other.start)
    return 2 * common >= max(one.stop, other.stop) - min(one.start, other.start)


def figures(tally: Tally, *, touched: bool | None = None) -> dict[str, Figures]:
    """Sum up by kind: how many there were of each truth and how they were answered."""
    table: dict[str, Figures] = defaultdict(lambda: defaultdict(int))
    for key, number in tally.items():
        if touched is None or key.touched == touched:
            for kind in (key.kind, "all"):
                table[kind]["claims"] += number
                table[kind][key.truth] += number
                table[kind][f"{key.truth}: {key.answer}"] += number
                table[kind][key.answer] += number
    return {kind: dict(row) for kind, row in table.items()}


def share(row: Figures, truths: Truth, *answers: Answer) -> float:
    """Give the share of the claims of a truth that were answered so, in per cent."""
    total = row.get(truths, 0)
    return 100 * sum(row.get(f"{truths}: {each}", 0) for each in answers) / total if total else 100
