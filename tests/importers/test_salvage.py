"""Pages that no parser should be given, and the mere text of others."""

import pytest
from tests.importers.pages import PAGE, PARAGRAPHS, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document
from factdesk.importers.registry import read
from factdesk.importers.salvage import is_too_deep


def deep(tag: str, times: int) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    page = f"<html><title>{TITLE}</title><script>{'<div>' * 9}</script><body>"
    return (page + f"<{tag}>" * times + body + f"</{tag}>" * times).encode()


@pytest.mark.parametrize("tag", ["div", "blockquote", "b", "table"])
def test_a_page_nested_without_end_gives_its_text(tag: str) -> None:
    draft = read(Document(name="page.html", content=deep(tag, 100_000)))
    assert draft.title == TITLE
    assert [block.text for block in draft.blocks] == list(PARAGRAPHS)
    assert "the text of the whole page" in draft.warnings[0]


def test_what_nests_though_it_never_does_in_a_sound_page_gives_its_text() -> None:
    content = deep("dd", 3_000)
    assert not is_too_deep(content)
    draft = read(Document(name="page.html", content=content))
    assert [block.text for block in draft.blocks] == list(PARAGRAPHS)


def test_depth_is_what_is_open_at_once() -> None:
    assert not is_too_deep(PAGE.encode())
    assert not is_too_deep(deep("div", 450))
    assert not is_too_deep(b"<div></div><p><br><img>" * 2_000)
    assert is_too_deep(deep("div", 600))


def test_the_mere_text_of_a_page_can_be_asked_for() -> None:
    draft = read(Document(name="page.html", content=PAGE.encode()), as_text=True)
    texts = [block.text for block in draft.blocks]
    assert draft.title.startswith(TITLE)
    assert set(PARAGRAPHS) < set(texts)
    assert "Home" in texts
    assert not any("schema.org" in text for text in texts)


def test_the_mere_text_is_had_of_pages_only() -> None:
    with pytest.raises(ImportFailed):
        read(Document(name="a.pdf", content=b"%PDF-1.7"), as_text=True)
