"""What has changed between two versions of a text, and since an article was checked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from factdesk.desk.dossiers import Dossier
from factdesk.desk.lineage import origins
from factdesk.desk.verdicts import current
from factdesk.model.article import Article, Version
from factdesk.model.changes import (
    ChangedPassage,
    Changes,
    Fate,
    PlaceChange,
    Stale,
    Touched,
    Words,
)
from factdesk.model.claim import Anchor, AnchorStatus, Claim
from factdesk.model.record import Id
from factdesk.model.sheet import Signed
from factdesk.store.store import Store
from factdesk.text.anchoring import Op, difference
from factdesk.text.anchoring.excerpts import Excerpt, excerpts

#: So many changed passages a report prints at most.
MOST = 200


def places(store: Store, old: Version, new: Version) -> list[PlaceChange]:
    """Tell of each place of a claim what it is in one version and in another, in reading order."""
    if old.number > new.number:
        turned = {Fate.LOST: Fate.NEW, Fate.NEW: Fate.LOST}
        back = places(store, new, old)
        return [
            PlaceChange(
                one.number,
                turned.get(one.fate, one.fate),
                one.new,
                one.old,
                one.reads,
                one.was if one.old else "",
            )
            for one in back
        ]
    numbers = dict(store.claim_ids(new.article))
    anchors = store.anchors_in(new.id)
    were = origins(store, new, anchors, old.number) if old.number < new.number else {}
    if old.number == new.number:
        were = {anchor.id: anchor for anchor in anchors}
    found = (_place(numbers[one.claim], were.get(one.id), one) for one in anchors)
    return sorted(found, key=_reading_order)


def _place(number: int, was: Anchor | None, now: Anchor) -> PlaceChange:
    old = was if was and was.status is not AnchorStatus.ORPHANED else None
    new = now if now.status is not AnchorStatus.ORPHANED else None
    return PlaceChange(
        number,
        _fate(was, now),
        old.span if old else None,
        new.span if new else None,
        was.exact if was else "",
        new.exact if new else "",
    )


def _fate(was: Anchor | None, now: Anchor) -> Fate:
    if now.status is AnchorStatus.ORPHANED:
        return Fate.LOST
    if now.status is AnchorStatus.NEEDS_REVIEW:
        return Fate.REVIEW
    if was is None:
        return Fate.NEW
    return Fate.SAME if was.exact == now.exact else Fate.CHANGED


def _reading_order(place: PlaceChange) -> tuple[bool, int, int]:
    span = place.new or place.old
    return place.new is None, span.start if span else 0, place.number


def since_checked(
    store: Store, papers: Dossier, given: Iterable[tuple[str, Signed]]
) -> Changes | None:
    """Gather what has changed since the oldest of the standing verdicts was given.

    Where nothing is judged it is since the first claim was marked; None if nothing has changed.
    The sign-offs that were given go by the claim's reference, empty for the article's.
    """
    article, version, known = papers.article, papers.version, papers.claims
    if version.number == 1:
        return None
    judged = store.versions_judged(article.id)
    standing = ((claim.id, current(papers.verdicts[claim.id])) for claim in known)
    bases = {claim: judged.get(one.id, 0) for claim, one in standing if one is not None}
    first = min(filter(None, bases.values()), default=0) or _first_marked(store, article)
    if first >= version.number:
        return None
    base = next(one for one in store.versions(article.id) if one.number == first)
    cut = [_passage(version, one) for one in _excerpts(base, version)]
    fates = list(_fates(store, version, known, bases, first))
    doubtful = {one.number for one in fates if one.fate not in {Fate.SAME, Fate.NEW}}
    same = {one.number for one in fates if one.fate is Fate.SAME} - doubtful
    return Changes(
        number=base.number,
        added=base.added,
        sha256=base.sha256,
        now=version.number,
        now_added=version.added,
        passages=tuple(cut[:MOST]),
        changed=len(cut),
        same=tuple(sorted(same)),
        touched=tuple(one for one in fates if one.number in doubtful and one.fate is not Fate.SAME),
        stale=tuple(_stale(store, given)),
    )


def _first_marked(store: Store, article: Article) -> int:
    """Tell the first version that has a place of a claim."""
    found = (one.number for one in store.versions(article.id) if store.anchors_in(one.id))
    return next(found, 1)


def _excerpts(old: Version, new: Version) -> Iterator[Excerpt]:
    return excerpts(difference(old.text, new.text), old.text, new.text)


def _passage(version: Version, excerpt: Excerpt) -> ChangedPassage:
    before = sum(block.start <= excerpt.at for block in version.blocks)
    words = (
        Words(
            text=text,
            gone=run.op is Op.DELETE,
            come=run.op is Op.INSERT,
            moved=run.moved,
        )
        for run, text in excerpt.pieces
        if text
    )
    return ChangedPassage(paragraph=max(1, before), words=tuple(words))


def _fates(
    store: Store, version: Version, claims: list[Claim], bases: Mapping[Id, int], first: int
) -> Iterator[Touched]:
    """Tell what has become of each place since its claim was judged, or since the first was."""
    by_base: dict[int, list[Anchor]] = defaultdict(list)
    anchors = store.anchors_in(version.id)
    for anchor in anchors:
        by_base[bases.get(anchor.claim) or first].append(anchor)
    were: dict[Id, Anchor] = {}
    for number, group in by_base.items():
        if number < version.number:
            were |= origins(store, version, group, number)
        else:
            were |= {anchor.id: anchor for anchor in group}
    known = {claim.id: claim.number for claim in claims}
    for anchor in sorted(anchors, key=_place_of):
        if anchor.claim in known:
            was = were.get(anchor.id)
            place = _place(known[anchor.claim], was, anchor)
            yield Touched(
                number=place.number,
                fate=place.fate,
                was=place.was,
                reads=place.reads,
                version=bases.get(anchor.claim, 0),
            )


def _place_of(anchor: Anchor) -> tuple[bool, int]:
    return anchor.status is AnchorStatus.ORPHANED, anchor.start


def _stale(store: Store, given: Iterable[tuple[str, Signed]]) -> Iterator[Stale]:
    names = {checker.id: checker.name for checker in store.checkers()}
    for reference, (signoff, valid) in given:
        if not valid:
            yield Stale(
                reference=reference,
                role=signoff.role,
                signed_by=names.get(signoff.checker, ""),
                signed=signoff.signed,
            )
