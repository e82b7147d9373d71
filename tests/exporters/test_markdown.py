import os
import re
import subprocess
import sys
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.exporters.gild import golden, written
from tests.exporters.samples import (
    ARTICLE,
    VERSION,
    anchor,
    claim,
    longest,
    sample,
    shipped_scale,
    since_version_1,
)

from factdesk.errors import ExportFailed
from factdesk.exporters.markdown import MarkdownExporter
from factdesk.model.changes import ChangedPassage, Words
from factdesk.model.claim import WorkState
from factdesk.model.report import Audience, Finding, Part, Report

READER = MarkdownIt("commonmark").enable("table")

HOSTILE = "# <b>x</b> [a](http://evil.example) *b* | `c` \u202e & &amp; www.evil.example\n- d"


def rendered(report: Report) -> str:
    return MarkdownExporter().render(report).decode()


def read(report: Report) -> list[Token]:
    return READER.parse(rendered(report))


def words(token: Token) -> str:
    return "".join(child.content for child in token.children or ())


def headings(tokens: list[Token]) -> list[tuple[str, str]]:
    return [
        (token.tag, words(following))
        for token, following in pairwise(tokens)
        if token.type == "heading_open"
    ]


def tables(tokens: list[Token]) -> list[list[list[str]]]:
    found: list[list[list[str]]] = []
    for place, token in enumerate(tokens):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in {"th_open", "td_open"}:
            found[-1][-1].append(words(tokens[place + 1]))
    return found


def links(tokens: list[Token]) -> list[object]:
    return [
        child.attrs["href"]
        for token in tokens
        for child in token.children or ()
        if child.type == "link_open"
    ]


def with_findings(*findings: Finding, **fields: object) -> Report:
    return sample().model_copy(
        update={"findings": findings, "sources": (), "changes": None, **fields}
    )


@pytest.mark.parametrize("audience", Audience)
def test_the_report_is_the_golden_one(audience: Audience) -> None:
    assert rendered(sample(audience)) == golden(audience).read_text(encoding="utf-8")


@pytest.mark.parametrize("part", [Part.COPY, Part.MEMO, Part.CHANGES])
def test_the_other_documents_are_the_golden_ones(part: Part) -> None:
    there = MarkdownExporter(part).render(sample()).decode()
    assert there == written(part).read_text(encoding="utf-8")


def test_the_same_report_gives_the_same_bytes_in_any_process() -> None:
    script = (
        "import sys; from tests.exporters.samples import sample;"
        "from factdesk.exporters.markdown import MarkdownExporter;"
        "sys.stdout.buffer.write(MarkdownExporter().render(sample()))"
    )
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    there = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, **surroundings, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
    )
    assert there.stdout == MarkdownExporter().render(sample())


def test_the_headings_are_those_of_the_claims_in_the_order_of_the_report() -> None:
    found = headings(read(sample()))
    assert found[0] == ("h1", f"Fact-check: {ARTICLE.title}")
    assert [title for level, title in found if level == "h3"][:-1] == [
        "C1 · ¶2 · ◔ Mostly false",
        "C3 · ¶2 · not judged",
        "C2 · ¶3 · ✗ False",
        "C4 · ¶5 · ∅ Not checkable",
        "C6 · no place in this text · not judged",
    ]
    assert [title for level, title in found if level == "h2"] == [
        *("Bottom line", "Coverage", "Remarked by the program", "Changes asked for"),
        *("What changed since we checked", "Findings", "Still awaited", "Sources"),
        *("Left out, because", "Sign-offs", "Method"),
    ]


def test_the_table_of_counts_equals_what_the_body_holds() -> None:
    tokens = read(sample())
    (_, *rows, total), _ = tables(tokens)
    bodies = [title.split(" · ")[-1] for level, title in headings(tokens) if level == "h3"][:-1]
    assert {row[0].lower(): int(row[1]) for row in rows} == {
        body.lower(): bodies.count(body) for body in bodies
    }
    assert total == ["Total", str(len(bodies))]


def test_the_definitions_are_those_of_the_ratings_used() -> None:
    scale = shipped_scale()
    _, (_, *rows) = tables(read(sample()))
    used = [scale.rating(code) for code in ("mostly-false", "false", "not-checkable")]
    assert rows == [
        [f"{r.glyph} {r.label}", "" if r.value is None else str(r.value), r.definition]
        for r in used
        if r
    ]


def test_each_link_is_an_address_of_the_data() -> None:
    assert links(read(sample())) == [
        ARTICLE.url,
        "https://town.example/quill",
        "https://bridges.example/register.pdf",
        "https://tidewater.example/errors",
    ]


def test_the_numbers_of_the_sources_are_those_of_the_citations() -> None:
    text = rendered(sample())
    sources = re.findall(r"^(\d+)\. .*“(.+?)”", text, re.MULTILINE)
    assert sources == [
        ("1", "Register of movable bridges 2025"),
        ("2", "Second tunnel tube handed over"),
    ]
    assert "Register of movable bridges 2025 [1]" in text
    assert "Second tunnel tube handed over [2]" in text


def test_a_rating_without_number_shows_none() -> None:
    text = rendered(sample())
    assert "**Verdict:** ◔ Mostly false (2 on a scale of 1 to 5)" in text
    assert "**Verdict:** ∅ Not checkable, 17 February 2026" in text


def test_the_history_keeps_the_label_of_the_day() -> None:
    assert "1. 16 February 2026: ◕ Largely true (initial, Dee Okafor)" in rendered(sample())


