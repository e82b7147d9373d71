"""Where to look on this desk: hints of a version, coverage, and what a claim of a kind asks."""

from collections.abc import Iterable, Mapping, Sequence

from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import ClaimKind
from factdesk.model.span import Block, Span
from factdesk.text.hints import Hint, HintSpan, Lexicon, english, hints

#: Which kind of claim a hint becomes when it is accepted.
_KINDS = {
    "number": ClaimKind.NUMBER,
    "duration": ClaimKind.NUMBER,
    "percent": ClaimKind.PERCENTAGE,
    "fraction": ClaimKind.PERCENTAGE,
    "money": ClaimKind.MONEY,
    "superlative": ClaimKind.SUPERLATIVE,
    "first": ClaimKind.FIRST_SINCE,
    "ordinal": ClaimKind.NUMBER,
    "comparison": ClaimKind.COMPARISON,
    "change": ClaimKind.TREND,
    "cause": ClaimKind.CAUSE,
    "event": ClaimKind.EVENT,
}

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


def lexicon_for(language: str) -> Lexicon:
    """Choose the lexicon of a language by its BCP 47 tag; a text of unknown language is English.

    Raises:
        Refused: if there is none.
    """
    if language and language.partition("-")[0].lower() != "en":
        raise Refused(
            f"There are no hints for texts in “{language}” yet.",
            "Hints read English. Everything else works in any language.",
            kind="unsupported",
        )
    return english()


def rows(text: str, blocks: Sequence[Block], language: str) -> list[Hint]:
    """Judge every sentence of a text.

    Raises:
        Refused: if there are no hints for its language.
    """
    return hints(text, blocks, lexicon_for(language))


def of_version(article: Article, version: Version) -> list[Hint]:
    """Judge every sentence of a version; may be called on any thread.

    Raises:
        Refused: if there are no hints for its language.
    """
    return rows(version.text, version.blocks, article.language)


def checkable(judged: Iterable[Hint], threshold: float | None = None) -> list[Hint]:
    """Keep the sentences over the threshold, each once."""
    least = english().threshold if threshold is None else threshold
    return [hint for hint in judged if hint.score >= least and not hint.repeat]


def unmarked(judged: Iterable[Hint], places: Iterable[Span]) -> list[Hint]:
    """Keep the sentences on which no claim has a place: what coverage counts."""
    ordered = sorted(places)
    left, index, reached = [], 0, 0
    for hint in judged:
        while index < len(ordered) and ordered[index].start < hint.stop:
            reached = max(reached, ordered[index].stop)
            index += 1
        if reached <= hint.start:
            left.append(hint)
    return left


def claim_kind(span: HintSpan) -> ClaimKind | None:
    """Tell which kind of claim a hint becomes when it is accepted."""
    return _KINDS.get(span.kind)


def questions(kind: ClaimKind | None) -> tuple[str, ...]:
    """Suggest what to ask of a claim; nothing for a kind without questions of its own."""
    return QUESTIONS.get(kind, ()) if kind else ()
