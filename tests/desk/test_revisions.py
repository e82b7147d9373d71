"""A new version takes every claim with it, as one edit."""

import pytest
from tests.store.test_state_machine import rows
from tests.story import STORY

from factdesk.desk import annotations, articles, claims, reports, revisions, sheets, verdicts
from factdesk.errors import Refused
from factdesk.importers.base import Document, Draft, DraftBlock, DraftLeftOut
from factdesk.importers.claims.base import ForeignClaim, ForeignPlace
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.text.anchoring import Candidate
from factdesk.text.anchors import locate, occurrences, surroundings

HEADLINE = "A headline of another kind"
CORRECTED = tuple(text.replace("41 million", "44 million") for text in STORY)


def draft(*paragraphs: str) -> Draft:
    return Draft(
        title="Harbour overtakes its rival",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, text) for text in paragraphs),
        media_type="text/plain",
        read_with="a test",
    )


def revised(store: Store, article: Article, *paragraphs: str) -> revisions.Revision:
    document = Document(name="again.txt", content="\n".join(paragraphs).encode())
    revision = revisions.revise(store, article, document, draft(*paragraphs))
    if revision.edit.changes:
        store.apply(revision.edit)
    return revision


def mark(store: Store, version: Version, words: str) -> Claim:
    claim, edit = claims.mark(store, version, locate(version.text, words))
    store.apply(edit)
    return claim


def proposed(review: revisions.Review) -> Candidate:
    assert review.candidates
    return review.candidates[0]


def judge(store: Store, claim: Claim, rating: str) -> None:
    scale, found = verdicts.find_rating(store, store.article(claim.article), rating)
    store.apply(verdicts.judge(store, store.claim(claim.id), scale, found))


def anchor_of(store: Store, claim: Claim) -> Anchor:
    (anchor,) = store.anchors(claim.id, store.latest_version(claim.article).id)
    return anchor


def test_a_new_version_carries_every_claim_and_one_undo_takes_all_of_it_back(
    store: Store, article: Article, version: Version
) -> None:
    same, changed = mark(store, version, "since 1972"), mark(store, version, "41 million tonnes")
    lost = mark(store, version, "who runs the harbour")
    before = rows(store)
    revision = revised(store, article, HEADLINE, CORRECTED[0], STORY[1])
    assert revision.version.number == 2
    assert store.latest_version(article.id) == revision.version
    statuses = {one.key.claim: one.status for one in revision.outcomes}
    assert statuses == {
        same.id: AnchorStatus.MOVED,
        changed.id: AnchorStatus.NEEDS_REVIEW,
        lost.id: AnchorStatus.ORPHANED,
    }
    assert [anchor_of(store, claim).exact for claim in (same, changed, lost)] == [
        "since 1972",
        "44 million tonnes",
        "who runs the harbour",
    ]
    assert list(store.findings()) == []
    store.apply(revision.edit.inverse())
    after = rows(store)
    assert {name: after[name] for name in after if not name.startswith("journal")} == {
        name: before[name] for name in before if not name.startswith("journal")
    }


def test_the_same_text_again_changes_nothing(
    store: Store, article: Article, version: Version
) -> None:
    mark(store, version, "since 1972")
    revision = revised(store, article, *STORY)
    assert (revision.version, revision.edit.changes) == (version, ())
    assert [one.status for one in revision.outcomes] == [AnchorStatus.ANCHORED]
    assert store.version_count(article.id) == 1


def test_an_orphan_is_in_no_place_of_the_report_and_comes_back_with_its_words(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "the first time since 1972")
    revised(store, article, STORY[0], STORY[2])
    (finding,) = reports.gather(store, article).findings
    assert finding.anchors == ()
    revised(store, article, *STORY)
    back = anchor_of(store, claim)
    assert (back.exact, back.status) == ("the first time since 1972", AnchorStatus.NEEDS_REVIEW)


