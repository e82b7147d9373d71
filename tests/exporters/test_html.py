import json
import re
import warnings
from collections.abc import Iterator
from itertools import pairwise
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.exporters.checked_desk import SECRET, TEXT
from tests.exporters.samples import sample

from factdesk.exporters.html.page import HtmlExporter
from factdesk.exporters.html.writing import written
from factdesk.exporters.outline.parts import Markdown
from factdesk.model.report import Audience, Part, Report

#: Old browsers' warnings of the parser, not of ours.
warnings.filterwarnings("ignore", module="html5lib")

HOSTILE = (
    "<script>x()</script> \"'><img src=//evil.example/x onerror=x()> </style> & &amp; \u202eabc"
)


def page(report: Report) -> str:
    return HtmlExporter().render(report).decode()


def parsed(text: str) -> ET.Element:
    """Read a page as browsers do, and insist that nothing had to be mended."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: ET.Element = parser.parse(text)
    return root


def words(element: ET.Element) -> str:
    return "".join(element.itertext())


def of_class(root: ET.Element, name: str) -> Iterator[ET.Element]:
    return (each for each in root.iter() if name in each.get("class", "").split())


@pytest.mark.parametrize("audience", Audience)
def test_the_page_is_valid_and_needs_nothing_else(audience: Audience) -> None:
    root = parsed(page(sample(audience)))
    assert not list(root.iter("script"))
    for element in root.iter():
        assert element.tag not in {"img", "link", "iframe", "object", "form", "base"}
        assert "src" not in element.attrib
        assert not [name for name in element.attrib if name.startswith("on")]
    (policy,) = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv"))
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def test_names_in_the_page_are_unique_and_links_find_them(report: Report) -> None:
    root = parsed(page(report))
    names = [name for each in root.iter() if (name := each.get("id"))]
    assert len(set(names)) == len(names)
    for each in root.iter("a"):
        href = each.get("href", "")
        assert href.startswith(("https://", "http://")) or href[1:] in names, href


def test_each_claim_stands_once_in_the_report_in_the_order_of_the_text(report: Report) -> None:
    found = [words(h) for h in parsed(page(report)).iter("h3") if re.match(r"C\d", words(h))]
    assert found == [
        "C1 · ¶2 · ◕ Mostly true",
        "C2 · ¶2 · ✗ False",
        "C3 · ¶3 · not judged",
        "C4 · ¶3 · ∅ Not checkable",
        "C6 · ¶5 · ? Unproven",
        "C7 · no place in this text · not judged",
    ]


def test_the_copy_holds_the_whole_article_and_marks_the_very_words(report: Report) -> None:
    root = parsed(page(report))
    (copy,) = of_class(root, "copy")
    for sup in copy.iter("sup"):
        sup.text, sup[:] = "", []
    blocks = ["".join(row[0].itertext()) for row in of_class(copy, "row")]
    assert blocks == TEXT.split("\n\n")
    marked = "|".join(words(mark) for mark in copy.iter("mark"))
    for quote in ("handled 41 million tonnes", "We have doubled our crews"):
        assert quote in marked
    assert "It was |the first time since 1972| that it overtook Port Alder" in marked


def test_marks_are_told_apart_without_colour(report: Report) -> None:
    (copy,) = of_class(parsed(page(report)), "copy")
    by_text = {words(mark): mark for mark in copy.iter("mark")}
    assert "open" in by_text["We have doubled our crews"].get("class", "").split()
    assert "review" in by_text["We have doubled our crews"].get("class", "").split()
    assert "d2" in by_text["the first time since 1972"].get("class", "").split()
    references = [words(sup) for sup in copy.iter("sup")]
    assert references == [
        "[C1\xa0◕]", "[C2\xa0✗]", "[C2\xa0✗]", "[C3]", "[C4\xa0∅]", "[C1\xa0◕]", "[C6\xa0?]"
    ]  # fmt: skip


def test_each_claim_has_one_note_beside_its_first_place(report: Report) -> None:
    notes = [words(note) for note in of_class(parsed(page(report)), "note")]
    assert [note.split(" ")[0] for note in notes] == ["C1", "C2", "C3", "C4", "C6"]
    assert "The table says 40.6 million, see the table." in notes[0]


def test_what_a_hostile_article_writes_stays_text() -> None:
    report = sample()
    base = report.findings[0]
    hostile = report.model_copy(
        update={
            "article": report.article.model_copy(
                update={"title": HOSTILE, "publisher": HOSTILE, "url": HOSTILE, "language": HOSTILE}
            ),
            "findings": (
                base.model_copy(
                    update={
                        "claim": base.claim.model_copy(
                            update={"wording": HOSTILE, "rationale": HOSTILE}
                        ),
                        "notes": tuple(n.model_copy(update={"text": HOSTILE}) for n in base.notes),
                    }
                ),
            ),
        }
    )
    root = parsed(page(hostile))
    for element in root.iter():
        assert element.tag not in {"script", "img"}
        assert "onerror" not in element.attrib
    assert words(next(root.iter("title"))).startswith("Fact-check: <script>x()</script>")
    assert "\u202e" not in page(hostile)


@pytest.mark.parametrize(
    "markdown",
    [
        "[x](javascript:alert(1))", "[x](data:text/html,x)", "![x](https://evil.example/x.png)",
        "<img src=x>", "<javascript:alert(1)>", "[x]: javascript:x\n\n[x]",
    ],
)  # fmt: skip
def test_a_rationale_starts_nothing_and_fetches_nothing(markdown: str) -> None:
    told = written(Markdown(markdown, 4))
    assert "<img" not in told
    assert not re.search(r'href="(?!https?://)', told)


def test_headings_of_a_rationale_stand_below_the_report_s() -> None:
    assert written(Markdown("# One\n\n### Three", 4)) == "<h5>One</h5>\n<h6>Three</h6>"
    assert written(Markdown("### Three", 3)) == "<h4>Three</h4>"


@pytest.mark.parametrize("part", [None, Part.REPORT, Part.COPY])
def test_no_level_of_headings_is_left_out(report: Report, part: Part | None) -> None:
    first, *others = report.findings
    claim = first.claim.model_copy(update={"rationale": "### Why\n\n##### Deeper\n\nBecause."})
    told = report.model_copy(
        update={"findings": (first.model_copy(update={"claim": claim}), *others)}
    )
    text = HtmlExporter(part).render(told).decode()
    levels = [0, *(int(level) for level in re.findall(r"<h(\d)", text))]
    assert levels[1] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_a_published_page_carries_its_claimreviews(public_report: Report) -> None:
    article = public_report.article.model_copy(update={"review_url": "https://t.example/x"})
    told = public_report.model_copy(update={"article": article})
    (script,) = parsed(page(told)).iter("script")
    assert script.get("type") == "application/ld+json"
    first, *_ = json.loads(words(script))
    assert first["url"] == "https://t.example/x#c1"
    assert "</" not in words(script)
    assert not list(parsed(page(public_report)).iter("script"))


def test_the_public_page_holds_nothing_of_the_house_s_own(public_report: Report) -> None:
    assert SECRET not in page(public_report)
    assert "query" not in page(public_report)


def test_colours_follow_the_reader_s_scheme(report: Report) -> None:
    style = next(words(each) for each in parsed(page(report)).iter("style"))
    assert "prefers-color-scheme:dark" in style
    for rating in ("#12919a", "#5fe0d4", "#c0103c", "#f0405c"):
        assert rating in style