def test_a_public_report_has_nothing_of_the_desks_own() -> None:
    report = sample(Audience.PUBLIC).model_copy(update={"checkers": sample().checkers})
    (body, _) = rendered(report).split("## Sources")
    body = body.split("## Bottom line")[1]
    for inner in ("Dee", "engineer", "Asked the office", "query", "further piece", "Notes"):
        assert inner not in body
    assert VERSION.source_name not in rendered(report).replace("\\", "")


def test_what_was_withheld_is_told_to_the_desk_in_words() -> None:
    assert "1 further piece of evidence cannot be shown here." in rendered(sample())


def test_what_a_hostile_article_writes_stays_text() -> None:
    article = ARTICLE.model_copy(
        update={"title": HOSTILE, "authors": (HOSTILE,), "publisher": HOSTILE, "url": HOSTILE}
    )
    base = longest()
    report = with_findings(
        base.model_copy(
            update={
                "claim": base.claim.model_copy(update={"wording": HOSTILE, "rationale": HOSTILE}),
                "claimant": base.claimant and base.claimant.model_copy(update={"name": HOSTILE}),
                "notes": tuple(n.model_copy(update={"text": HOSTILE}) for n in base.notes),
            }
        ),
        article=article,
    )
    tokens = [inner for token in read(report) for inner in (token, *(token.children or ()))]
    assert not [token for token in tokens if token.type.startswith("html")]
    assert links(read(report)) == [
        "https://town.example/quill",
        "http://evil.example",  # the checker's own, from the rationale
        "https://tidewater.example/errors",
    ]
    titles = headings(read(report))
    assert titles[0][0] == "h1"
    assert [level for level, _ in titles].count("h1") == 1


def test_no_link_definition_reaches_the_numbers_of_the_sources() -> None:
    base = longest()
    own = base.claim.model_copy(update={"rationale": "See [1].\n\n[1]: https://evil.example"})
    report = sample().model_copy(update={"findings": (base.model_copy(update={"claim": own}),)})
    assert "https://evil.example" not in links(read(report))


def test_the_copy_holds_the_article_with_a_reference_where_each_place_ends() -> None:
    text = MarkdownExporter(Part.COPY).render(sample()).decode()
    read = "".join(words(token) for token in READER.parse(text) if token.type == "inline")
    for finding in sample().findings:
        for place in finding.anchors:
            assert re.search(rf"{re.escape(place.exact)}.{{0,3}} \[{finding.claim.reference}", read)


def test_the_memo_holds_proposals_and_open_queries_alone() -> None:
    text = MarkdownExporter(Part.MEMO).render(sample()).decode()
    titles = [title for _, title in headings(READER.parse(text))]
    assert titles[1:] == [
        *("To be decided", "C1 · ¶2", "Queries", "C3 · ¶2"),
        *("Accepted, to be made", "C3 · ¶2", "Stet: the text stands", "C1 · ¶4"),
    ]
    assert "It is **“the longest of its kind in Europe”**, mayor" in text
    for inner in ("Mostly false", "Sund", "Call the mayor", "treasurer", "Swing bridges"):
        assert inner not in text


def test_the_memo_is_not_for_the_public() -> None:
    with pytest.raises(ExportFailed, match="for the writer and the editor"):
        MarkdownExporter(Part.MEMO).render(sample(Audience.PUBLIC))


def test_hundreds_of_claims_each_appear_once() -> None:
    findings = [
        Finding(claim=claim(number), anchors=(anchor(number, "the port"),))
        for number in range(1, 601)
    ]
    tokens = read(with_findings(*findings))
    references = [title.split(" · ")[0] for level, title in headings(tokens) if level == "h3"][:-1]
    assert references == [f"C{number}" for number in range(1, 601)]


def test_an_article_without_claims_says_so_and_has_no_empty_sections() -> None:
    report = with_findings(left_out=(), signoffs=(), remarks=())
    sections = [title for level, title in headings(read(report)) if level == "h2"]
    assert sections == ["Bottom line", "Method"]
    assert "No claim is reported." in rendered(report)


def test_a_changed_number_is_set_off_whole() -> None:
    parts = (("5", True), (",", False), ("000", True), (" of 5,", False), ("2", True))
    words = (Words(text="about "), *(Words(text=text, gone=gone) for text, gone in parts))
    changes = since_version_1().model_copy(
        update={"passages": (ChangedPassage(paragraph=1, words=words),)}
    )
    text = MarkdownExporter(Part.CHANGES).render(with_findings(changes=changes)).decode()
    assert "about **5,000** of 5,**2**" in text


def test_no_section_is_empty() -> None:
    for audience in Audience:
        tokens = read(sample(audience))
        for place, token in enumerate(tokens):
            if token.type == "heading_close" and place + 1 < len(tokens):
                following = tokens[place + 1]
                assert following.type != "heading_open" or following.tag > token.tag


def test_a_verdict_of_a_lost_scale_is_still_reported_by_its_label() -> None:
    base = longest()
    lost = base.verdict and base.verdict.model_copy(update={"scale": "gone", "label": "So-so"})
    report = with_findings(base.model_copy(update={"verdict": lost, "verdicts": (lost,)}))
    assert "### C1 · ¶2 · So-so" in rendered(report)
    assert "| So-so | 1 |" in rendered(report)


@pytest.mark.parametrize("state", WorkState)
def test_a_claim_without_a_verdict_says_why(state: WorkState) -> None:
    bare = Finding(claim=claim(1, state=state), anchors=(anchor(1, "the port"),))
    text = rendered(with_findings(bare, left_out=()))
    assert re.search(r"- \*\*Not judged:\*\* 1\n  - \S.*: C1$", text, re.MULTILINE)
    assert "none judged" in text
