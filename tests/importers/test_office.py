"""Word, OpenDocument, electronic books and RTF."""

import zipfile
from io import BytesIO

import pytest
from tests.importers.office_files import (
    RTF,
    W,
    archive,
    epub,
    odt,
    odt_parts,
    w_p,
    word,
    word_parts,
)
from tests.importers.pages import CAPTION, PARAGRAPHS, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers.archive import ALL, ONE, Archive
from factdesk.importers.base import Document
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

ENTITIES = (
    '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)

ALTERNATE = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def document(content: bytes, name: str = "story") -> Document:
    return Document(name=name, content=content)


def kind_of_failure(content: bytes) -> str:
    with pytest.raises(ImportFailed) as failure:
        read(document(content))
    assert failure.value.message
    return failure.value.kind


def test_a_word_document_gives_blocks_of_every_kind() -> None:
    draft = read(document(word()))
    assert draft.title == TITLE
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.DEK, "What the count says."),
        (BlockKind.PARAGRAPH, f"{PARAGRAPHS[0]}[1]"),
        (BlockKind.CAPTION, CAPTION),
        (BlockKind.HEADING, "Doubled crews"),
        (BlockKind.QUOTE, PARAGRAPHS[2]),
        (BlockKind.LIST_ITEM, "first the small ones"),
        (BlockKind.TABLE, "year\teels\n2025\t12"),
        (BlockKind.PARAGRAPH, f"{PARAGRAPHS[3]} Added."),
        (BlockKind.PARAGRAPH, "[1] Counted by hand."),
    ]


def test_a_word_document_names_authors_days_and_language() -> None:
    draft = read(document(word()))
    assert draft.authors == ("Ada Lindqvist", "Tom Reyes")
    assert (draft.published, draft.modified) == ("2026-05-04T16:20:00Z", "2026-05-05T07:00:00Z")
    assert draft.language == "en-GB"
    assert any("day on which the document was created" in warning for warning in draft.warnings)


def test_comments_and_tracked_changes_are_announced() -> None:
    for content, words in ((word(), "1 insertions and 1 deletions"), (odt(), "Tracked changes: 1")):
        warnings = read(document(content)).warnings
        assert any("Comments in the document" in warning for warning in warnings)
        assert any(words in warning for warning in warnings)


def test_an_open_document_gives_blocks_of_every_kind() -> None:
    draft = read(document(odt()))
    assert (draft.title, draft.authors) == (TITLE, ("Ada Lindqvist",))
    assert draft.published == "2026-05-04T18:20:00"
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, f"{PARAGRAPHS[0]}[1]"),
        (BlockKind.CAPTION, CAPTION),
        (BlockKind.HEADING, "Doubled crews"),
        (BlockKind.QUOTE, PARAGRAPHS[2]),
        (BlockKind.LIST_ITEM, "first the small ones\nthen more"),
        (BlockKind.TABLE, "year\teels\n2025\t12"),
        (BlockKind.PARAGRAPH, "[1] Counted by hand."),
    ]


def test_a_book_gives_its_chapters_in_the_order_of_the_spine() -> None:
    draft = read(document(epub()))
    assert (draft.title, draft.authors) == (TITLE, ("Ada Lindqvist", "Tom Reyes"))
    assert (draft.published, draft.language) == ("2026-05-04", "en")
    assert [block.text for block in draft.blocks] == [
        "One",
        PARAGRAPHS[0],
        "a\u00a0b",
        "Two",
        PARAGRAPHS[1],
    ]


SHEET = ".a { font-size: 18.0000pt }\n.b, span.c { margin: 0; font-size: 16px }\n"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [('p class="a"', BlockKind.HEADING), ('p class="b"', BlockKind.PARAGRAPH)],
)
def test_what_a_book_sets_larger_than_its_text_is_a_heading(heading: str, kind: BlockKind) -> None:
    body = f'<p class="b">{PARAGRAPHS[2]} <span class="a">Large</span> words.</p>' * 9
    blocks = read(document(epub(body, heading=heading, sheet=SHEET))).blocks
    assert [block.kind for block in blocks if block.text in {"One", "Two"}] == [kind, kind]
    assert blocks[3].kind == BlockKind.PARAGRAPH
    untold = body.replace('<p class="b">', "<p>")
    told = [each.kind for each in read(document(epub(untold, heading=heading, sheet=SHEET))).blocks]
    assert told.count(BlockKind.HEADING) == [kind, kind].count(BlockKind.HEADING)
    marked = read(document(epub(f'<h2>Own</h2><p class="a">Not</p>{body}', sheet=SHEET))).blocks
    assert [block.text for block in marked if block.kind == "heading"] == ["One", "Own", "Two"]


