"""Where places come from: what each was in the versions before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from factdesk.model.article import Version
from factdesk.model.claim import UNDECIDED, Anchor, AnchorStatus
from factdesk.model.record import Id
from factdesk.store.store import Store
from factdesk.text.anchoring.carrying import Carrier, Outcome
from factdesk.text.anchoring.likeness import Window
from factdesk.text.anchors import CONTEXT

#: What has become of the places of the version before, by the anchor there.
Outcomes = tuple[Outcome[Anchor], ...]


def carried(before: Version, version: Version, anchors: Iterable[Anchor]) -> Outcomes:
    """Tell where the places of one version are in another.

    A place that waits for a person goes on waiting; the words of an orphan are looked for again.
    """
    carrier = _carrier(before.text, version.text)
    return tuple(_outcome(carrier, anchor) for anchor in anchors)


def last_certain(
    store: Store, version: Version, anchors: Iterable[Anchor]
) -> dict[Id, tuple[Version, Anchor]]:
    """Tell for places of a version where each last was certain, by its identity now.

    What never was certain is not in there.
    """
    sought = {anchor.id: anchor for anchor in anchors}
    found: dict[Id, tuple[Version, Anchor]] = {}
    for before, after in steps_back(store, version):
        sought = _were(store, before, after, sought)
        certain = {key: one for key, one in sought.items() if one.status not in UNDECIDED}
        found |= {key: (before, one) for key, one in certain.items()}
        sought = {key: one for key, one in sought.items() if key not in certain}
        if not sought:
            break
    return found


def origins(
    store: Store, version: Version, anchors: Iterable[Anchor], number: int
) -> dict[Id, Anchor]:
    """Give for places of a version what each was in an earlier one, by its identity now.

    What came later is not in there.
    """
    sought = {anchor.id: anchor for anchor in anchors}
    for before, after in steps_back(store, version):
        if before.number < number:
            break
        sought = _were(store, before, after, sought)
    return sought


def _were(
    store: Store, before: Version, after: Version, places: dict[Id, Anchor]
) -> dict[Id, Anchor]:
    """Go one version back with each place."""
    made_of = parents(store, before, after, places.values())
    return {key: made_of[one.id].key for key, one in places.items() if one.id in made_of}


def steps_back(store: Store, version: Version) -> Iterator[tuple[Version, Version]]:
    """Give each version with the one after it, from the given one back to the first."""
    known = [one for one in store.versions(version.article) if one.number <= version.number]
    for after, before in pairwise(reversed(known)):
        yield before, after


def parents(
    store: Store, before: Version, after: Version, anchors: Iterable[Anchor]
) -> dict[Id, Outcome[Anchor]]:
    """Find for places of a version what each was made of: the one before, and what became of it.

    Where a person has put a place elsewhere, it is what is left of its claim and role.
    """
    children = list(anchors)
    claims = {anchor.claim for anchor in children}
    olds = (anchor for anchor in store.anchors_in(before.id) if anchor.claim in claims)
    left: dict[tuple[Id, str], list[Outcome[Anchor]]] = defaultdict(list)
    for outcome in carried(before, after, olds):
        left[outcome.key.claim, outcome.key.role].append(outcome)
    found: dict[Id, Outcome[Anchor]] = {}
    for fits in (_is_as_carried, lambda *_: True):
        for anchor in children:
            ours = left[anchor.claim, anchor.role]
            parent = next((one for one in ours if fits(anchor, one)), None)
            if parent is not None and anchor.id not in found:
                found[anchor.id] = parent
                ours.remove(parent)
    return found


def _is_as_carried(anchor: Anchor, outcome: Outcome[Anchor]) -> bool:
    if outcome.span:
        return outcome.span == anchor.span and anchor.status is not AnchorStatus.ORPHANED
    return anchor.status is AnchorStatus.ORPHANED and outcome.key.exact == anchor.exact


@lru_cache(maxsize=4)
def _carrier(old: str, new: str) -> Carrier:
    """Align two texts; what is asked once is asked again after each decision."""
    return Carrier(old, new)


def _outcome(carrier: Carrier, anchor: Anchor) -> Outcome[Anchor]:
    if anchor.status is AnchorStatus.ORPHANED:
        lost = Window(anchor.prefix[-CONTEXT:], anchor.exact, anchor.suffix[:CONTEXT])
        return carrier.recall(anchor, lost)
    if anchor.status is AnchorStatus.NEEDS_REVIEW:
        return carrier.review(anchor, anchor.span)
    return carrier.outcome(anchor, anchor.span)
