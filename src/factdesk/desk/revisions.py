"""A new version of an article: every claim is carried over, and none in silence."""

from typing import NamedTuple

from factdesk.desk.articles import first_version, original
from factdesk.desk.lineage import Outcomes, carried, last_certain, parents, steps_back
from factdesk.errors import Refused
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article, Version
from factdesk.model.claim import UNDECIDED, Anchor, AnchorStatus, Claim
from factdesk.model.edit import Edit, birth, changed, death
from factdesk.model.record import Record, new_id
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.anchoring.candidates import MOST, Candidate, apart
from factdesk.text.anchoring.carrying import Carrier, Outcome
from factdesk.text.anchoring.likeness import Window, likeness, window
from factdesk.text.anchors import CONTEXT, occurrences, surroundings
from factdesk.text.boundaries import snap_to_graphemes


class Revision(NamedTuple):
    """A version, the edit that brings it, and what becomes of every place of the one before."""

    version: Version
    edit: Edit
    outcomes: Outcomes


class Review(NamedTuple):
    """A place that a person has to decide on: as it is, as it was, and what it might be.

    ``before`` is how it stood when it last was certain, ``number`` the version that it was in. Of
    one that came from elsewhere, and never was certain, ``number`` is 0; if it was in no version
    before, ``candidates`` is None: they are looked for by `candidates` when somebody wants to see
    them.
    """

    anchor: Anchor
    before: Anchor
    candidates: tuple[Candidate, ...] | None
    number: int = 0


def revise(store: Store, article: Article, document: Document, draft: Draft) -> Revision:
    """Plan a new version of an article, with all its claims.

    Where the text is the very same the version is the one that is there, and the edit is empty.
    """
    before = store.latest_version(article.id)
    version = first_version(article.id, document, draft, before.number + 1)
    outcomes = carried(before, version, store.anchors_in(before.id))
    if version.text == before.text:
        return Revision(before, Edit("The text is the same", ()), outcomes)
    lost = [one.key for one in outcomes if one.span is None and one.key.status in UNDECIDED]
    certain = last_certain(store, before, lost) if lost else {}
    records: list[Record] = [version]
    for one in outcomes:
        _, last = certain.get(one.key.id, (before, one.key))
        records.append(_anchor(version, one, last))
    if not store.has_original(document.sha256):
        records.append(original(document, draft))
    title = f"New version of “{article.title}”"
    return Revision(version, Edit(title, tuple(birth(record) for record in records)), outcomes)


def _anchor(version: Version, outcome: Outcome[Anchor], last: Anchor) -> Anchor:
    """Make the anchor in the new version; an orphan keeps its last certain words."""
    own = {"id": new_id(), "version": version.id, "status": outcome.status}
    if outcome.span is None:
        return last.model_copy(update=own)
    return _placed(version, outcome.key, outcome.span).model_copy(update=own)


def _placed(version: Version, anchor: Anchor, span: Span) -> Anchor:
    prefix, suffix = surroundings(version.text, span)
    exact = version.text[span.start : span.stop]
    place = {"start": span.start, "stop": span.stop, "exact": exact}
    return anchor.model_copy(update={**place, "prefix": prefix, "suffix": suffix})


def reviews(store: Store, version: Version) -> list[Review]:
    """List what a person has to decide on in a version, in the order of the old text.

    What has no place comes last, what came from elsewhere last of all. The candidates are found
    anew: they follow from the texts alone.
    """
    waiting = [one for one in store.anchors_in(version.id) if one.status in UNDECIDED]
    before = next((old for old, _ in steps_back(store, version)), None) if waiting else None
    made_of = parents(store, before, version, waiting) if before else {}
    certain = last_certain(store, version, waiting) if before else {}
    found = [
        _review(version, anchor, made_of[anchor.id], certain.get(anchor.id))
        for anchor in waiting
        if anchor.id in made_of
    ]
    foreign = [Review(one, one, None) for one in waiting if one.id not in made_of]
    return sorted(found, key=_turn) + foreign


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


def _review(
    version: Version,
    anchor: Anchor,
    outcome: Outcome[Anchor],
    certain: tuple[Version, Anchor] | None,
) -> Review:
    """Say what a place was and may be: first what is most like it as it last was certain."""
    if certain is None:
        return Review(anchor, outcome.key, outcome.candidates)
    source, place = certain
    candidates = outcome.candidates
    if place.id != outcome.key.id:
        (again,) = carried(source, version, [place])
        sure = (Candidate(again.span, 1.0),) if again.span and not again.candidates else ()
        candidates = apart((*sure, *again.candidates, *outcome.candidates))
    return Review(anchor, place, candidates, source.number)


def _turn(review: Review) -> tuple[bool, int, int]:
    is_lost = review.anchor.status is AnchorStatus.ORPHANED
    return is_lost, review.before.start, review.before.stop


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
    kept = changed(claim, after)
    return Edit("Leave the claim without a place", (*kept, death(anchor)))


def _decided(title: str, before: Anchor, after: Anchor) -> Edit:
    return Edit(title, changed(before, after))
