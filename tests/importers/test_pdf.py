"""PDFs: from places on pages to paragraphs."""

from textwrap import wrap

import pytest
from tests.importers.pages import PARAGRAPHS, TITLE
from tests.importers.pdf_files import Page, Text, columns, hebrew, pdf, raw_pdf

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.pdf.character import Character
from factdesk.importers.pdf.hyphens import Hyphens
from factdesk.importers.pdf.right_to_left import text_of
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

STORY = [*PARAGRAPHS, *reversed(PARAGRAPHS)]
HEADLINE = Text(50, 790, TITLE[:39], 20)


def draft(content: bytes) -> Draft:
    return read(Document(name="proof.pdf", content=content))


def texts(content: bytes) -> list[str]:
    return [block.text for block in draft(content).blocks]


def with_furniture(pages: list[Page]) -> list[Page]:
    return [
        [
            Text(200, 815, "The Courier of Halvern Sound", 8),
            *page,
            Text(50, 30, f"Page {number}", 8),
        ]
        for number, page in enumerate(pages, 1)
    ]


@pytest.mark.parametrize("edges", [(50.0,), (50.0, 320.0), (40.0, 220.0, 400.0)])
@pytest.mark.parametrize(("indent", "space"), [(2, 0), (0, 20)])
def test_paragraphs_come_out_whole_across_columns_and_pages(
    edges: tuple[float, ...], indent: int, space: float
) -> None:
    width = {1: 80, 2: 40, 3: 27}[len(edges)]
    pages = columns(STORY, edges=edges, width=width, indent=indent, space=space)
    assert texts(pdf(with_furniture(pages))) == STORY


def test_a_short_line_at_the_end_of_a_column_is_a_paragraph_though_it_ends_no_sentence() -> None:
    story = [PARAGRAPHS[0], "Doubled crews", *PARAGRAPHS[1:3]]
    rows = len(wrap(PARAGRAPHS[0], 40)) + 2
    pages = columns(story, edges=(40, 320), width=40, rows=rows, indent=0, space=20)
    assert texts(pdf(pages)) == story


def test_running_heads_and_page_numbers_are_left_out_and_told() -> None:
    pages = with_furniture(columns(STORY, width=40))
    assert len(pages) > 1
    out = draft(pdf(pages)).left_out
    assert [each.text for each in out] == ["The Courier of Halvern Sound", "Page 1"]
    assert {each.reason for each in out} == {"Running head or page number"}


def test_columns_that_were_written_row_by_row_are_read_column_by_column() -> None:
    (page,) = columns(STORY[:4], width=40, rows=14)
    rows = sorted(page, key=lambda text: -text.y)
    assert texts(pdf([rows])) == STORY[:4]


def test_what_a_browser_prints_around_a_page_is_left_out_and_gives_the_address() -> None:
    (page,) = columns(PARAGRAPHS[:2], edges=(50,), width=80, indent=0, space=20)
    around = [
        Text(50, 820, "24/11/2026, 05:36", 8),
        Text(300, 820, TITLE, 8),
        Text(50, 15, "https://courier.example/harbour", 8),
        Text(550, 15, "1/1", 8),
    ]
    printed = draft(pdf([[*around, *page]], f"/Title({TITLE})/Creator(Mozilla/5.0 Chrome)"
                        "/CreationDate(D:20261124053600Z)"))  # fmt: skip
    assert [block.text for block in printed.blocks] == list(PARAGRAPHS[:2])
    assert (printed.title, printed.url) == (TITLE, "https://courier.example/harbour")
    assert printed.published == ""


def test_the_largest_line_is_the_title_and_larger_ones_are_headings() -> None:
    page = [
        HEADLINE,
        *columns(PARAGRAPHS[:2], edges=(50,), width=80)[0],
        Text(50, 620, "Doubled crews", 13),
        *columns(PARAGRAPHS[2:4], edges=(50,), width=80, top=610)[0],
    ]
    info = (
        "/Title(proof_final2.indd)/Author(Ada Lindqvist; Tom Reyes)"
        "/CreationDate(D:20260504182000+02'00')"
    )
    proof = draft(pdf([page], info))
    assert proof.title == HEADLINE.text
    assert [block.text for block in proof.blocks if block.kind == BlockKind.HEADING] == [
        "Doubled crews"
    ]
    assert proof.authors == ("Ada Lindqvist", "Tom Reyes")
    assert proof.published == "2026-05-04T18:20:00+02:00"
    assert any("day on which the document was created" in each for each in proof.warnings)


def test_a_drop_cap_begins_its_word() -> None:
    body = columns([PARAGRAPHS[0][1:], *PARAGRAPHS[1:3]], edges=(50,), width=80)[0]
    shifted = [text._replace(x=text.x + 30) if row < 2 else text for row, text in enumerate(body)]
    page = [Text(50, body[1].y, PARAGRAPHS[0][0], 30), *shifted]
    assert texts(pdf([page])) == list(PARAGRAPHS[:3])


def test_footnotes_come_last_and_tear_no_paragraph_apart() -> None:
    first, second = columns(PARAGRAPHS[:4], edges=(50,), width=80, rows=7)
    note = [Text(50, 100, "1 Counted by hand, as the", 7), Text(50, 91, "authority says.", 7)]
    found = texts(pdf([[*first, *note], second]))
    assert found == [*PARAGRAPHS[:4], "1 Counted by hand, as the authority says."]


