import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.exporters.checked_desk import SECRET
from tests.exporters.samples import shipped_scale

from factdesk.errors import ExportFailed
from factdesk.exporters.claimreview import ClaimReviewExporter, reviews, script
from factdesk.model.claim import WorkState
from factdesk.model.report import Report
from factdesk.model.verdict import Basis

PAGE = "https://tidewater.example/checks/harbour"

#: The properties that schema.org gives each type, and the types that each may hold.
SCHEMA_ORG: dict[str, dict[str, Any]] = {
    "ClaimReview": {
        "url": str, "claimReviewed": str, "datePublished": str, "author": {"Organization"},
        "reviewRating": {"Rating"}, "itemReviewed": {"Claim"}, "citation": {"CreativeWork"},
        "correction": {"CorrectionComment"},
    },
    "Rating": {"alternateName": str, "ratingValue": int, "bestRating": int, "worstRating": int},
    "Organization": {"name": str, "url": str, "correctionsPolicy": str, "sameAs": str},
    "Person": {"name": str, "jobTitle": str, "sameAs": str},
    "Claim": {
        "author": {"Person", "Organization"}, "datePublished": str,
        "firstAppearance": {"CreativeWork"}, "appearance": {"CreativeWork"},
    },
    "CreativeWork": {
        "url": str, "headline": str, "name": str, "datePublished": str, "author": {"Person"},
        "publisher": {"Organization"}, "isPartOf": {"CreativeWork"},
        "archivedAt": str,
    },
    "CorrectionComment": {"text": str, "datePublished": str},
}  # fmt: skip


@pytest.fixture
def report(report: Report) -> Report:
    """The internal report of the checked article, whose review is published somewhere."""
    return at_page(report)


def at_page(report: Report, url: str = PAGE) -> Report:
    article = report.article.model_copy(update={"review_url": url})
    return report.model_copy(update={"article": article})


def written(report: Report) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(ClaimReviewExporter().render(report))
    return found


def only(report: Report, number: int, **fields: object) -> Report:
    (finding,) = (f for f in report.findings if f.claim.number == number)
    return report.model_copy(update={"findings": (finding.model_copy(update=fields),)})


def why(report: Report) -> str:
    (out,) = ClaimReviewExporter().left_out(report)
    return out.reason


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from nodes(each)
    elif isinstance(value, dict):
        yield value
        yield from nodes(list(value.values()))


def test_each_property_is_one_that_schema_org_gives_its_type(report: Report) -> None:
    for node in nodes(written(report)):
        for name, value in node.items():
            if name in {"@type", "@context"}:
                continue
            allowed = SCHEMA_ORG[node["@type"]][name]
            for each in value if isinstance(value, list) else [value]:
                if isinstance(allowed, set):
                    assert each["@type"] in allowed, name
                else:
                    assert type(each) is allowed, name
                    assert each not in ("", None), name


def test_google_s_rules_hold_for_each_review(report: Report) -> None:
    for review in written(report):
        rating = review["reviewRating"]
        assert review["claimReviewed"]
        assert review["url"].startswith(PAGE)
        assert rating["alternateName"]
        numbers = [rating.get(name) for name in ("worstRating", "ratingValue", "bestRating")]
        if any(number is not None for number in numbers):
            worst, value, best = numbers
            assert 1 <= worst <= value <= best
            assert best > worst


def test_the_reviews_are_those_of_the_claims_that_are_finished(report: Report) -> None:
    told = [(r["url"], r["claimReviewed"], r["reviewRating"]) for r in written(report)]
    assert told == [
        (
            f"{PAGE}#c1",
            "The harbour handled 41 million tonnes in 2025.",
            {
                "@type": "Rating",
                "alternateName": "Mostly true",
                "ratingValue": 4,
                "bestRating": 5,
                "worstRating": 1,
            },
        ),
        (
            f"{PAGE}#c2",
            "It was the first time since 1972",
            {
                "@type": "Rating",
                "alternateName": "False",
                "ratingValue": 1,
                "bestRating": 5,
                "worstRating": 1,
            },
        ),
        (
            f"{PAGE}#c4",
            "Nobody in Port Alder works on Sundays.",
            {"@type": "Rating", "alternateName": "Not checkable"},
        ),
        (f"{PAGE}#c6", "=HYPERLINK(1)", {"@type": "Rating", "alternateName": "Unproven"}),
    ]
    left_out = {out.reference: out.reason for out in ClaimReviewExporter().left_out(report)}
    assert left_out == {"C3": "it has no verdict", "C7": "it has no verdict"}


def test_a_page_with_one_review_is_pointed_at_itself(report: Report) -> None:
    (review,) = written(only(report, 1))
    assert review["url"] == PAGE


def test_the_claim_says_who_when_and_where(report: Report) -> None:
    first, second, *_ = written(report)
    assert first["itemReviewed"]["author"] == {
        "@type": "Person",
        "name": "The port authority",
        "sameAs": "https://port.example/",
    }
    assert first["itemReviewed"]["datePublished"] == "2026-03"
    appearance = first["itemReviewed"]["appearance"]
    assert appearance["url"] == "https://courier.example/harbour?id=1&view=full"
    assert appearance["datePublished"] == "2026-03-02T06:30:00+01:00"
    assert "author" not in second["itemReviewed"]
    assert "datePublished" not in second["itemReviewed"]


