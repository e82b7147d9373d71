import pytest
from lxml.etree import _Element
from lxml.html import HtmlElement
from tests.importers.pages import CAPTION, DEK, PAGE, PARAGRAPHS, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.html import extraction
from factdesk.importers.html.flow import key
from factdesk.importers.html.notices import is_notice
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind


def page(markup: str | bytes, **known: str) -> Draft:
    content = markup.encode() if isinstance(markup, str) else markup
    return read(Document(name="page.html", content=content, **known))


@pytest.fixture(scope="module")
def draft() -> Draft:
    return page(PAGE)


def texts(draft: Draft, kind: BlockKind) -> list[str]:
    return [block.text for block in draft.blocks if block.kind == kind]


def test_the_story_is_read_whole_and_nothing_foreign_with_it(draft: Draft) -> None:
    assert texts(draft, BlockKind.PARAGRAPH) == list(PARAGRAPHS)
    assert texts(draft, BlockKind.HEADING) == ["Doubled crews"]


def test_the_standfirst_and_the_caption_stand_where_readers_see_them(draft: Draft) -> None:
    assert draft.blocks[0] == (BlockKind.DEK, DEK)
    assert draft.blocks[1] == (BlockKind.CAPTION, CAPTION)
    assert draft.dek == DEK


def test_what_was_taken_out_is_there_with_its_reason(draft: Draft) -> None:
    reasons = {block.text.partition(" ")[0]: block.reason for block in draft.left_out}
    assert reasons["Read"] == "Pointer to other stories"
    assert reasons["The"] == "Nothing but a link"
    assert reasons["Sign"] == "Invitation to readers"


def test_the_metadata_are_the_pages_own(draft: Draft) -> None:
    assert draft.title == TITLE
    assert draft.authors == ("Ada Lindqvist", "Tom Reyes")
    assert draft.publisher == "Kestrel Courier"
    assert draft.published == "2026-05-04T18:20:00+02:00"
    assert draft.modified == "2026-05-05T07:00:00Z"
    assert draft.section == "Harbour"
    assert draft.language == "en-GB"
    assert draft.url == "https://courier.example/harbour/kestrel-bay-overtakes"
    assert draft.canonical_url == "https://courier.example/harbour/kestrel-bay"


def test_where_the_document_came_from_goes_before_what_the_page_says() -> None:
    assert page(PAGE, url="https://archive.example/1").url == "https://archive.example/1"


def test_inline_pictures_do_not_swallow_the_text_after_them(draft: Draft) -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    assert page(PAGE.replace("<h1>", f"{picture}<h1>")).blocks == draft.blocks


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_the_same_in_any_encoding(draft: Draft, encoding: str) -> None:
    markup = PAGE.replace('charset="utf-8"', f'charset="{encoding}"')
    assert page(markup.encode(encoding)).blocks == draft.blocks


def test_a_text_that_is_only_named_a_page_is_read_as_text() -> None:
    assert page(f"{TITLE}\n\n{PARAGRAPHS[0]}").read_with == "plain text"


def test_an_equal_paragraph_is_left_out_once_and_kept_once() -> None:
    twice = PAGE.replace(f"<p>{PARAGRAPHS[1]}</p>", f"<p>{PARAGRAPHS[1]}</p>" * 2)
    kept = [block.text for block in page(twice).blocks]
    assert kept.count(PARAGRAPHS[1]) == 1


def test_another_article_on_the_page_is_not_this_one() -> None:
    other = "<p>Another story altogether, about the lighthouse and the man who kept it.</p>" * 3
    markup = PAGE.replace("</article>", f"</article><article><h2>Light</h2>{other}</article>")
    assert texts(page(markup), BlockKind.PARAGRAPH) == list(PARAGRAPHS)


def test_a_page_beyond_the_size_is_refused_in_words() -> None:
    with pytest.raises(ImportFailed) as failure:
        page("<p>word word</p>" * 600_000)
    assert failure.value.kind == "too_large"
    assert failure.value.advice