def test_ligatures_come_apart_and_bullets_are_items() -> None:
    page = [
        *columns([PARAGRAPHS[0]], edges=(50,), width=80)[0],
        Text(50, 600, "• the \x01rst of the eels"),
        Text(50, 587, "• the last of them"),
    ]
    content = pdf([page])

    found = draft(content).blocks[-2:]
    assert [tuple(block) for block in found] == [
        (BlockKind.LIST_ITEM, "the first of the eels"),
        (BlockKind.LIST_ITEM, "the last of them"),
    ]


@pytest.mark.parametrize(
    ("line", "following", "joined"),
    [
        ("the govern\u2010", "ment said", "the government said"),
        ("the govern\u00ad", "ment said", "the government said"),
        ("the govern\u00ad\u2010", "ment said", "the government said"),
        ("the harbour of Baden-", "Baden grew", "the harbour of Baden-Baden grew"),
        ("the govern-", "ment said", "the government said"),
        ("in 2020-", "21 it rose", "in 2020-21 it rose"),
        ("it rose —", "and fell", "it rose — and fell"),
        ("it rose—", "and fell", "it rose—and fell"),
        ("the first", "of them", "the first of them"),
        ("今日は", "晴れ", "今日は晴れ"),
    ],
)
def test_lines_are_joined_with_a_space_or_in_the_middle_of_a_word(
    line: str, following: str, joined: str
) -> None:
    assert Hyphens([line]).join(line, following) == joined


def test_the_documents_own_words_tell_which_hyphens_are_true() -> None:
    hyphens = Hyphens(["a well-known harbour", "the cooperation"])
    assert hyphens.join("the well-", "known harbour") == "the well-known harbour"
    assert hyphens.join("their co-", "operation") == "their cooperation"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 \xe2\xe3", "damaged"),
        (pdf([[], []]), "scanned"),
        (pdf([[Text(50, 700, "words")]], trailer="/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2"
             f"/Length 40/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"), "encrypted"),
        (pdf([]), "damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_to_be_what_it_is(content: bytes, kind: str) -> None:
    with pytest.raises(ImportFailed) as failure:
        draft(content)
    assert failure.value.kind == kind
    assert failure.value.advice


def test_pages_without_text_are_counted() -> None:
    content = pdf([columns(PARAGRAPHS[:2], edges=(50,), width=80)[0], []])
    assert "Pages without text, which may be pictures: 1 of 2." in draft(content).warnings


@pytest.mark.parametrize(
    "objects",
    [
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R]/Count 1>>"],
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "3 0 R"],
        ["<</Type/Catalog/Pages 1 0 R>>"],
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            (
                "<</Type/Page/Parent 3 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</XObject"
                "<</X 4 0 R>>>>>>"
            ),
            (
                "<</Type/XObject/Subtype/Form/Resources<</XObject<</X 4 0 R>>>>/BBox[0 0 9 9]"
                "/Length 5>>stream\n/X Do\nendstream"
            ),
        ],
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 2000000000>>"],
    ],
)
def test_what_refers_to_itself_ends(objects: list[str]) -> None:
    with pytest.raises(ImportFailed):
        draft(raw_pdf(objects))


HEBREW = ("רשות הנמל אמרה כי מספר הסירות הגיע השנה לשיא חדש", "איש בעיר לא ציפה לכך")


def test_lines_written_as_they_look_are_read_from_the_right() -> None:
    lines = [line[::-1] for line in HEBREW]
    page = [
        Text(500 - 6 * len(line), 700 - 13 * row, hebrew(line)) for row, line in enumerate(lines)
    ]
    assert texts(pdf([page])) == [" ".join(HEBREW)]


def test_lines_written_word_by_word_from_the_right_stay_whole() -> None:
    page = []
    for row, line in enumerate(HEBREW):
        x = 500
        for word in line.split():
            x -= 6 * len(word)
            page.append(Text(x, 700 - 13 * row, hebrew(word[::-1])))
            x -= 6
    assert texts(pdf([page])) == [" ".join(HEBREW)]


@pytest.mark.parametrize(
    ("seen", "read_as"),
    [
        ("תירבעה (העידי)", "(ידיעה) העברית"),
        ("ןופלט World Bank רמא", "אמר World Bank טלפון"),
        ("2025 תנשב 45%-ל", "ל-45% בשנת 2025"),
        ("12.5 ,1,234 םירפסמ", "מספרים 1,234, 12.5"),
    ],
)
def test_numbers_and_other_letters_keep_their_order_and_brackets_turn(
    seen: str, read_as: str
) -> None:
    boxes = [Character(c, 6.0 * i, 0, 6.0 * i + 6, 10) for i, c in enumerate(seen)]
    assert text_of(boxes) == read_as


def test_numbers_that_count_on_are_a_list_and_a_single_one_is_not() -> None:
    page = [
        *columns([PARAGRAPHS[0]], edges=(50,), width=80)[0],
        Text(50, 600, "1. first the small ones"),
        Text(50, 587, "2. then the large"),
        Text(50, 560, "12. May was the day."),
    ]
    assert [tuple(block) for block in draft(pdf([page])).blocks[-3:]] == [
        (BlockKind.LIST_ITEM, "1. first the small ones"),
        (BlockKind.LIST_ITEM, "2. then the large"),
        (BlockKind.PARAGRAPH, "12. May was the day."),
    ]
