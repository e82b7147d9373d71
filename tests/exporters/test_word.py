import io
import re
from collections.abc import Iterator
from zipfile import ZipFile

import docx
import pytest
from lxml import etree
from tests.exporters.checked_desk import SECRET, TEXT
from tests.exporters.samples import sample

from factdesk.exporters.word.changes import narrowed
from factdesk.exporters.word.document import DocxExporter
from factdesk.model.report import Audience, Part, Report

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "<w:p/> & \u202ex \x07\ufffe =1+1 \ud83d"


def part(content: bytes, name: str) -> etree._Element:
    with ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def said(nodes: Iterator[etree._Element], *, after: bool = False) -> str:
    """Read the text as it is before its tracked changes are taken, or after."""
    told = {f"{W}br": "\n", f"{W}tab": "\t"}
    texts, kept = [], {f"{W}t", f"{W}delText"}
    for node in nodes:
        tracked = {each.tag for each in node.iterancestors(f"{W}ins", f"{W}del")}
        if tracked == {f"{W}del" if after else f"{W}ins"}:
            continue
        texts.append(node.text or "" if node.tag in kept else told.get(node.tag, ""))
    return "".join(texts)


def paragraphs(content: bytes, *, after: bool = False) -> list[str]:
    body = part(content, "word/document.xml").iter(f"{W}p")
    return [said(paragraph.iter(), after=after) for paragraph in body]


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
    assert sum("The note on its first place says why." in text for text in texts) == 2


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
    blocks = TEXT.split("\n\n")
    assert paragraphs(written)[2 : 2 + len(blocks)] == blocks


def test_the_report_follows_with_all_its_claims(written: bytes) -> None:
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in docx.Document(io.BytesIO(written)).paragraphs
        if paragraph.style and str(paragraph.style.name).startswith("Heading")
    ]
    sections = [text for name, text in headings if name == "Heading 2"]
    assert sections == [
        *("Bottom line", "Coverage", "Changes asked for", "Findings", "Still awaited"),
        *("Sources", "Sign-offs", "Method"),
    ]
    claims = [text.split(" ")[0] for name, text in headings if re.match(r"C\d", text)]
    assert claims == ["C1", "C2", "C3", "C4", "C6", "C7"]


def test_links_lead_to_web_addresses_alone(written: bytes) -> None:
    relations = part(written, "word/_rels/document.xml.rels")
    targets = [node.get("Target") for node in relations if node.get("TargetMode") == "External"]
    assert "https://port.example/t" in targets
    assert all(str(target).startswith("https://") for target in targets)


def test_a_reason_stands_behind_what_leads_to_it(written: bytes) -> None:
    reasons = [text for text in paragraphs(written) if text.startswith("Reason:")]
    assert reasons
    assert all(len(reason) > len("Reason: ") for reason in reasons)


def test_each_page_has_a_foot_with_its_number(written: bytes) -> None:
    (foot,) = docx.Document(io.BytesIO(written)).sections[0].footer.paragraphs
    assert foot.text.startswith("Tidewater Checks · Fact-check: Harbour counts again")
    fields = [field.get(f"{W}instr") for field in foot._p.iter(f"{W}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_every_style_that_is_used_is_there(written: bytes) -> None:
    known = {node.get(f"{W}styleId") for node in part(written, "word/styles.xml")}
    for name in ("word/document.xml", "word/comments.xml", "word/footer1.xml"):
        kinds = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
        used = {node.get(f"{W}val") for node in part(written, name).iter(*kinds)}
        assert used <= known


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


def tracked(content: bytes) -> list[tuple[str, str, str, str]]:
    """Read what is struck and what is put in: which, by whom, when, the words."""
    return [
        (
            node.tag.removeprefix(W),
            str(node.get(f"{W}author")),
            str(node.get(f"{W}date")),
            "".join(inner.text or "" for inner in node.iter(f"{W}t", f"{W}delText")),
        )
        for node in part(content, "word/document.xml").iter(f"{W}ins", f"{W}del")
    ]


def test_a_proposed_change_is_tracked_on_the_words_that_differ(written: bytes) -> None:
    assert tracked(written) == [
        ("del", f"Dee {SECRET}", "2026-03-04T10:05:00Z", "41"),
        ("ins", f"Dee {SECRET}", "2026-03-04T10:05:00Z", "40.6"),
    ]
    texts = paragraphs(written, after=True)
    assert "The harbour of Kestrel Bay handled 40.6 million tonnes last year 🚢🚢" in texts[3]


def test_a_comment_names_the_changes_and_covers_the_new_words_too(written: bytes) -> None:
    (first,) = (text for *_, text in comments(written).values() if "40.6 million tonnes" in text)
    assert "Must: “handled 41 million tonnes” → “handled 40.6 million tonnes”" in first
    nodes = [node.tag.removeprefix(W) for node in part(written, "word/document.xml").iter()]
    start, put_in = nodes.index("commentRangeStart"), nodes.index("ins")
    assert start < put_in < nodes.index("commentRangeEnd")


def test_the_public_sees_no_change(public_report: Report) -> None:
    assert tracked(DocxExporter().render(public_report)) == []


@pytest.mark.parametrize(
    ("old", "new", "struck", "put_in"),
    [
        ("cost $48 million", "cost about $48 million", "", " about"),
        ("cost about $48 million", "cost $48 million", " about", ""),
        ("in 1965", "in 1971", "1965", "1971"),
        ("Nearly all left", "All left", "Nearly all", "All"),
        ("Nearly all left", "all left", "Nearly ", ""),
        ("All left", "Nearly All left", "All", "Nearly All"),
        ("all of it", "", "all of it", ""),
        ("one", "two three", "one", "two three"),
        ("a b c", "x y z", "a b c", "x y z"),
    ],
)
def test_only_the_words_that_differ_are_struck(
    old: str, new: str, struck: str, put_in: str
) -> None:
    span, words = narrowed(old, new)
    assert (old[span.start : span.stop], words) == (struck, put_in)
    made = old[: span.start] + words + old[span.stop :]
    assert made == new


def test_of_two_changes_that_overlap_the_first_is_tracked() -> None:
    content = DocxExporter().render(sample())
    assert [words for _, _, _, words in tracked(content)] == ["“the", "“one of the", " about"]


def test_the_memo_and_the_report_are_clean_documents(report: Report) -> None:
    for wanted, heading in ((Part.MEMO, "Changes memo: "), (Part.REPORT, "Fact-check: ")):
        content = DocxExporter(wanted).render(report)
        assert paragraphs(content)[0].startswith(heading)
        assert commented(content) == {}
        assert tracked(content) == []
