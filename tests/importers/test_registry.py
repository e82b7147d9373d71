import gzip

import pytest
from tests.importers.pages import PAGE, PARAGRAPHS, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers import registry
from factdesk.importers.base import Document, Draft, DraftBlock, DraftLeftOut
from factdesk.importers.house_style import in_house_style
from factdesk.importers.registry import importer_for, read
from factdesk.model.span import BlockKind

P = BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("name", "media_type", "content", "importer"),
    [
        ("a.html", "", b"<p>Text</p>", "page"),
        ("a.txt", "", b"<!doctype html><p>Text</p>", "page"),
        ("", "text/html", b"<b>Text</b> dragged", "page"),
        ("a.txt", "", b"Use <b>bold</b> words", "plain text"),
        ("a.html", "text/html", b"No tag at all", "plain text"),
        ("a.md", "text/plain", b"# Title", "Markdown"),
        ("", "text/markdown", b"# Title", "Markdown"),
        ("", "", "Ümläute".encode("utf-16"), "plain text"),
    ],
)
def test_content_goes_before_the_name_and_the_name_before_the_type(
    name: str, media_type: str, content: bytes, importer: str
) -> None:
    document = Document(name=name, media_type=media_type, content=content)
    assert importer_for(document).name == importer


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG \xe2\xe3", "unsupported"),
        (b"PK\x03\x04 and so on", "damaged"),
        (bytes(range(256)), "unsupported"),
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x1f\x8b\x08 damaged", "unreadable"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_kind_and_words(content: bytes, kind: str) -> None:
    with pytest.raises(ImportFailed) as failure:
        read(Document(name="thing", content=content))
    assert failure.value.kind == kind
    assert failure.value.message


def test_a_gzipped_page_is_read_as_the_page() -> None:
    packed = Document(name="page.html.gz", content=gzip.compress(PAGE.encode()))
    assert read(packed).title == TITLE


def test_what_unpacks_beyond_measure_is_refused() -> None:
    with pytest.raises(ImportFailed) as failure:
        read(Document(name="a.html.gz", content=gzip.compress(b"0" * 51_000_000)))
    assert failure.value.kind == "too_large"


class Careless:
    """An importer whose library fails."""

    name = "careless"
    media_types: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset()

    def recognises(self, head: bytes) -> bool:
        return bool(head)

    def read(self, document: Document) -> Draft:
        raise KeyError(document.name)


def test_no_other_error_than_ours_leaves_an_importer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "importers", lambda: (Careless(),))
    with pytest.raises(ImportFailed) as failure:
        read(Document(name="a", content=b"words"))
    assert failure.value.kind == "unreadable"
    assert isinstance(failure.value.__cause__, KeyError)


def test_a_draft_is_made_canonical_and_its_places_follow() -> None:
    careless = Draft(
        title="  A\n title ",
        blocks=(
            DraftBlock(P, "e\u0301\r\n\r\n\r\nx\u00ad"),
            DraftBlock(P, " \n"),
            DraftBlock(P, "z"),
        ),
        left_out=(DraftLeftOut(P, "teaser", "Teaser", 2), DraftLeftOut(P, "", "Nothing", 0)),
    )
    draft = in_house_style(careless, Document(content=b"x"))
    assert draft.title == "A title"
    assert [block.text for block in draft.blocks] == ["é\nx", "z"]
    assert draft.left_out == (DraftLeftOut(P, "teaser", "Teaser", 1),)


@pytest.mark.parametrize("name", ["wire.txt", "wire.md"])
def test_who_signs_above_the_text_is_the_author(name: str) -> None:
    text = f"Eels return to the quay\n\nBy Ada Lindqvist and Tom Reyes\n\n{PARAGRAPHS[0]}\n"
    draft = read(Document(name=name, content=text.encode()))
    assert draft.authors == ("Ada Lindqvist", "Tom Reyes")
    assert draft.blocks[-1].text == PARAGRAPHS[0]
