import io
from typing import Any

import pypdf
import pytest
from tests.exporters.samples import sample

from factdesk.exporters.pdf.document import PdfExporter
from factdesk.model.report import Audience, Report

HOSTILE = "<para><b>x</b></para> & &amp; <img src='x'/> \u202ey \x07 漢字 かな 한글 🚢 </font>"


def opened(report: Report) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(PdfExporter().render(report)))


def words(report: Report) -> str:
    return " ".join(" ".join(page.extract_text() for page in opened(report).pages).split())


def bookmarks(outline: Any, depth: int = 0) -> list[tuple[int, str]]:  # noqa: ANN401 - pypdf's own
    found = []
    for each in outline:
        if isinstance(each, list):
            found += bookmarks(each, depth + 1)
        else:
            found.append((depth, str(each.title)))
    return found


def test_the_bookmarks_are_the_sections_and_the_claims(report: Report) -> None:
    found = bookmarks(opened(report).outline)
    assert found[0] == (0, "Fact-check: Harbour counts again, *and* again")
    assert found[-1] == (0, "Annotated copy")
    sections = [title for depth, title in found if depth == 1]
    assert sections == [
        *("Bottom line", "Coverage", "Changes asked for", "Findings", "Still awaited"),
        *("Sources", "Sign-offs", "Method"),
    ]
    claims = [title for depth, title in found if depth == 2 and title.startswith("C")]
    assert claims == [
        "C1 · ¶2 · ◕ Mostly true",
        "C2 · ¶2 · ✗ False",
        "C3 · ¶3 · not judged",
        "C4 · ¶3 · ∅ Not checkable",
        "C6 · ¶5 · ? Unproven",
        "C7 · no place in this text · not judged",
    ]


def test_the_pages_hold_the_report_and_the_article(report: Report) -> None:
    text = words(report)
    for told in (
        "6 claims, 4 of them judged",
        "The table says 40.6 million, see the table.",
        "Verdict: ◕ Mostly true (4 on a scale of 1 to 5)",
        "Qualifies: Port statistics 2025 & {tables} [1], p. 14, table 3",
        "=SUM(A1) is what the clerk typed <script>alert(1)</script> & left.",
        "handled 41 million tonnes[C1 ◕]",
        "We have doubled our crews[C3?]",
    ):
        assert told in text


def test_links_lead_to_the_web_or_into_the_document(report: Report) -> None:
    uris = [
        str(annotation.get_object()["/A"]["/URI"])
        for page in opened(report).pages
        for annotation in page.get("/Annots", [])
        if "/A" in annotation.get_object()
    ]
    assert "https://port.example/t" in uris
    assert all(uri.startswith("https://") for uri in uris)


def test_it_says_what_it_is_and_its_time_is_the_desk_s(report: Report) -> None:
    about = opened(report).metadata
    assert about is not None
    assert (about.title, about.author) == (
        "Fact-check: Harbour counts again, *and* again", "Tidewater Checks"
    )  # fmt: skip
    assert str(about.creation_date) == "2026-03-04 10:05:00+00:00"


def test_each_page_has_a_foot_with_its_number(report: Report) -> None:
    for number, page in enumerate(opened(report).pages, 1):
        told = page.extract_text()
        assert "Tidewater Checks · Fact-check: Harbour counts again" in told
        assert str(number) in told.split("\n")


@pytest.mark.parametrize("audience", Audience)
def test_what_a_hostile_article_writes_stays_text(audience: Audience) -> None:
    report = sample(audience)
    base = report.findings[0]
    claim = base.claim.model_copy(update={"wording": HOSTILE, "rationale": HOSTILE})
    told = report.model_copy(
        update={
            "article": report.article.model_copy(update={"title": HOSTILE, "url": HOSTILE}),
            "findings": (base.model_copy(update={"claim": claim}),),
        }
    )
    text = words(told)
    assert "<para><b>x</b></para> & &amp;" in text
    assert "[U+202E]y" in text
    for script in ("漢字", "かな", "한글", "□"):
        assert script in text


def test_the_foot_keeps_free_of_the_number_whatever_the_title(report: Report) -> None:
    for title in ("x" * 300, "漢字" * 60, "word " * 90):
        article = report.article.model_copy(update={"title": title})
        told = opened(report.model_copy(update={"article": article})).pages[2].extract_text()
        foot = next(line for line in told.split("\n") if line.startswith("Tidewater Checks ·"))
        assert len(foot) < 150
        assert "漢" not in foot


def test_a_title_longer_than_a_page_flows_on_and_is_one_bookmark(report: Report) -> None:
    article = report.article.model_copy(update={"title": "Harbour " * 900})
    read = opened(report.model_copy(update={"article": article}))
    assert [depth for depth, _ in bookmarks(read.outline)].count(0) == 2


def test_a_text_longer_than_a_page_flows_on(report: Report) -> None:
    finding = report.findings[0]
    long = "\n\n".join(["word " * 900, "- " + "entry " * 900, "> " + "quote " * 900, "x" * 3000])
    claim = finding.claim.model_copy(update={"rationale": long})
    told = report.model_copy(update={"findings": (finding.model_copy(update={"claim": claim}),)})
    assert len(opened(told).pages) > 4
