"""Where to look on this desk: hints of a version, coverage, and what of them is not wanted."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from factdesk.desk.hint_settings import lexicon, settings, threshold
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, ClaimKind
from factdesk.model.edit import Edit, birth, death
from factdesk.model.hint import Dismissal, HintPlace, HintSettings
from factdesk.model.record import Id, utc_now
from factdesk.model.span import Block, BlockKind, Span
from factdesk.store.store import Store
from factdesk.text.canonical import digest
from factdesk.text.hints import Hint, Lexicon, english, hints, hints_in_parts, lexicons
from factdesk.text.hints.language import reads

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


_NAMES = {"en": "English", "de": "German"}
_READ = "Hints read English and German. Everything else works in any language."


def lexicon_for(language: str, text: str = "") -> Lexicon:
    """Choose the lexicon of a language by its BCP 47 tag, else by how the text reads.

    Raises:
        Refused: if there is none.
    """
    if not language:
        return next((one for one in lexicons().values() if reads(text, one)), english())
    known = lexicons().get(language.partition("-")[0].lower())
    if known is None:
        raise Refused(
            f"There are no hints for texts in “{language}” yet.", _READ, kind="unsupported"
        )
    return known


def rows(text: str, blocks: Sequence[Block], language: str) -> list[Hint]:
    """Judge every sentence of a text, as the program is shipped.

    Raises:
        Refused: if there are no hints for its language.
    """
    return hints(text, blocks, lexicon_for(language, text))


def of_version(article: Article, version: Version, chosen: HintSettings) -> list[Hint]:
    """Judge every sentence of a version as the desk wants it; may be called on any thread.

    Raises:
        Refused: if there are no hints for its language.
    """
    known = lexicon_for(article.language, version.text)
    return hints(version.text, version.blocks, lexicon(chosen, known))


def places(article: Article, version: Version, chosen: HintSettings) -> Iterator[list[HintPlace]]:
    """Find what is to be shown of a version's hints, some paragraphs at a time, on any thread.

    Captions have none: they are not counted among what is read either.

    Raises:
        Refused: if there are no hints for its language, or if it is none that it says it is.
    """
    known = lexicon_for(article.language, version.text)
    if not reads(version.text, known):
        name = _NAMES[known.language]
        raise Refused(f"There are no hints: this text does not read like {name}.", _READ)
    for judged in hints_in_parts(version.text, version.blocks, lexicon(chosen, known)):
        yield [
            place
            for hint in checkable(judged, threshold(chosen))
            if not _in_caption(version, hint)
            for place in _places(version, hint)
            if place.kind not in chosen.hidden
        ]


def _in_caption(version: Version, hint: Hint) -> bool:
    block = version.block_at(Span(hint.start, hint.stop))
    return block is not None and version.blocks[block].kind is BlockKind.CAPTION


def _places(version: Version, hint: Hint) -> Iterator[HintPlace]:
    """Give the places in a sentence; where no words stand out, the sentence as a whole."""
    sentence = Span(hint.start, hint.stop)
    words = digest(version.text[hint.start : hint.stop])
    for span in hint.spans:
        yield HintPlace(span.start, span.stop, span.kind, span.reason, sentence, words)
    if not hint.spans:
        yield HintPlace(*sentence, "", _in_all(hint.reasons), sentence, words)


def _in_all(reasons: Sequence[str]) -> str:
    """Join what counts in a sentence to one reason."""
    counted = [reason.partition(": ")[2] for reason in reasons]
    return f"checkable as a whole: {', '.join(counted) or 'a statement of fact'}"


def checkable(judged: Iterable[Hint], least: float | None = None) -> list[Hint]:
    """Keep the sentences from a score on, else from the shipped threshold, each once."""
    least = english().threshold if least is None else least
    return [hint for hint in judged if hint.score >= least and not hint.repeat]


def unmarked_facts(store: Store, article: Article) -> list[HintPlace]:
    """List the checkable sentences that no claim touches, each by its first hint that is wanted.

    Of a text in a language without hints nothing is said.
    """
    version = store.latest_version(article.id)
    try:
        found = list(chain.from_iterable(places(article, version, settings(store))))
    except Refused:
        return []
    dismissed = Dismissed(store.dismissals(article.id))
    marked = _Marked(store.anchors_in(version.id))
    firsts: dict[Span, HintPlace] = {}
    for place in found:
        if not dismissed.has(place) and not marked.touches(place.sentence):
            firsts.setdefault(place.sentence, place)
    return list(firsts.values())


class _Marked:
    """Where claims are; sentences are asked for in the order of the text."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        placed = (one.span for one in anchors if one.status is not AnchorStatus.ORPHANED)
        self._left = deque(sorted(placed))
        self._reached = 0

    def touches(self, sentence: Span) -> bool:
        while self._left and self._left[0].start < sentence.stop:
            self._reached = max(self._reached, self._left.popleft().stop)
        return self._reached > sentence.start


def claim_kind(kind: str) -> ClaimKind | None:
    """Tell which kind of claim a hint of a kind becomes when it is accepted."""
    return _KINDS.get(kind)


class Dismissed:
    """Which hints are not wanted: in every version, while their sentence stands as it was."""

    def __init__(self, dismissals: Iterable[Dismissal]) -> None:
        self._places: dict[str, list[Span]] = {}
        for one in dismissals:
            self._places.setdefault(one.sentence, []).append(Span(one.start, one.stop))

    def has(self, place: HintPlace) -> bool:
        """Tell whether a hint is one of these."""
        known = self._places.get(place.words, ())
        within = _within(place)
        return any(within.touches(other) for other in known)


def dismiss(version: Version, place: HintPlace, checker: Id | None) -> Edit:
    """Plan to want no claim of a hint, in this version and in those to come."""
    start, stop = _within(place)
    one = Dismissal(
        article=version.article,
        sentence=place.words,
        start=start,
        stop=stop,
        exact=version.text[place.start : place.stop],
        checker=checker,
        dismissed=utc_now(),
    )
    return Edit("Dismiss hint", (birth(one),))


def _within(place: HintPlace) -> Span:
    """Tell where in its sentence a hint stands."""
    return Span(place.start - place.sentence.start, place.stop - place.sentence.start)


def restore(store: Store, article: Id) -> Edit:
    """Plan to have all dismissed hints of an article back."""
    return Edit("Restore hints", tuple(death(one) for one in store.dismissals(article)))