def test_only_public_evidence_is_cited_even_for_the_house(report: Report) -> None:
    first = written(report)[0]
    assert [work["name"] for work in first["citation"]] == ["Port statistics 2025 & {tables}"]
    assert SECRET not in json.dumps(written(report), ensure_ascii=False)


def test_the_house_and_the_public_get_the_same(report: Report, public_report: Report) -> None:
    assert written(at_page(public_report)) == written(report)


def test_a_correction_is_told(report: Report) -> None:
    verdict = report.findings[0].verdict
    assert verdict is not None
    corrected = verdict.model_copy(update={"basis": Basis.CORRECTION})
    (review,) = written(only(report, 1, verdict=corrected))
    assert review["correction"]["@type"] == "CorrectionComment"
    assert "Mostly true" in review["correction"]["text"]


@pytest.mark.parametrize("url", ["", "tidewater.example/checks", "ftp://tidewater.example/x"])
def test_without_an_address_nothing_is_published(report: Report, url: str) -> None:
    with pytest.raises(ExportFailed) as refusal:
        written(at_page(report, url))
    assert refusal.value.kind == "nothing_to_publish"
    assert "C1: no address of the review is given" in refusal.value.advice


def test_a_line_check_is_never_published(report: Report) -> None:
    scale = shipped_scale("line-check")
    verdict = report.findings[0].verdict
    assert verdict is not None
    checked = verdict.model_copy(
        update={"scale": scale.id, "rating": "confirmed", "label": "Confirmed", "value": None}
    )
    told = only(report, 1, verdict=checked).model_copy(update={"scales": (scale,)})
    assert "is not for publication" in why(told)


@pytest.mark.parametrize(
    "state", sorted(set(WorkState) - {WorkState.FINAL, WorkState.MARKED, WorkState.WITHDRAWN})
)
def test_an_unfinished_claim_is_not_published(report: Report, state: WorkState) -> None:
    claim = report.findings[0].claim.model_copy(update={"state": state})
    assert why(only(report, 1, claim=claim)) == "it is not finished"


def test_where_no_states_are_kept_reasons_and_evidence_decide(report: Report) -> None:
    claim = report.findings[0].claim.model_copy(update={"state": WorkState.MARKED})
    assert len(written(only(report, 1, claim=claim))) == 1
    assert "no evidence" in why(only(report, 1, claim=claim, evidence=()))
    bare = claim.model_copy(update={"rationale": " "})
    assert "no rationale" in why(only(report, 1, claim=bare))


def test_a_withdrawn_claim_is_not_published(report: Report) -> None:
    claim = report.findings[0].claim.model_copy(update={"state": WorkState.WITHDRAWN})
    assert why(only(report, 1, claim=claim)) == "it is withdrawn"


@pytest.mark.parametrize(
    "fields", [{"name": "tidewater CHECKS"}, {"url": "https://www.tidewater.example/about"}]
)
def test_the_publisher_does_not_review_itself(report: Report, fields: dict[str, str]) -> None:
    claimant = report.findings[0].claimant
    assert claimant is not None
    assert why(only(report, 1, claimant=claimant.model_copy(update=fields))) == (
        "the claimant is the publisher"
    )


@pytest.mark.parametrize(
    ("wording", "given_away"),
    [
        ("Mostly true: the harbour grew", True),
        ("Fact check: the harbour grew", True),
        ("The harbour grew (mostly true)", True),
        ("The harbour grew - Mostly true!", True),
        ("It is mostly true that the harbour grew", False),
        ("The harbour grew", False),
    ],
)
def test_a_wording_that_gives_the_rating_away_is_not_published(
    report: Report, wording: str, *, given_away: bool
) -> None:
    claim = report.findings[0].claim.model_copy(update={"wording": wording})
    told = only(report, 1, claim=claim)
    assert bool(ClaimReviewExporter().left_out(told)) is given_away


@pytest.mark.parametrize("values", [(0, 2), (-1, -1), (3, 3)])
def test_a_scale_that_breaks_the_rules_gives_no_numbers(
    report: Report, values: tuple[int, int]
) -> None:
    ratings = tuple(
        rating.model_copy(update={"value": value})
        for rating, value in zip(report.scale.ratings[1:3], values, strict=True)
    )
    scale = report.scale.model_copy(update={"ratings": ratings})
    verdict = report.findings[0].verdict
    assert verdict is not None
    given = verdict.model_copy(update={"value": values[0]})
    (review,) = written(
        only(report, 1, verdict=given).model_copy(update={"scale": scale, "scales": ()})
    )
    assert set(review["reviewRating"]) == {"@type", "alternateName"}


def test_nothing_that_was_written_can_end_the_script(report: Report) -> None:
    claim = report.findings[0].claim.model_copy(update={"wording": "</script><script>x"})
    told = only(report, 1, claim=claim)
    assert "</" not in script(told)
    assert json.loads(script(told)) == list(reviews(told).values())


def test_every_instant_is_utc(report: Report) -> None:
    for review in written(report):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", review["datePublished"])


def test_each_claim_has_a_file_of_its_own_beside_the_one_for_all(report: Report) -> None:
    singles = dict(ClaimReviewExporter().singles(report))
    assert list(singles) == [review["url"].partition("#")[2].upper() for review in written(report)]
    assert [json.loads(content) for content in singles.values()] == written(report)
    out = {claim.reference for claim in ClaimReviewExporter().left_out(report)}
    assert out | set(singles) == {finding.claim.reference for finding in report.findings}
    assert not out & set(singles)
