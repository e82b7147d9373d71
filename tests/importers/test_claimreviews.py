import json
from pathlib import Path

import pytest

from factdesk.desk import annotations
from factdesk.desk.arrivals import Status
from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.claims.base import loaded
from factdesk.importers.claims.claimreview import ForeignRating, ForeignReview, claims, reviews
from factdesk.importers.claims.reader import read
from factdesk.store.store import Store

TIDE = "The tide has turned"

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


def test_names_within_names_without_end_and_halves_of_characters_are_borne() -> None:
    name: object = "Ed"
    for _ in range(300):
        name = {"name": name}
    broken = json.dumps(REVIEW | {"author": name, "claimReviewed": "half \ud83d of a ship"})
    (review,) = reviews(loaded(broken.encode()))
    assert (review.reviewer, review.claim) == ("", "half ? of a ship")


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


@pytest.mark.parametrize("page", ["<", "</script>", "<html></html>", "<p>No review</p>"])
def test_a_page_without_a_review_is_refused(page: str) -> None:
    with pytest.raises(ImportFailed):
        read(page.encode())


def as_read(**fields: object) -> ForeignReview:
    (review,) = reviews(REVIEW | fields)
    return review


def rated(**numbers: object) -> ForeignRating:
    return as_read(reviewRating={"alternateName": "Mostly false"} | numbers).rating


def item(**fields: object) -> ForeignReview:
    return as_read(itemReviewed={"author": {"name": "Ada Quill"}} | fields)


FLAWS: dict[str, tuple[object, object]] = {
    "the scale goes the wrong way": (
        rated(ratingValue=2, bestRating=1, worstRating=5), WORDS
    ),
    "minus one three times stands for no rating": (
        rated(ratingValue=-1, bestRating=-1, worstRating=-1), WORDS
    ),
    "the scale begins at nought": (rated(ratingValue=0, bestRating=2, worstRating=0), WORDS),
    "the value is beyond the scale": (rated(ratingValue=6, bestRating=5, worstRating=1), WORDS),
    "numbers are texts, with a comma for a point": (
        rated(ratingValue="2,5", bestRating="5", worstRating="1").value, 2.5
    ),
    "the rating is in words where the number ought to be": (
        as_read(reviewRating={"ratingValue": "Mostly false"}).rating, WORDS
    ),
    "the review is within a graph": (reviews({"@graph": [{}, REVIEW]})[0].claim, TIDE),
    "the item is a CreativeWork": (item(**{"@type": "CreativeWork"}).claimant, "Ada Quill"),
    "the item and its author are lists": (
        as_read(itemReviewed=[{"author": [{"name": "Ada Quill"}]}]).claimant, "Ada Quill"
    ),
    "the day is in the year 1": (item(datePublished="0001-01-01 00:00:00Z").claimed_on, None),
    "the day is no day": (item(datePublished="2024-13-45").claimed_on, "2024"),
    "the claim is empty": (as_read(claimReviewed="", name="No tide").claim, "No tide"),
    "the texts hold what markup was": (
        as_read(claimReviewed="<p>The tide &amp; the eel&nbsp;turned</p>").claim,
        "The tide & the eel turned",
    ),
    "there is no rating, item, author or address at all": (
        reviews({"@type": "ClaimReview", "claimReviewed": TIDE})[0], ForeignReview(claim=TIDE)
    ),
}  # fmt: skip


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_flaw_of_the_wild_is_read(flaw: str) -> None:
    read_as, ought = FLAWS[flaw]
    assert read_as == ought


def test_a_script_with_a_comma_too_many_and_one_that_is_broken_hide_no_review() -> None:
    sound = json.dumps([REVIEW])[:-1] + ",]"
    page = "".join(
        f'<script type="application/ld+json">{script}</script>' for script in ('{"a": ', sound)
    )
    assert [claim.wording for claim in read(f"<html>{page}</html>".encode())] == [TIDE]


def test_reviews_a_line_each_are_read() -> None:
    lines = "\n".join(json.dumps(REVIEW | {"url": f"https://c.example/{n}"}) for n in range(3))
    assert len(read(lines.encode())) == 3


def test_every_review_of_the_wild_comes_in_as_a_claim(store: Store, data: Path) -> None:
    for path in sorted((data / "claimreview").glob("*.json")):
        document = Document(name=path.name, content=path.read_bytes())
        article, arrivals = annotations.gather(store, document, read(document.content))
        store.apply(arrivals.edit)
        (arrival,) = arrivals.claims
        assert arrival.status is Status.PLACED, path.name
        assert store.notes(arrival.claim.id), path.name
        assert len(store.claim_ids(article.id)) == 1
    assert list(store.findings()) == []