def test_what_nobody_has_decided_still_waits_in_the_next_version(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    revised(store, article, *CORRECTED)
    revised(store, article, HEADLINE, *CORRECTED)
    anchor = anchor_of(store, claim)
    assert (anchor.exact, anchor.status) == ("44 million tonnes", AnchorStatus.NEEDS_REVIEW)


def test_a_review_shows_the_place_as_it_was_and_the_candidates(
    store: Store, article: Article, version: Version
) -> None:
    changed, lost = mark(store, version, "41 million"), mark(store, version, "since 1972")
    mark(store, version, "doubled our crews")
    latest = revised(store, article, CORRECTED[0], STORY[2]).version
    first, second = revisions.reviews(store, latest)
    assert (first.anchor, first.before.exact) == (anchor_of(store, changed), "41 million")
    assert first.candidates
    assert first.candidates[0].span == first.anchor.span
    assert (second.anchor, second.before.exact) == (anchor_of(store, lost), "since 1972")
    assert revisions.reviews(store, version) == []


def test_a_review_shows_the_place_as_it_last_was_certain_not_as_it_was_proposed_since(
    store: Store, article: Article, version: Version
) -> None:
    mark(store, version, "41 million tonnes")
    revised(store, article, *CORRECTED)
    again = tuple(text.replace("44 million", "45 million") for text in CORRECTED)
    (review,) = revisions.reviews(store, revised(store, article, *again).version)
    assert (review.before.exact, review.number) == ("41 million tonnes", 1)
    assert review.anchor.exact == "45 million tonnes"
    first = proposed(review)
    assert first.span == review.anchor.span
    assert first.likeness < 1


def test_words_that_are_as_they_were_again_are_the_first_to_be_proposed(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    revised(store, article, *CORRECTED)
    latest = revised(store, article, HEADLINE, *STORY).version
    (review,) = revisions.reviews(store, latest)
    assert proposed(review) == (locate(latest.text, "41 million tonnes"), 1.0)
    assert anchor_of(store, claim).status is AnchorStatus.NEEDS_REVIEW


def test_an_orphan_keeps_its_last_certain_words_whatever_was_proposed_since(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    revised(store, article, *CORRECTED)
    latest = revised(store, article, "Another story altogether.").version
    assert anchor_of(store, claim).exact == "41 million tonnes"
    (review,) = revisions.reviews(store, latest)
    assert (review.before.exact, review.number) == ("41 million tonnes", 1)


def test_what_was_left_without_a_place_is_listed_last_and_can_be_placed_again(
    store: Store, article: Article, version: Version
) -> None:
    first, second = mark(store, version, "41 million tonnes"), mark(store, version, "1972")
    again = tuple(text.replace("1972", "1973") for text in CORRECTED)
    latest = revised(store, article, *again).version
    reviews = revisions.reviews(store, latest)
    assert [one.anchor.claim for one in reviews] == [first.id, second.id]
    store.apply(revisions.orphan(reviews[0].anchor, reviews[0].before))
    reviews = revisions.reviews(store, latest)
    assert [one.anchor.claim for one in reviews] == [second.id, first.id]
    place = proposed(reviews[1]).span
    store.apply(revisions.choose(latest, reviews[1].anchor, place))
    assert anchor_of(store, first).exact == "44 million tonnes"


def test_a_verdict_stays_and_its_claim_is_marked_until_it_is_judged_anew(
    store: Store, article: Article, version: Version
) -> None:
    changed, same = mark(store, version, "41 million tonnes"), mark(store, version, "1972")
    for claim in (changed, same):
        judge(store, claim, "true")
    latest = revised(store, article, HEADLINE, *CORRECTED).version

    def standing() -> list[str]:
        return [line.standing for line in sheets.claim_lines(store, latest)]

    assert standing() == ["needs review", ""]
    store.apply(revisions.accept(latest, anchor_of(store, changed)))
    assert standing() == ["words changed", ""]
    assert sheets.sheet(store, changed, latest).outdated
    assert [line.label for line in sheets.claim_lines(store, latest)] == ["True", "True"]
    judge(store, changed, "false")
    assert standing() == ["", ""]
    assert set(store.versions_judged(article.id).values()) == {1, 2}
    store.apply(revisions.orphan(anchor_of(store, changed)))
    assert standing() == ["no place", ""]


def test_a_verdict_of_before_stays_so_though_the_clock_did_not_move(
    store: Store, article: Article, version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factdesk.desk.verdicts.utc_now", lambda: version.added)
    monkeypatch.setattr("factdesk.desk.articles.utc_now", lambda: version.added)
    claim = mark(store, version, "41 million tonnes")
    judge(store, claim, "true")
    latest = revised(store, article, *CORRECTED).version
    store.apply(revisions.accept(latest, anchor_of(store, claim)))
    assert [line.outdated for line in sheets.claim_lines(store, latest)] == [True]
    judge(store, claim, "false")
    assert [line.outdated for line in sheets.claim_lines(store, latest)] == [False]


def test_an_accepted_place_is_anchored_and_no_longer_asked_about(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    latest = revised(store, article, *CORRECTED).version
    edit = revisions.accept(latest, anchor_of(store, claim))
    store.apply(edit)
    assert anchor_of(store, claim).status is AnchorStatus.ANCHORED
    assert revisions.reviews(store, latest) == []
    store.apply(edit.inverse())
    assert len(revisions.reviews(store, latest)) == 1


def test_another_place_may_be_chosen(store: Store, article: Article, version: Version) -> None:
    claim = mark(store, version, "41 million tonnes")
    latest = revised(store, article, *CORRECTED).version
    span = locate(latest.text, "first time")
    store.apply(revisions.choose(latest, anchor_of(store, claim), span))
    chosen = anchor_of(store, claim)
    assert (chosen.span, chosen.exact, chosen.status) == (
        span,
        "first time",
        AnchorStatus.ANCHORED,
    )
    assert list(store.findings()) == []


@pytest.mark.parametrize("span", [Span(3, 3), Span(-1, 4), Span(0, 10_000)])
def test_a_place_without_words_is_refused(
    store: Store, article: Article, version: Version, span: Span
) -> None:
    claim = mark(store, version, "41 million tonnes")
    latest = revised(store, article, *CORRECTED).version
    with pytest.raises(Refused):
        revisions.choose(latest, anchor_of(store, claim), span)


def test_an_orphan_keeps_the_words_that_it_had_and_cannot_be_accepted(
    store: Store, article: Article, version: Version
) -> None:
    claim = mark(store, version, "41 million tonnes")
    latest = revised(store, article, *CORRECTED).version
    (review,) = revisions.reviews(store, latest)
    store.apply(revisions.orphan(review.anchor, review.before))
    lost = anchor_of(store, claim)
    assert (lost.exact, lost.status) == ("41 million tonnes", AnchorStatus.ORPHANED)
    assert list(store.findings()) == []
    with pytest.raises(Refused):
        revisions.accept(latest, lost)


def test_what_came_from_elsewhere_in_doubt_is_reviewed_too(store: Store, version: Version) -> None:
    told = ["doubled", "a ferry that sank", "since 1972"]
    foreign = [ForeignClaim(places=(ForeignPlace(exact=words),)) for words in told]
    store.apply(annotations.put_on(store, version, foreign).edit)
    lost, twice = revisions.reviews(store, version)
    assert (lost.anchor.exact, twice.anchor.exact) == ("a ferry that sank", "doubled")
    spans = {candidate.span for candidate in revisions.candidates(version, twice.anchor)}
    assert spans == set(occurrences(version.text, "doubled"))
    store.apply(revisions.accept(version, twice.anchor))
    claim = store.claim(lost.anchor.claim)
    store.apply(revisions.leave_without(claim, lost.anchor))
    assert revisions.reviews(store, version) == []
    assert store.claim(claim.id).wording == "a ferry that sank"
    (anchor,) = store.anchors(twice.anchor.claim, version.id)
    assert (anchor.prefix, anchor.suffix) == surroundings(version.text, anchor.span)


def test_what_came_from_elsewhere_stays_up_for_review_in_the_next_version(
    store: Store, article: Article, version: Version
) -> None:
    foreign = [ForeignClaim(places=(ForeignPlace(exact="doubled"),))]
    store.apply(annotations.put_on(store, version, foreign).edit)
    latest = revised(store, article, *STORY, "One more line.").version
    (review,) = revisions.reviews(store, latest)
    assert (review.before.exact, review.anchor.exact) == ("doubled", "doubled")


def test_a_block_that_comes_back_amidst_a_claim_puts_it_up_for_review(store: Store) -> None:
    out = DraftLeftOut(BlockKind.PARAGRAPH, "Read also: the tolls", "Teaser", 1)
    blocks = tuple(DraftBlock(BlockKind.PARAGRAPH, words) for words in ("It fell.", "By half."))
    read = Draft(title="Tolls", blocks=blocks, left_out=(out,), media_type="text/plain")
    article, edit = articles.add(store, Document(name="t", content=b"t"), read)
    store.apply(edit)
    before = store.latest_version(article.id)
    for span in (Span(0, 8), Span(3, 18), Span(10, 18)):
        store.apply(claims.mark(store, before, span)[1])
    store.apply(articles.bring_back(store, before, 0))
    after = store.latest_version(article.id)
    kept, amidst, moved = sorted(store.anchors_in(after.id), key=lambda anchor: anchor.span)
    assert after.text == "It fell.\n\nRead also: the tolls\n\nBy half."
    assert (kept.exact, moved.exact) == ("It fell.", "By half.")
    assert amidst.exact == "fell.\n\nRead also: the tolls\n\nBy half."
    assert [one.status for one in (kept, amidst, moved)] == [
        AnchorStatus.ANCHORED,
        AnchorStatus.NEEDS_REVIEW,
        AnchorStatus.ANCHORED,
    ]
    assert list(store.findings()) == []
    (review,) = revisions.reviews(store, after)
    assert review.anchor == amidst
