import json
from pathlib import Path

import pytest

from factdesk.errors import ImportFailed
from factdesk.importers.claims.claimreview import ForeignRating, claims, reviews
from factdesk.importers.claims.reader import read

REVIEW = {
    "@context": "http://schema.org",
    "@type": "ClaimReview",
    "claimReviewed": "The tide has turned",
    "url": "https://checks.example/tide",
    "author": {"@type": "Organization", "name": "Checks"},
    "datePublished": "2024-05-06 07:08",
    "reviewRating": {
        "@type": "Rating",
        "ratingValue": 2,
        "bestRating": 5,
        "worstRating": 1,
        "alternateName": "Mostly false",
    },
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": " Ada Quill "},
        "datePublished": "2024-05",
        "appearance": [{"@type": "CreativeWork", "url": "https://post.example/1"}],
    },
}

WORDS = ForeignRating(label="Mostly false")


def test_a_sound_review_is_read_whole() -> None:
    (review,) = reviews(REVIEW)
    assert review.claim == "The tide has turned"
    assert (review.reviewer, review.reviewed_on) == ("Checks", "2024-05-06")
    assert (review.claimant, review.claimed_on) == ("Ada Quill", "2024-05")
    assert review.rating == ForeignRating(label="Mostly false", value=2, best=5, worst=1)
    assert review.appearances == ("https://post.example/1",)


@pytest.mark.parametrize(
    "numbers",
    [
        {"ratingValue": 2, "bestRating": 1, "worstRating": 5},
        {"ratingValue": -1, "bestRating": -1, "worstRating": -1},
        {"ratingValue": "1", "bestRating": "2", "worstRating": "0"},
        {"ratingValue": 6, "bestRating": 5, "worstRating": 1},
        {"ratingValue": "three", "bestRating": 5, "worstRating": 1},
        {"ratingValue": 2, "bestRating": None, "worstRating": 1},
    ],
)
def test_a_scale_that_makes_no_sense_leaves_the_words(numbers: dict[str, object]) -> None:
    rating = {"@type": "Rating", "alternateName": "Mostly false"} | numbers
    (review,) = reviews(REVIEW | {"reviewRating": rating})
    assert review.rating == WORDS


def test_numbers_as_texts_are_numbers() -> None:
    rating = {"ratingValue": "2", "bestRating": "5", "worstRating": "1"}
    (review,) = reviews(REVIEW | {"reviewRating": rating})
    assert review.rating == ForeignRating(value=2, best=5, worst=1)


@pytest.mark.parametrize(
    "document",
    [
        [REVIEW],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage"}, REVIEW]},
        {"@type": "NewsArticle", "review": REVIEW},
        REVIEW | {"@type": ["Review", "http://schema.org/ClaimReview"]},
        REVIEW | {"@type": "schema:ClaimReview"},
    ],
)
def test_a_review_is_found_wherever_it_stands(document: object) -> None:
    assert [review.claim for review in reviews(document)] == ["The tide has turned"]


def test_an_item_that_is_no_claim_is_read_as_one() -> None:
    item = {
        "@type": "CreativeWork",
        "author": {"name": "Ada Quill", "sameAs": "https://post.example/2"},
        "datePublished": "0001-01-01 00:00:00Z",
    }
    (review,) = reviews(REVIEW | {"itemReviewed": item})
    assert (review.claimant, review.claimed_on) == ("Ada Quill", None)
    assert review.appearances == ("https://post.example/2",)


def test_a_review_without_the_claim_has_its_title_for_one() -> None:
    (review,) = reviews(REVIEW | {"claimReviewed": "", "name": "No, the tide has not turned"})
    assert review.claim == "No, the tide has not turned"


@pytest.mark.parametrize("broken", [None, 3, "x", [], {}, [None, 3, {"@type": 7}]])
def test_what_is_no_review_is_none(broken: object) -> None:
    assert reviews(broken) == []


@pytest.mark.parametrize("field", sorted(REVIEW))
@pytest.mark.parametrize("value", [None, 3, "", [], {}, [None], [[{}]]])
def test_no_field_of_any_form_stops_the_reading(field: str, value: object) -> None:
    if field != "@type":
        assert len(claims(REVIEW | {field: value})) == 1


def test_what_others_found_is_a_note_on_the_claim() -> None:
    (claim,) = claims(REVIEW)
    assert claim.origin == "https://checks.example/tide"
    assert claim.wording == "The tide has turned"
    assert claim.notes[0].text.startswith(
        "Reviewed by Checks: Mostly false (2 on a scale of 1 to 5)"
    )
    assert "https://post.example/1" in claim.notes[0].text


def test_every_review_of_the_wild_is_read(data: Path) -> None:
    found = {
        path.name: reviews(json.loads(path.read_text("utf-8")))
        for path in sorted((data / "claimreview").glob("*.json"))
    }
    assert len(found) >= 6
    for name, (review,) in found.items():
        assert review.url.startswith("https://"), name
        assert review.rating.label, name
        assert review.reviewer, name
        assert review.claim or name == "lemonde_empty_claim.json"
        assert (review.claimed_on or "2")[0] == "2", name
    numbered = {name for name, (review,) in found.items() if review.rating.value is not None}
    assert numbered == {
        "afp_factual_mixed.json", "afp_faktencheck_2026.json", "polygraph_2019.json"
    }  # fmt: skip


def test_a_review_in_a_saved_page_is_read() -> None:
    script = json.dumps({"@graph": [REVIEW]}).replace("</", "<\\/")
    page = f'<html><head><script type="application/ld+json">{script}</script></head></html>'
    assert [claim.wording for claim in read(page.encode())] == ["The tide has turned"]


@pytest.mark.parametrize("page", ["<", "<html></html>", "<p>No review</p>"])
def test_a_page_without_a_review_is_refused(page: str) -> None:
    with pytest.raises(ImportFailed):
        read(page.encode())
