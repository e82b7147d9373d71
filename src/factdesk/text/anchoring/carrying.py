"""Carrying claims over a changed text: an outcome for each, and none in silence."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from factdesk.model.claim import AnchorStatus
from factdesk.model.span import Span
from factdesk.text.anchoring.aligning import align
from factdesk.text.anchoring.alignment import Alignment
from factdesk.text.anchoring.candidates import Candidate, Search
from factdesk.text.anchoring.certainty import Certainty
from factdesk.text.anchoring.likeness import Window, window
from factdesk.text.anchoring.words import Words
from factdesk.text.sentences import sentence_around

Key = TypeVar("Key", bound=Hashable)

#: Below this likeness the best place there is goes for another one: the claim is orphaned.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Key]):
    """What has become of a place.

    ``span`` is where it is now, for a review the best candidate, of an orphan None. The candidates
    stand best first; those of an orphan are weak.
    """

    key: Key
    status: AnchorStatus
    span: Span | None
    candidates: tuple[Candidate, ...] = ()


def carry(old: str, new: str, places: Iterable[tuple[Key, Span]]) -> list[Outcome[Key]]:
    """Tell for every place in an old text where it is in the new one.

    Anchored and moved are asserted only where they are certain; see `certainty`.
    """
    carrier = Carrier(align(old, new))
    return [carrier.outcome(key, span) for key, span in places]


class Carrier:
    """Carries places over one alignment."""

    def __init__(self, sides: Alignment) -> None:
        self.sides = sides
        self._certainty = Certainty(sides, Words(sides.plain_old), Words(sides.plain_new))
        self._search = Search(sides.new, Words(sides.plain_new))

    def outcome(self, key: Key, span: Span) -> Outcome[Key]:
        """Tell where a place is now."""
        kept = self.sides.around(span)
        if kept is None or not self._certainty.about(span, kept):
            return self.review(key, span)
        place = Span(span.start + kept.shift, span.stop + kept.shift)
        return Outcome(key, AnchorStatus.ANCHORED if not kept.shift else AnchorStatus.MOVED, place)

    def review(self, key: Key, span: Span) -> Outcome[Key]:
        """Leave a place to a person to decide, with the candidates there are."""
        sentence = sentence_around(self.sides.old, span)
        return doubtful(
            key,
            self._search.candidates(
                window(self.sides.old, span),
                self.sides.old[sentence.start : sentence.stop],
                self._nearby(span),
                self.sides.counterpart(span),
            ),
        )

    def recall(self, key: Key, lost: Window) -> Outcome[Key]:
        """Look for an orphan again: the words may be back."""
        return doubtful(key, self._search.candidates(lost, "".join(lost), ()))

    def _nearby(self, span: Span) -> Iterator[Span]:
        kept = self.sides.around(span)
        if kept is not None:
            yield Span(span.start + kept.shift, span.stop + kept.shift)


def doubtful(key: Key, candidates: tuple[Candidate, ...]) -> Outcome[Key]:
    """Make the outcome of a place that is not certain."""
    if candidates and candidates[0].likeness >= ALIKE:
        return Outcome(key, AnchorStatus.NEEDS_REVIEW, candidates[0].span, candidates)
    return Outcome(key, AnchorStatus.ORPHANED, None, candidates)
