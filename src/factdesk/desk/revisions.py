"""A new version of an article: every claim is carried over, and none in silence."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factdesk.desk.articles import first_version, original
from factdesk.errors import Refused
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim
from factdesk.model.edit import Change, Edit, birth, death
from factdesk.model.record import Record, new_id
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.anchoring.candidates import MOST, Candidate
from factdesk.text.anchoring.carrying import Carrier, Outcome
from factdesk.text.anchoring.likeness import Window, likeness, window
from factdesk.text.anchors import CONTEXT, occurrences, surroundings
from factdesk.text.boundaries import snap_to_graphemes

#: What has become of the places of the version before, by the anchor there.
Outcomes = tuple[Outcome[Anchor], ...]


class Revision(NamedTuple):
    """A version, the edit that brings it, and what becomes of every place of the one before."""

    version: Version
    edit: Edit
    outcomes: Outcomes


class Review(NamedTuple):
    """A place that a person has to decide on: as it is, as it was, and what it might be.

    Of one that came from elsewhere, and was in no version before, ``candidates`` is None: they are
    looked for by `candidates` when somebody wants to see them.
    """

    anchor: Anchor
    before: Anchor
    candidates: tuple[Candidate, ...] | None


def revise(store: Store, article: Article, document: Document, draft: Draft) -> Revision:
    """Plan a new version of an article, with all its claims.

    Where the text is the very same the version is the one that is there, and the edit is empty.
    """
    before = store.latest_version(article.id)
    version = first_version(article.id, document, draft, before.number + 1)
    outcomes = carried(before, version, store.anchors_in(before.id))
    if version.text == before.text:
        return Revision(before, Edit("The text is the same", ()), outcomes)
    records: list[Record] = [version, *(_anchor(version, outcome) for outcome in outcomes)]
    if not store.has_original(document.sha256):
        records.append(original(document, draft))
    title = f"New version of “{article.title}”"
    return Revision(version, Edit(title, tuple(birth(record) for record in records)), outcomes)


def carried(before: Version, version: Version, anchors: Iterable[Anchor]) -> Outcomes:
    """Tell where the places of one version are in another.

    A place that waits for a person goes on waiting; the words of an orphan are looked for again.
    """
    carrier = Carrier(before.text, version.text)
    return tuple(_outcome(carrier, anchor) for anchor in anchors)


def _outcome(carrier: Carrier, anchor: Anchor) -> Outcome[Anchor]:
    if anchor.status is AnchorStatus.ORPHANED:
        lost = Window(anchor.prefix[-CONTEXT:], anchor.exact, anchor.suffix[:CONTEXT])
        return carrier.recall(anchor, lost)
    if anchor.status is AnchorStatus.NEEDS_REVIEW:
        return carrier.review(anchor, anchor.span)
    return carrier.outcome(anchor, anchor.span)


def _anchor(version: Version, outcome: Outcome[Anchor]) -> Anchor:
    """Make the anchor in the new version; an orphan keeps the words that it had."""
    own = {"id": new_id(), "version": version.id, "status": outcome.status}
    if outcome.span is None:
        return outcome.key.model_copy(update=own)
    return _placed(version, outcome.key, outcome.span).model_copy(update=own)


def _placed(version: Version, anchor: Anchor, span: Span) -> Anchor:
    prefix, suffix = surroundings(version.text, span)
    exact = version.text[span.start : span.stop]
    place = {"start": span.start, "stop": span.stop, "exact": exact}
    return anchor.model_copy(update={**place, "prefix": prefix, "suffix": suffix})


def reviews(store: Store, version: Version) -> list[Review]:
    """List what a person has to decide on in a version, in the order of the old text.

    The candidates are found anew: they follow from the two texts alone. What came from elsewhere
    comes last.
    """
    waiting = [one for one in store.anchors_in(version.id) if one.status in _UNDECIDED]
    before = _version_before(store, version)
    olds = store.anchors_in(before.id) if before and waiting else []
    claims = {anchor.claim for anchor in waiting}
    known = {anchor.claim for anchor in olds} & claims
    found: list[Review] = []
    if before and known:
        asked = (anchor for anchor in olds if anchor.claim in known)
        found += _paired(waiting, carried(before, version, asked))
    return found + [Review(one, one, None) for one in waiting if one.claim not in known]


def candidates(version: Version, anchor: Anchor) -> tuple[Candidate, ...]:
    """Look for the places in a version that may be meant by words from elsewhere.

    Where the very words stand there are no others; like all the way is one of them if nothing was
    told of what stands around.
    """
    lost = Window(anchor.prefix[-CONTEXT:], anchor.exact, anchor.suffix[:CONTEXT])
    alone = not (lost.before or lost.after)
    found = [
        Candidate(span, 1.0 if alone else likeness(lost, window(version.text, span), in_place=True))
        for span in occurrences(version.text, anchor.exact)
    ]
    found.sort(key=lambda one: (-one.likeness, one.span != anchor.span, one.span.start))
    return (
        tuple(found[:MOST]) or Carrier(version.text, version.text).recall(anchor, lost).candidates
    )


_UNDECIDED = {AnchorStatus.NEEDS_REVIEW, AnchorStatus.ORPHANED}


def _paired(waiting: list[Anchor], outcomes: Outcomes) -> Iterator[Review]:
    """Find for each outcome that asks the anchor that it was made into."""
    for outcome in outcomes:
        for anchor in waiting:
            if outcome.status is anchor.status and _is_of(anchor, outcome):
                waiting.remove(anchor)
                yield Review(anchor, outcome.key, outcome.candidates)
                break


def _is_of(anchor: Anchor, outcome: Outcome[Anchor]) -> bool:
    old = outcome.key
    same_place = outcome.span == anchor.span if outcome.span else old.exact == anchor.exact
    return old.claim == anchor.claim and old.role == anchor.role and same_place


def _version_before(store: Store, version: Version) -> Version | None:
    number = version.number - 1
    return next((one for one in store.versions(version.article) if one.number == number), None)


def accept(version: Version, anchor: Anchor) -> Edit:
    """Plan to take the proposed place for the true one.

    Raises:
        Refused: if none is proposed.
    """
    if anchor.status is AnchorStatus.ORPHANED:
        raise Refused("No place is proposed for this claim.", "Select the words in the article.")
    after = _placed(version, anchor, anchor.span)
    after = after.model_copy(update={"status": AnchorStatus.ANCHORED})
    return _decided("Accept the place", anchor, after)


def choose(version: Version, anchor: Anchor, span: Span) -> Edit:
    """Plan to put a claim at another place of the version.

    Raises:
        Refused: if there are no words.
    """
    inside = 0 <= span.start < span.stop <= len(version.text)
    if not inside or not version.text[span.start : span.stop].strip():
        raise Refused("There are no words here.", "Select the words that are claimed.")
    placed = _placed(version, anchor, snap_to_graphemes(version.text, span))
    after = placed.model_copy(update={"status": AnchorStatus.ANCHORED})
    return _decided("Choose the place", anchor, after)


def orphan(anchor: Anchor, before: Anchor | None = None) -> Edit:
    """Plan to say that the words are no longer in the text.

    The claim keeps the words that it had in the version before, if that anchor is given.
    """
    kept = before or anchor
    words = {"exact": kept.exact, "prefix": kept.prefix, "suffix": kept.suffix}
    after = anchor.model_copy(update={**words, "status": AnchorStatus.ORPHANED})
    return _decided("Leave the claim without a place", anchor, after)


def leave_without(claim: Claim, anchor: Anchor) -> Edit:
    """Plan to say that words from elsewhere are not in the text; the claim keeps them itself."""
    after = claim.model_copy(update={"wording": claim.wording or anchor.exact})
    kept = (Change(claim, after),) if after != claim else ()
    return Edit("Leave the claim without a place", (*kept, death(anchor)))


def _decided(title: str, before: Anchor, after: Anchor) -> Edit:
    return Edit(title, (Change(before, after),) if after != before else ())