def test_a_page_without_a_word_holds_no_article() -> None:
    with pytest.raises(ImportFailed) as failure:
        page("<html><body><img src='x.png'></body></html>")
    assert failure.value.kind == "empty"


def test_reading_is_pure(draft: Draft) -> None:
    assert page(PAGE) == draft


def test_where_no_story_is_recognised_the_whole_pages_text_stands_with_a_warning() -> None:
    draft = page(f"<html><body><h1>{TITLE}</h1><div>{TITLE}</div><span>Eels.</span></body></html>")
    assert [block.text for block in draft.blocks] == ["Eels."]
    assert "whole page" in draft.warnings[0]


def test_a_second_opinion_is_asked_for_only_where_prose_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[bool] = []
    told = extraction._body

    def body(root: HtmlElement, *, fast: bool) -> _Element | None:
        asked.append(fast)
        return None if fast and blind else told(root, fast=fast)

    monkeypatch.setattr(extraction, "_body", body)
    story = "".join(f"<p>{number}. {PARAGRAPHS[0]}</p>" for number in range(12))
    blind = False
    found = page(f"<h1>{TITLE}</h1><article>{story}</article>")
    assert asked == [True]
    blind = True
    assert page(f"<h1>{TITLE}</h1><article>{story}</article>").blocks == found.blocks
    assert asked == [True, True, False]


@pytest.mark.parametrize(
    "notice",
    [
        "Este artículo contiene enlaces de afiliado.",
        "Politika: zasady polityki prywatności serwisu",
        "The article continues below the map",
    ],
)
def test_a_notice_is_known_in_any_of_its_languages(notice: str) -> None:
    assert is_notice(notice)


def test_a_notice_that_somebody_is_quoted_with_is_none() -> None:
    assert not is_notice("“We use cookies and our privacy policy says so”, said Lindqvist.")


def test_crumbs_section_buttons_and_the_pages_own_address_are_no_part_of_the_story() -> None:
    told = '<meta property="article:section" content="World">'
    url = "https://courier.example/world/eels"
    crumbs = "".join(f"<li><a href='/{each}'>{each}</a></li>" for each in ("Home", "Sea", "Quay"))
    draft = page(
        f'<head><meta property="og:title" content="Eels return to the quay">{told}</head>'
        f"<body><article><ul>{crumbs}</ul><h1>Eels return to the quay</h1><p>World</p>"
        "<ul><li>Order Reprints</li><li>Print Article</li></ul>"
        f"{''.join(f'<p>{each}</p>' for each in PARAGRAPHS)}"
        "<p>This copy is for your personal, non-commercial use only. Write to us for more.</p>"
        f"<p>{url}</p></article></body>",
        url=url,
    )
    assert tuple(block.text for block in draft.blocks) == PARAGRAPHS
    reasons = {block.text: block.reason for block in draft.left_out}
    assert reasons["World"] == "Name of the section"
    assert reasons["Print Article"] == "Invitation to readers"
    assert reasons[url] == "Nothing but an address"


def test_italics_below_a_picture_in_its_paragraph_are_its_caption() -> None:
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    picture = '<p><img src="quay.jpg"><br><em>Eels at the quay in May</em></p>'
    spoken = '<p><img src="mark.png"><em>Eels</em> at the quay in May</p>'
    draft = page(f"<article>{picture}{paragraphs}{spoken}</article>")
    assert texts(draft, BlockKind.CAPTION) == ["Eels at the quay in May"]
    assert texts(draft, BlockKind.PARAGRAPH) == [*PARAGRAPHS, "Eels at the quay in May"]


def test_a_key_is_the_same_whether_a_text_holds_other_letters_or_not() -> None:
    signs = "".join(map(chr, range(128)))
    alone = "0123456789" + 2 * "abcdefghijklmnopqrstuvwxyz"
    assert (key(signs), key(signs + "É")) == (alone, alone + "é")
