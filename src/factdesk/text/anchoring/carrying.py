"""Carrying claims over a changed text: an outcome for each, and none in silence."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from factdesk.model.claim import AnchorStatus
from factdesk.model.span import Span
from factdesk.text.anchoring.aligning import align
from factdesk.text.anchoring.candidates import WEAK, Candidate, Search
from factdesk.text.anchoring.certainty import Certainty
from factdesk.text.anchoring.likeness import Window, window
from factdesk.text.anchoring.plain import plain
from factdesk.text.anchoring.repaired import Repaired
from factdesk.text.anchoring.words import Words
from factdesk.text.boundaries import snap_to_graphemes
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

    Anchored and moved are asserted only where they are certain; see `certainty`. In the same text
    every place is certain, even one without a letter.
    """
    if old == new:
        return [Outcome(key, AnchorStatus.ANCHORED, span) for key, span in places]
    carrier = Carrier(old, new)
    return [carrier.outcome(key, span) for key, span in places]


class Carrier:
    """Carries places from one text to another; the two are aligned as they would be repaired."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._was, self._is = Repaired(old), Repaired(new)
        self._sides = align(self._was.text, self._is.text)
        self._new_words = Words(self._sides.plain_new)
        self._certainty = Certainty(self._sides, Words(self._sides.plain_old), self._new_words)

    @cached_property
    def _search(self) -> Search:
        is_whole = self._is.text == self.new
        return Search(self.new, self._new_words if is_whole else Words(plain(self.new)))

    def outcome(self, key: Key, span: Span) -> Outcome[Key]:
        """Tell where a place is now."""
        place = self._kept(span)
        if place is None or not self._is_intact(span, place) or not self._is_certain(span):
            return self.review(key, span)
        return Outcome(key, AnchorStatus.ANCHORED if place == span else AnchorStatus.MOVED, place)

    def review(self, key: Key, span: Span) -> Outcome[Key]:
        """Leave a place to a person to decide, with the candidates there are."""
        sentence = sentence_around(self.old, span)
        kept = self._kept(span)
        candidates = self._search.candidates(
            window(self.old, span),
            self.old[sentence.start : sentence.stop],
            [kept] if kept else [],
            self._is.outward(self._sides.counterpart(self._was.inward(span))),
        )
        return doubtful(key, candidates, WEAK if self._kept(sentence) else ALIKE)

    def recall(self, key: Key, lost: Window) -> Outcome[Key]:
        """Look for an orphan again: the words may be back."""
        return doubtful(key, self._search.candidates(lost, "".join(lost), ()))

    def _kept(self, span: Span) -> Span | None:
        """Tell where the run has gone that a place lies in, if it lies in one."""
        place = self._was.inward(span)
        kept = self._sides.around(place)
        if kept is None:
            return None
        return self._is.outward(Span(place.start + kept.shift, place.stop + kept.shift))

    def _is_certain(self, span: Span) -> bool:
        place = self._was.inward(span)
        kept = self._sides.around(place)
        return kept is not None and self._certainty.about(place, kept)

    def _is_intact(self, span: Span, place: Span) -> bool:
        """Tell whether the words are the same to the letter; no cluster is split at their ends."""
        same = self.old[span.start : span.stop] == self.new[place.start : place.stop]
        return same and snap_to_graphemes(self.new, place) == place


def doubtful(key: Key, candidates: tuple[Candidate, ...], least: float = ALIKE) -> Outcome[Key]:
    """Make the outcome of a place that is not certain."""
    if candidates and candidates[0].likeness >= least:
        return Outcome(key, AnchorStatus.NEEDS_REVIEW, candidates[0].span, candidates)
    return Outcome(key, AnchorStatus.ORPHANED, None, candidates)