@pytest.mark.parametrize("word", [r"\footnote", r"\*\footnote"])
def test_footnotes_of_rich_text_stand_behind_the_text(word: str) -> None:
    note = rf"{{{word}\pard\plain {{\super\chftn}} Port authority, {{\i 2026}}.}}"
    text = rf"{{\rtf1\ansi\pard It rose{{\super\chftn}}{note} in May.\par Nobody knew.{note}\par}}"
    told = [block.text for block in read(document(text.encode())).blocks]
    notes = ["[1] Port authority, 2026.", "[2] Port authority, 2026."]
    assert told == ["It rose[1] in May.", "Nobody knew.[2]", *notes]
    open_ended = text.replace(" 2026}.}", " 2026}.", 1)
    assert read(document(open_ended.encode())).blocks[0].text.startswith("It rose")


def test_rich_text_gives_paragraphs_and_headings_with_whole_characters() -> None:
    draft = read(document(RTF.encode()))
    assert (draft.title, draft.authors) == ("Eels return", ("Ada Lindqvist",))
    assert draft.published == "2026-05-04"
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, "The eels “return” to the quay: élève 😀."),
        (BlockKind.HEADING, "The count"),
        (BlockKind.PARAGRAPH, "Nobody had expected it."),
    ]


def test_half_a_character_in_rich_text_is_dropped() -> None:
    draft = read(document(rb"{\rtf1 Before \uc0\u-10179 after. And more words.\par}"))
    assert draft.blocks[0].text == "Before after. And more words."


def test_a_table_and_a_list_in_rich_text_are_read_as_such() -> None:
    rows = rb"Wages\cell 1.9\cell\row Boats\cell 0.9\cell\row "
    listed = rb"\pard \bullet\tab One.\par \bullet\tab Two.\par It stays | a line.\par"
    draft = read(document(rb"{\rtf1 Before it.\par " + rows + listed + b"}"))
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, "Before it."),
        (BlockKind.TABLE, "Wages\t1.9\nBoats\t0.9"),
        (BlockKind.LIST_ITEM, "One."),
        (BlockKind.LIST_ITEM, "Two."),
        (BlockKind.PARAGRAPH, "It stays | a line."),
    ]


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.html", "a.txt", ""])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    assert read(document(word(), name)).title == TITLE
    assert read(document(odt(), name)).title == TITLE


@pytest.mark.parametrize(
    ("entry", "words"),
    [("xl/workbook.xml", "a spreadsheet"), ("ppt/a.xml", "a presentation"), ("a", "an archive")],
)
def test_what_is_no_text_is_named_and_refused(entry: str, words: str) -> None:
    with pytest.raises(ImportFailed, match=words) as failure:
        read(document(archive({entry: "x"})))
    assert failure.value.kind == "unsupported"


def test_entities_are_refused_and_files_never_read() -> None:
    parts = word_parts(w_p("&c;&x;"))
    parts["word/document.xml"] = ENTITIES + str(parts["word/document.xml"])
    assert kind_of_failure(archive(parts)) == "unsafe"
    parts = odt_parts("<text:p>&c;&x;</text:p>")
    parts["content.xml"] = ENTITIES + str(parts["content.xml"])
    assert kind_of_failure(archive(parts)) == "unsafe"
    book = read(document(epub("<p>&c;&x;</p>", ENTITIES)))
    assert "ha" not in book.blocks[3].text
    assert "root" not in book.blocks[3].text


def test_deep_nesting_is_refused_before_it_is_read() -> None:
    deep = "<w:ins>" * 5_000 + w_p("word") + "</w:ins>" * 5_000
    assert kind_of_failure(archive(word_parts(deep))) == "damaged"
    sections = "<text:section>" * 5_000 + "</text:section>" * 5_000
    assert kind_of_failure(archive(odt_parts(sections))) == "damaged"


@pytest.mark.parametrize("size", [ONE + 1, 2_000_000])
def test_what_unpacks_beyond_measure_is_refused(size: int) -> None:
    assert kind_of_failure(archive({"word/document.xml": b"0" * size})) == "too_large"


