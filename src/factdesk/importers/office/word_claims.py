"""What others have marked in a Word document, as claims: its comments and its tracked changes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from factdesk.importers.claims.base import ForeignChange, ForeignClaim, ForeignPlace
from factdesk.importers.office.word_changes import TrackedChange
from factdesk.importers.office.word_comments import Thread
from factdesk.importers.office.word_edition import Edition, Range

#: How the comments begin that Factdesk itself writes: the claim's reference, and its verdict.
_OURS = re.compile(r"(C[1-9]\d{0,6}) · ")
_LAST = 1 << 62

_Found = tuple[int, ForeignClaim]


def claims(
    threads: Iterable[Thread], changes: Iterable[TrackedChange], now: Edition, then: Edition
) -> tuple[ForeignClaim, ...]:
    """Make claims of comments and changes, in the order of the text; what has no place comes last.

    ``then`` is the text as it was before the changes; the same as ``now`` where there are none.
    """
    found = [
        *(_commented(thread, now, then) for thread in threads),
        *(_changed(change, now, then) for change in changes),
    ]
    seen: Counter[str] = Counter()
    ordered = (claim for _, claim in sorted(found, key=lambda one: one[0]))
    return tuple(_distinct(claim, seen) for claim in _joined(ordered))


def _commented(thread: Thread, now: Edition, then: Edition) -> _Found:
    here = now.range(f"comment {thread.number}")
    there = then.range(f"comment {thread.number}")
    place = now.place(here) if here else None
    former = then.place(there) if there else None
    first = thread.notes[0] if thread.notes else None
    ours = _OURS.match(first.text) if first else None
    claim = ForeignClaim(
        origin=f"comment {first.author} {first.written} {first.text}" if first else "comment",
        reference=ours[1] if ours else "",
        places=(place,) if place else (),
        notes=thread.notes,
    )
    if former and former != place:
        other = claim.model_copy(update={"places": (former,)})
        claim = claim.model_copy(update={"otherwise": other})
    return here.start if here else _LAST, claim


def _changed(change: TrackedChange, now: Edition, then: Edition) -> _Found:
    """Make a proposal of a change: to the words as they were, or made already in those of today."""
    here, there = now.range(f"change {change.number}"), then.range(f"change {change.number}")
    if here is None or there is None:
        return _LAST, _proposal(change, None, change.old, change.new)
    wide_there, wide_here = _with_words(there, here, then, now)
    was, becomes = (there, here) if then.words(there) else (wide_there, wide_here)
    wanted = _proposal(change, then.place(was), then.words(was), now.words(becomes))
    made = _proposal(
        change, now.place(wide_here), then.words(wide_there), now.words(wide_here), made=True
    )
    return here.start, wanted.model_copy(update={"otherwise": made})


def _with_words(there: Range, here: Range, then: Edition, now: Edition) -> tuple[Range, Range]:
    """Where one of the two has no words, widen both by the word beside it."""
    if then.words(there) and now.words(here):
        return there, here
    left, right = now.neighbours(here.start) if then.words(there) else then.neighbours(there.start)
    was, became = there.widened(left, right), here.widened(left, right)
    before = then.text.letters(was.start, there.start) == now.text.letters(became.start, here.start)
    after = then.text.letters(there.stop, was.stop) == now.text.letters(here.stop, became.stop)
    return (was, became) if before and after else (there, here)


def _proposal(
    change: TrackedChange,
    place: ForeignPlace | None,
    original: str,
    replacement: str,
    *,
    made: bool = False,
) -> ForeignClaim:
    return ForeignClaim(
        origin=f"change {change.author} {change.made} {change.old}\N{RIGHTWARDS ARROW}{change.new}",
        places=(place,) if place else (),
        wording="" if place else f"{original} \N{RIGHTWARDS ARROW} {replacement}",
        change=ForeignChange(
            original=original,
            replacement=replacement,
            made=made,
            author=change.author,
            proposed=change.made,
        ),
    )


def _joined(found: Iterable[ForeignClaim]) -> Iterator[ForeignClaim]:
    """Join the comments that Factdesk wrote on the several places of one claim."""
    groups: dict[str, list[ForeignClaim]] = {}
    for number, claim in enumerate(found):
        groups.setdefault(claim.reference or f"{number}", []).append(claim)
    for first, *others in groups.values():
        yield _together(first, others) if others else first


def _together(first: ForeignClaim, others: list[ForeignClaim]) -> ForeignClaim:
    """Give one claim all places, and the answers at any of them."""
    every = (first, *others)
    answers = (note for other in others for note in other.notes[1:])
    told = {"notes": (*first.notes, *answers), "otherwise": None}
    former = tuple(place for one in every for place in (one.otherwise or one).places)
    places = tuple(place for one in every for place in one.places)
    joined = first.model_copy(update={**told, "places": places})
    if former == places:
        return joined
    return joined.model_copy(update={"otherwise": joined.model_copy(update={"places": former})})


def _distinct(claim: ForeignClaim, seen: Counter[str]) -> ForeignClaim:
    """Tell what is the same word for word apart: all that a search and replace has changed."""
    seen[claim.origin] += 1
    if seen[claim.origin] == 1:
        return claim
    return claim.model_copy(update={"origin": f"{claim.origin} {seen[claim.origin]}"})
