"""What a claim of a kind asks, as a list that the claim keeps."""

from collections.abc import Mapping, Sequence

from factdesk.model.claim import Claim, ClaimKind
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Id, utc_now
from factdesk.model.workflow import Tick

_FIGURE = (
    "What exactly is counted, and who counts it?",
    "For which place and which period?",
    "Is it rounded, estimated or final?",
)
_RANK = (
    "What exactly is counted, and by whose series?",
    "Over what period, and does the series have breaks?",
    "Is there a counter-example in between?",
)
_WORDS = (
    "Are these the very words, in the original language?",
    "What was said before and after?",
    "When, where and to whom was it said?",
)

#: What a checker asks of a claim of a kind.
QUESTIONS: Mapping[ClaimKind, tuple[str, ...]] = {
    ClaimKind.NUMBER: _FIGURE,
    ClaimKind.PERCENTAGE: (*_FIGURE, "Percent of what: or are percentage points meant?"),
    ClaimKind.MONEY: (*_FIGURE, "In which currency, of which year, adjusted for inflation?"),
    ClaimKind.SUPERLATIVE: _RANK,
    ClaimKind.FIRST_SINCE: _RANK,
    ClaimKind.COMPARISON: (
        "Are both sides measured in the same way?",
        "Per head, or in total?",
        "Why this period and this pair?",
    ),
    ClaimKind.TREND: (
        "From when to when, and why from then?",
        "Does the series have breaks?",
        "Is it more than the usual ups and downs?",
    ),
    ClaimKind.CAUSE: (
        "Who says that one caused the other, and how was it shown?",
        "What else happened at the time?",
    ),
    ClaimKind.EVENT: ("Who saw or recorded it?", "When and where, exactly?"),
    ClaimKind.DIRECT_QUOTE: _WORDS,
    ClaimKind.PARAPHRASE: _WORDS,
    ClaimKind.ATTRIBUTION: ("Did they say it themselves?", "When, and is it still their position?"),
}


def suggested(kind: ClaimKind | None) -> tuple[str, ...]:
    """Suggest what to ask of a claim; nothing for a kind without questions of its own."""
    return QUESTIONS.get(kind, ()) if kind else ()


def asked(claim: Claim, ticks: Sequence[Tick]) -> tuple[str, ...]:
    """List what is asked of a claim: what its kind suggests, and what was ticked as another."""
    return tuple(dict.fromkeys([*suggested(claim.kind), *(one.question for one in ticks)]))


def tick(claim: Claim, ticks: Sequence[Tick], question: str, checker: Id | None) -> Edit:
    """Plan to say that a question was gone into; of one that is ticked, to take that back."""
    given = [one for one in ticks if one.question == question]
    if given:
        return Edit("Untick a question", tuple(death(one) for one in given))
    one = Tick(claim=claim.id, question=question, checker=checker, ticked=utc_now())
    return Edit("Tick a question", (birth(one),))
