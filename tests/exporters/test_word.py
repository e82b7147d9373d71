import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from tests.exporters.checked_desk import SECRET, TEXT
from tests.exporters.samples import sample

from factdesk.exporters.word.document import DocxExporter
from factdesk.model.report import Audience, Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "<w:p/> & \u202ex \x07\ufffe =1+1 \ud83d"


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def said(nodes: Iterator[etree._Element]) -> str:
    told = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        node.text or "" if node.tag == f"{W}t" else told.get(node.tag, "") for node in nodes
    )


def commented(content: bytes) -> dict[str, str]:
    """Read of each comment's number the words between its start and its end."""
    nodes = list(part(content, "word/document.xml").iter())
    tags = [(node.tag, node.get(f"{W}id")) for node in nodes]
    return {
        str(key): said(iter(nodes[place : tags.index((f"{W}commentRangeEnd", key))]))
        for place, (tag, key) in enumerate(tags)
        if tag == f"{W}commentRangeStart"
    }


def comments(content: bytes) -> dict[str, tuple[str, str, str, str]]:
    """Read of each comment's number the author, the initials, the time and the text."""
    return {
        str(node.get(f"{W}id")): (
            str(node.get(f"{W}author")),
            str(node.get(f"{W}initials")),
            str(node.get(f"{W}date")),
            "\n".join(said(paragraph.iter()) for paragraph in node.iter(f"{W}p")),
        )
        for node in part(content, "word/comments.xml").iter(f"{W}comment")
    }


@pytest.fixture
def written(report: Report) -> bytes:
    return DocxExporter().render(report)


def test_each_place_of_each_claim_is_a_comment_on_the_very_words(
    written: bytes, report: Report
) -> None:
    words, told = commented(written), comments(written)
    assert words.keys() == told.keys()
    found = sorted((told[key][3].split(" ")[0], words[key]) for key in words)
    assert found == sorted(
        (finding.claim.reference, anchor.exact)
        for finding in report.findings
        for anchor in finding.anchors
    )


def test_a_comment_says_verdict_reasons_and_evidence(written: bytes) -> None:
    texts = [text for *_, text in comments(written).values()]
    (first,) = (text for text in texts if text.startswith("C1 ") and "40.6" in text)
    assert first.split("\n")[:3] == [
        "C1 · ◕ Mostly true",
        "The harbour handled 41 million tonnes in 2025.",
        "The table says 40.6 million, see the table.",
    ]
    assert "Qualifies: Port statistics 2025 & {tables}, p. 14, table 3, accessed 3 March" in first
    assert "https://port.example/statistics.pdf?a=1&b=2" in first
    assert sum("The comment on its first place says why." in text for text in texts) == 2


def test_a_comment_has_its_checker_and_the_time_of_the_verdict(written: bytes) -> None:
    signed = {text.split(" ")[0]: rest for *rest, text in comments(written).values()}
    assert signed["C1"] == [f"Dee {SECRET}", "DQ", "2026-03-04T10:05:00Z"]
    assert signed["C3"][0] == "Tidewater Checks"


def test_the_public_learns_the_house_alone(public_report: Report) -> None:
    content = DocxExporter().render(public_report)
    assert {(author, initials) for author, initials, *_ in comments(content).values()} == {
        ("Tidewater Checks", "TC")
    }
    with ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert SECRET.encode() not in archive.read(name)


def test_the_article_is_there_word_for_word(written: bytes) -> None:
    texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(written)).paragraphs]
    blocks = TEXT.split("\n\n")
    assert texts[2 : 2 + len(blocks)] == blocks


def test_the_report_follows_with_all_its_claims(written: bytes) -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in docx.Document(io.BytesIO(written)).paragraphs
        if paragraph.style and str(paragraph.style.name).startswith("Heading")
    ]
    sections = [text for name, text in headings if name == "Heading 2"][1:]
    assert sections == ["Bottom line", "Coverage", "Findings", "Sources", "Method"]
    claims = [text.split(" ")[0] for name, text in headings if re.match(r"C\d", text)]
    assert claims == ["C1", "C2", "C3", "C4", "C6", "C7"]


def test_links_lead_to_web_addresses_alone(written: bytes) -> None:
    relations = part(written, "word/_rels/document.xml.rels")
    targets = [node.get("Target") for node in relations if node.get("TargetMode") == "External"]
    assert "https://port.example/t" in targets
    assert all(str(target).startswith("https://") for target in targets)


def test_its_times_are_the_desk_s(written: bytes) -> None:
    about = docx.Document(io.BytesIO(written)).core_properties
    assert str(about.created) == str(about.modified) == "2026-03-04 10:05:00+00:00"
    with ZipFile(io.BytesIO(written)) as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}


def test_what_a_hostile_article_writes_stays_text() -> None:
    report = sample()
    base = report.findings[0]
    claim = base.claim.model_copy(update={"wording": HOSTILE, "rationale": HOSTILE})
    told = report.model_copy(
        update={
            "article": report.article.model_copy(update={"title": HOSTILE, "url": HOSTILE}),
            "findings": (base.model_copy(update={"claim": claim}),),
        }
    )
    content = DocxExporter().render(told)
    assert docx.Document(io.BytesIO(content)).paragraphs[0].text.startswith("<w:p/> & [U+202E]x")


@pytest.mark.parametrize("audience", Audience)
def test_a_report_made_by_hand_can_be_opened(audience: Audience) -> None:
    assert docx.Document(io.BytesIO(DocxExporter().render(sample(audience)))).paragraphs
