"""Where to look on this desk: hints of a version, coverage, and what of them is not wanted."""

from collections.abc import Iterable, Sequence

from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import ClaimKind
from factdesk.model.edit import Edit, birth, death
from factdesk.model.hint import Dismissal
from factdesk.model.record import Id, utc_now
from factdesk.model.span import Block, Span
from factdesk.store.store import Store
from factdesk.text.canonical import digest
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


class Dismissed:
    """Which hints are not wanted: in every version, while their sentence stands as it was."""

    def __init__(self, dismissals: Iterable[Dismissal]) -> None:
        self._places: dict[str, list[Span]] = {}
        for one in dismissals:
            self._places.setdefault(one.sentence, []).append(Span(one.start, one.stop))

    def has(self, text: str, sentence: Span, place: Span) -> bool:
        """Tell whether a place in a sentence of the text is one of these."""
        if not self._places:
            return False
        within = Span(place.start - sentence.start, place.stop - sentence.start)
        known = self._places.get(digest(text[sentence.start : sentence.stop]), ())
        return any(within.touches(other) for other in known)


def dismiss(version: Version, sentence: Span, place: Span, checker: Id | None) -> Edit:
    """Plan to want no claim of a hint, in this version and in those to come."""
    one = Dismissal(
        article=version.article,
        sentence=digest(version.text[sentence.start : sentence.stop]),
        start=place.start - sentence.start,
        stop=place.stop - sentence.start,
        exact=version.text[place.start : place.stop],
        checker=checker,
        dismissed=utc_now(),
    )
    return Edit("Dismiss hint", (birth(one),))


def restore(store: Store, article: Id) -> Edit:
    """Plan to have all dismissed hints of an article back."""
    return Edit("Restore hints", tuple(death(one) for one in store.dismissals(article)))