def test_the_sizes_of_all_entries_count_together() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        for number in range(3):
            file.writestr(f"word/{number}.xml", b"0" * (ALL // 3 + 1))
    assert kind_of_failure(packed.getvalue()) == "too_large"


def test_an_entry_that_says_less_than_it_holds_gives_no_more_than_it_said() -> None:
    honest = archive({"word/document.xml": b"0" * 400_000})
    lying = honest.replace((400_000).to_bytes(4, "little"), (40).to_bytes(4, "little"))
    assert lying != honest
    with pytest.raises(ImportFailed):
        Archive(lying).read("word/document.xml")


@pytest.mark.parametrize(
    "content",
    [
        word()[:-6] + b"\xff\xff\xff\0\0\0",  # where its directory would begin
        archive(word_parts(w_p("word")) | {"[Content_Types].xml": "<Types"}),
        archive({"META-INF/container.xml": "<container/>"}),
        b"{\\rtf1{\\fonttbl" + b"\\f0 Times " * 20_000 + b"}words\\par}",
    ],
)
def test_what_a_library_stumbles_over_is_damage_and_no_mistake_of_ours(content: bytes) -> None:
    assert kind_of_failure(content) == "damaged"


def test_what_is_damaged_or_encrypted_is_said_to_be() -> None:
    assert kind_of_failure(b"PK\x03\x04 and so on") == "damaged"
    assert kind_of_failure(word()[:-300]) == "damaged"
    assert kind_of_failure(archive(word_parts("<w:p>"))) == "damaged"
    manifest: dict[str, str | bytes] = {"META-INF/manifest.xml": "<m><encryption-data/></m>"}
    assert kind_of_failure(archive(odt_parts("") | manifest)) == "encrypted"
    flagged = bytearray(archive({"word/document.xml": f"<w:document {W}/>"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        flagged[flagged.index(mark) + (6 if mark[2] == 3 else 8)] |= 1
    assert kind_of_failure(bytes(flagged)) == "encrypted"


FOOTNOTES = (
    f'<w:footnotes {W}><w:footnote w:id="2"><w:p><w:r><w:t>Counted by hand.</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
LINK = (
    "<w:p><w:hyperlink xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
    " r:id='r99'><w:r><w:t>a link</w:t></w:r></w:hyperlink></w:p>"
)


@pytest.mark.parametrize(
    ("broken", "words", "told"),
    [
        ("<w:p><w:r><w:sym w:char='zz'/><w:t>a sign</w:t></w:r></w:p>", "a sign", "1 signs"),
        (
            "<w:p><w:r><w:t>a note</w:t><w:footnoteReference w:id='77'/></w:r></w:p>",
            "a note",
            "1 references to footnotes",
        ),
        (
            "<w:p><w:r><w:t>a query</w:t><w:commentReference/></w:r></w:p>",
            "a query",
            "1 references to comments",
        ),
        (LINK, "a link", "1 links and pictures"),
    ],
)
def test_what_is_broken_in_a_word_document_costs_it_nothing_else(
    broken: str, words: str, told: str
) -> None:
    body = w_p(TITLE, "Title") + w_p("Doubled crews", "Heading2") + broken + w_p(PARAGRAPHS[0])
    draft = read(document(archive(word_parts(body))))
    assert draft.title == TITLE
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.HEADING, "Doubled crews"),
        (BlockKind.PARAGRAPH, words),
        (BlockKind.PARAGRAPH, PARAGRAPHS[0]),
    ]
    assert any(told in warning for warning in draft.warnings)


@pytest.mark.parametrize("form", ["{}", "<mc:AlternateContent {}</mc:AlternateContent>"])
def test_a_text_box_that_a_word_document_holds_once_is_read(form: str) -> None:
    drawing = f"<w:drawing><w:txbxContent>{w_p('Boxed words.')}</w:txbxContent></w:drawing>"
    if form != "{}":
        drawing = f'xmlns:mc="{ALTERNATE}"><mc:Choice>{drawing}</mc:Choice>'
    boxed = f"<w:p><w:r><w:t>Around.</w:t>{form.format(drawing)}</w:r></w:p>"
    told = [block.text for block in read(document(archive(word_parts(boxed)))).blocks]
    assert sorted(told) == ["Around.", "Boxed words."]


def test_a_note_whose_reference_is_broken_closes_the_text() -> None:
    broken = "<w:p><w:r><w:t>a note</w:t><w:footnoteReference w:id='77'/></w:r></w:p>"
    draft = read(document(archive(word_parts(broken + w_p("The end."), footnotes=FOOTNOTES))))
    assert [block.text for block in draft.blocks] == ["a note", "The end.", "Counted by hand."]


def test_words_are_read_without_their_form_where_the_converter_stumbles() -> None:
    numbering = f"<w:numbering {W}><w:num w:numId='1'/></w:numbering>"
    body = w_p(TITLE, "Title") + w_p(PARAGRAPHS[0])
    draft = read(document(archive(word_parts(body, numbering=numbering, footnotes=FOOTNOTES))))
    assert [block.text for block in draft.blocks] == [TITLE, PARAGRAPHS[0], "Counted by hand."]
    assert any("without their form" in warning for warning in draft.warnings)


@pytest.mark.parametrize("code", [r"\u99999999999999999999 ?", r"\u-99999999 ?", r"\uc ?"])
def test_a_broken_control_code_costs_rich_text_nothing_else(code: str) -> None:
    draft = read(document(rf"{{\rtf1 Before it.\par Eels {code} return.\par}}".encode()))
    assert [block.text for block in draft.blocks] == ["Before it.", "Eels ? return."]
    assert any("Broken control codes" in warning for warning in draft.warnings)
    whole = read(document(rb"{\rtf1 A path C:\\u99999999 and \uc1\u8220?more.\par}"))
    assert whole.blocks[0].text == "A path C:\\u99999999 and \u201cmore."
    assert not any("Broken" in warning for warning in whole.warnings)
