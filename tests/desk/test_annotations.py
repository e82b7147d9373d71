import json
from typing import Any

import pytest
from tests.exporters.checked_desk import TEXT, desk

from factdesk.desk import annotations, reports
from factdesk.desk.arrivals import Arrival
from factdesk.errors import ImportFailed
from factdesk.exporters.registry import format_named
from factdesk.importers.claims.reader import read
from factdesk.model.article import Article, Version
from factdesk.model.claim import AnchorStatus, Claim, ClaimKind
from factdesk.model.edit import Edit, death
from factdesk.model.report import Audience
from factdesk.model.workflow import Decision
from factdesk.store.store import Store

CROWDED = "handled 41 million tonnes"


def arrive(store: Store, version: Version, document: object) -> list[Arrival]:
    foreign = read(json.dumps(document).encode())
    edit, arrived = annotations.put_on(store, version, foreign)
    store.apply(edit)
    assert list(store.findings()) == []
    return list(arrived)


def annotation(exact: str, **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    quote = {"type": "TextQuoteSelector", "exact": exact} | fields.pop("around", {})
    selector = [quote, *fields.pop("more", [])]
    target = {"source": "https://x.example", "selector": selector}
    return {"type": "Annotation", "target": target} | fields


def emptied() -> tuple[Store, Article, bytes, list[tuple[int, int]]]:
    """The checked desk, its annotations, and then all claims taken away."""
    store, article = desk()
    form = format_named("webannotation")
    content = reports.rendered(store, article, form, Audience.INTERNAL).content
    version = store.latest_version(article.id)
    kept = [a for a in store.anchors_in(version.id) if a.status is not AnchorStatus.ORPHANED]
    spans = [(a.start, a.stop) for a in kept]
    doomed = [
        record
        for record in store.papers(article.id)
        if "claim" in type(record).model_fields or isinstance(record, Claim)
    ]
    store.apply(Edit("Empty", tuple(death(record) for record in doomed)))
    return store, article, content, spans


def test_our_own_annotations_come_back_on_the_same_spans() -> None:
    store, article, content, spans = emptied()
    with store:
        version = store.latest_version(article.id)
        edit, arrived = annotations.put_on(store, version, read(content))
        store.apply(edit)
        placed = [a for a in store.anchors_in(version.id) if a.status is not AnchorStatus.ORPHANED]
        assert [(a.start, a.stop) for a in placed] == spans
        told = [(a.claim.wording, a.status) for a in arrived]
        assert told[0] == ("The harbour handled 41 million tonnes in 2025.", "placed")
        assert told[-1] == ("The ferry has stopped.", "needs review")
        kinds = [store.claim(a.claim.id).kind for a in arrived]
        assert kinds[:3] == [ClaimKind.NUMBER, ClaimKind.FIRST_SINCE, ClaimKind.DIRECT_QUOTE]
        assert list(store.findings()) == []


def test_what_comes_twice_is_present() -> None:
    store, article, content, _ = emptied()
    with store:
        version = store.latest_version(article.id)
        for status in ("placed", "present"):
            edit, arrived = annotations.put_on(store, version, read(content))
            store.apply(edit)
            assert arrived[0].status == status
        assert len(store.claims_in(article.id)) == len(arrived)


def test_what_went_out_with_a_claim_is_no_news_when_it_comes_back() -> None:
    store, article = desk()
    with store:
        form = format_named("webannotation")
        content = reports.rendered(store, article, form, Audience.INTERNAL).content
        edit, arrived = annotations.put_on(store, store.latest_version(article.id), read(content))
        assert {arrival.status for arrival in arrived} == {"present"}
        assert edit.changes == ()


def test_other_words_that_are_wanted_come_as_a_change(store: Store, version: Version) -> None:
    document = annotation("overtook Port Alder")
    bodies = [
        {"type": "TextualBody", "purpose": "editing", "value": "passed Port Alder"},
        {"type": "TextualBody", "purpose": "questioning", "value": "By how much?"},
    ]
    (arrived,) = arrive(store, version, document | {"body": bodies})
    (wish,) = store.proposals(arrived.claim.id)
    assert (wish.original, wish.replacement) == ("overtook Port Alder", "passed Port Alder")
    assert wish.decision is Decision.OPEN
    assert [note.text for note in store.notes(arrived.claim.id)] == ["By how much?"]


def test_half_a_character_is_a_question_mark_and_selectors_refine_without_end(
    store: Store, version: Version
) -> None:
    deep: dict[str, Any] = {"type": "TextQuoteSelector", "exact": "first time since 1972"}
    for _ in range(300):
        deep = {"type": "FragmentSelector", "refinedBy": deep}
    broken = {"type": "Annotation", "id": "a\ud83d", "bodyValue": "see \udea2"}
    (arrived,) = arrive(store, version, broken | {"target": {"selector": deep}})
    assert arrived.status == "placed"
    assert [note.text for note in store.notes(arrived.claim.id)] == ["see ?"]


def test_a_foreign_annotation_keeps_its_identity_too(store: Store, version: Version) -> None:
    document = annotation("overtook Port Alder", id="https://notes.example/1")
    (first,) = arrive(store, version, document)
    (second,) = arrive(store, version, document)
    assert (first.status, second.status) == ("placed", "present")
    assert first.claim.id == second.claim.id


@pytest.fixture
def version() -> Version:
    store, article = desk()
    with store:
        return store.latest_version(article.id)


@pytest.fixture
def store(version: Version) -> Store:
    made, _ = desk()
    assert made.version(version.id) == version
    return made


def test_the_surroundings_choose_among_the_same_words(store: Store, version: Version) -> None:
    second = TEXT.index(CROWDED, TEXT.index(CROWDED) + 1)
    around = {"prefix": TEXT[second - 5 : second]}
    (arrival,) = arrive(store, version, annotation(CROWDED, around=around))
    assert arrival.status == "placed"
    (anchor,) = store.anchors(arrival.claim.id, version.id)
    assert anchor.start == second


def test_the_same_words_without_surroundings_need_review(store: Store, version: Version) -> None:
    second = TEXT.index(CROWDED, TEXT.index(CROWDED) + 1)
    position = {"type": "TextPositionSelector", "start": second + 3, "end": second + 9}
    (arrival,) = arrive(store, version, annotation(CROWDED, more=[position]))
    assert (arrival.status, arrival.quotes) == ("needs review", (CROWDED,))
    (anchor,) = store.anchors(arrival.claim.id, version.id)
    assert (anchor.start, anchor.status) == (second, AnchorStatus.NEEDS_REVIEW)


def test_other_surroundings_need_review(store: Store, version: Version) -> None:
    around = {"prefix": "nothing of the kind "}
    (arrival,) = arrive(store, version, annotation("overtook Port Alder", around=around))
    assert arrival.status == "needs review"
    (anchor,) = store.anchors(arrival.claim.id, version.id)
    assert (anchor.prefix, anchor.suffix) == ("nothing of the kind ", "")


def test_a_quote_that_is_nowhere_is_listed_and_kept(store: Store, version: Version) -> None:
    (arrival,) = arrive(store, version, annotation("The moon is of cheese", bodyValue="No."))
    assert (arrival.status, arrival.quotes) == ("needs review", ("The moon is of cheese",))
    (anchor,) = store.anchors(arrival.claim.id, version.id)
    assert (anchor.exact, anchor.status) == ("The moon is of cheese", AnchorStatus.ORPHANED)
    assert [note.text for note in store.notes(arrival.claim.id)] == ["No."]


def test_an_annotation_without_a_quote_is_kept(store: Store, version: Version) -> None:
    document = {"type": "Annotation", "target": "https://x.example", "bodyValue": "All wrong"}
    (arrival,) = arrive(store, version, document)
    assert (arrival.status, arrival.claim.wording) == ("needs review", "All wrong")


def test_hypothesis_annotations_become_claims_with_notes(store: Store, version: Version) -> None:
    row = {
        "id": "aBcD",
        "user": "acct:dee@hypothes.is",
        "uri": "https://courier.example/harbour",
        "text": "Is *this* so?\n\nAsk.",
        "tags": ["number", "urgent"],
        "target": [
            {
                "source": "https://courier.example/harbour",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 3},
                    {"type": "TextPositionSelector", "start": 900, "end": 930},
                    {
                        "type": "TextQuoteSelector",
                        "exact": "12 % more than the year before",
                        "prefix": "last year 🚢🚢, ",
                        "suffix": ", the port authority",
                    },
                ],
            }
        ],
    }
    (arrival,) = arrive(store, version, {"total": 1, "rows": [row]})
    assert (arrival.status, arrival.claim.kind) == ("placed", ClaimKind.NUMBER)
    notes = [note.text for note in store.notes(arrival.claim.id)]
    assert notes == ["dee: Is *this* so?\n\nAsk.", "Tag: urgent"]


def test_a_malformed_annotation_hides_no_other(store: Store, version: Version) -> None:
    broken = [
        {"type": "Annotation"},
        {"type": "Annotation", "target": [None, {"selector": {"exact": 7}}], "body": [[], 5]},
    ]
    arrived = arrive(store, version, [*broken, annotation("Port Alder works")])
    assert [arrival.status for arrival in arrived] == ["needs review", "needs review", "placed"]


def test_a_claimreview_becomes_a_claim_with_its_claimant(store: Store, version: Version) -> None:
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "It was the first time since 1972",
        "url": "https://checks.example/1",
        "itemReviewed": {"author": {"name": "Mina Okafor"}, "datePublished": "2026-03-01"},
        "reviewRating": {"alternateName": "False"},
    }
    (arrival,) = arrive(store, version, review)
    assert arrival.status == "placed"
    claim = store.claim(arrival.claim.id)
    assert claim.claimed_on == "2026-03-01"
    claimant = store.claimant(claim.claimant or "")
    assert claimant is not None
    assert claimant.name == "Mina Okafor"


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe", b"[]", b'{"type": "Event"}', b"[" * 9999])
def test_a_file_without_claims_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(ImportFailed):
        read(content)
