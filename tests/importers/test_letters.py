"""Letters, pages saved as letters, web archives, XHTML and saves with a folder beside."""

import plistlib
from email.message import EmailMessage
from pathlib import Path
from textwrap import wrap

import pytest
from tests.importers.hostile import SHORT
from tests.importers.pages import CAPTION, PAGE, PARAGRAPHS, TITLE

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft
from factdesk.importers.files import documents
from factdesk.importers.registry import read
from factdesk.model.span import BlockKind

URL = "https://courier.example/harbour/kestrel-bay-overtakes"


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {"From": "Ada Lindqvist <ada@courier.example>", "Subject": TITLE, **headers}
    for name, value in told.items():
        message[name.replace("_", "-")] = value
    message["Date"] = "Mon, 04 May 2026 18:20:00 +0200"
    message["To"] = "desk@courier.example"
    return message


def mhtml(charset: str = "") -> bytes:
    """What Chromium writes: quoted-printable parts, and no charset in their type."""
    page = EmailMessage()
    page.set_content(PAGE, subtype="html", charset="utf-8", cte="quoted-printable")
    body = page.get_payload()
    return (
        "From: <Saved by Blink>\r\n"
        f"Snapshot-Content-Location: {URL}\r\n"
        "Subject: =?utf-8?Q?Kestrel=20Bay?=\r\n"
        "Date: Mon, 4 May 2026 18:20:00 +0200\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n\r\n'
        f"----b\r\nContent-Type: text/html{charset}\r\nContent-ID: <frame-1@mhtml.blink>\r\n"
        "Content-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: {URL}\r\n\r\n{body}\r\n"
        "----b\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n----b--\r\n"
    ).encode()


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def page_draft(**changes: object) -> Draft:
    return read(Document(name="page.html", content=PAGE.encode(), url=URL)).model_copy(
        update=changes
    )


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", ""])
def test_a_page_saved_as_a_letter_gives_what_the_page_gives(name: str) -> None:
    draft = read(Document(name=name, content=mhtml()))
    assert draft.title == TITLE
    assert draft.url == URL
    assert draft.blocks == page_draft().blocks
    assert draft.media_type == "multipart/related"


def test_the_bytes_of_a_part_say_their_encoding_themselves() -> None:
    assert PARAGRAPHS[2] in texts(read(Document(name="a.mht", content=mhtml())))
    declared = mhtml('; charset="utf-8"')
    assert PARAGRAPHS[2] in texts(read(Document(name="a.mht", content=declared)))


def test_a_letter_has_subject_sender_and_day() -> None:
    message = letter()
    message.set_content("\n\n".join(PARAGRAPHS) + "\n\n> quoted words of another\n\n-- \nAda\n")
    draft = read(Document(name="a.eml", content=message.as_bytes()))
    assert (draft.title, draft.authors) == (TITLE, ("Ada Lindqvist",))
    assert draft.published == "2026-05-04T18:20:00+02:00"
    assert texts(draft) == [*PARAGRAPHS, "quoted words of another"]
    assert draft.blocks[-1].kind == BlockKind.QUOTE
    assert [(out.text, out.reason) for out in draft.left_out] == [
        ("Ada", "Signature of the letter")
    ]


def test_flowed_lines_are_joined_within_each_voice() -> None:
    message = letter(MIME_Version="1.0", Content_Type="text/plain; charset=utf-8; format=flowed")
    message.set_payload(
        "The eels return to the eastern \nquay.\n\nMore.\n\nTom wrote:\n"
        "> The count was made \n> by hand.\n>> What about \n>> boats?\n> > Well?\n> Fine.\n"
    )
    draft = read(Document(name="a.eml", content=message.as_bytes()))
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, "The eels return to the eastern quay."),
        (BlockKind.PARAGRAPH, "More."),
        (BlockKind.PARAGRAPH, "Tom wrote:"),
        (BlockKind.QUOTE, "The count was made by hand."),
        (BlockKind.QUOTE, "What about boats?"),
        (BlockKind.QUOTE, "Well?"),
        (BlockKind.QUOTE, "Fine."),
    ]


def test_a_wrapped_answer_has_no_signs_of_quoting_in_it() -> None:
    message = letter()
    quoted = "".join(f"> {line}\n" for line in wrap(PARAGRAPHS[0] + PARAGRAPHS[2], 60))
    message.set_content(f"{PARAGRAPHS[1]}\n\n{quoted}")
    draft = read(Document(name="a.eml", content=message.as_bytes()))
    assert texts(draft) == [PARAGRAPHS[1], PARAGRAPHS[0] + PARAGRAPHS[2]]


def test_a_letter_with_markup_keeps_its_structure_and_names_what_is_attached() -> None:
    message = letter()
    message.set_content("plain words")
    message.add_alternative(
        f"<h1>{TITLE}</h1><table><tr><td><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>"
        f"<p>{PARAGRAPHS[3]}</p></td></tr></table><blockquote>{PARAGRAPHS[2]}</blockquote>"
        "<ul><li>one<li>two</ul><table><tr><td>1<td>2<tr><td>3<td>4</table>",
        subtype="html",
    )
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="proof.pdf")
    draft = read(Document(name="a.eml", content=message.as_bytes()))
    assert [tuple(block) for block in draft.blocks] == [
        (BlockKind.PARAGRAPH, PARAGRAPHS[0]),
        (BlockKind.PARAGRAPH, PARAGRAPHS[1]),
        (BlockKind.PARAGRAPH, PARAGRAPHS[3]),
        (BlockKind.QUOTE, PARAGRAPHS[2]),
        (BlockKind.LIST_ITEM, "one"),
        (BlockKind.LIST_ITEM, "two"),
        (BlockKind.TABLE, "1\t2\n3\t4"),
    ]
    assert [(out.text, out.reason) for out in draft.left_out] == [(TITLE, "The title once more")]
    assert "Attachments were not read: proof.pdf." in draft.warnings


def test_a_letter_without_text_is_refused_in_words() -> None:
    message = letter(MIME_Version="1.0")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="proof.pdf")
    with pytest.raises(ImportFailed) as failure:
        read(Document(name="a.eml", content=message.as_bytes()))
    assert failure.value.kind == "empty"


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_web_archive_gives_its_page(form: plistlib.PlistFormat) -> None:
    main = {
        "WebResourceData": PAGE.encode(),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "UTF-8",
        "WebResourceURL": URL,
    }
    content = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=form)
    draft = read(Document(name="a.webarchive", content=content))
    assert (draft.title, draft.url) == (TITLE, URL)
    assert draft.blocks == page_draft().blocks


def test_a_letter_in_a_letter_without_end_is_refused_in_words() -> None:
    with pytest.raises(ImportFailed, match="nested without end") as failure:
        read(Document(name="a.eml", content=SHORT["nested.eml"]()))
    assert failure.value.kind == "damaged"


def test_a_property_list_without_a_page_is_refused() -> None:
    for content in (plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY), b"bplist00 damaged"):
        with pytest.raises(ImportFailed):
            read(Document(name="a.webarchive", content=content))


def test_xhtml_is_read_by_the_rules_of_xml() -> None:
    page = PAGE.replace("<!doctype html>", '<?xml version="1.0" encoding="utf-8"?>').replace(
        '<html lang="en-GB"><head>',
        '<html xmlns="http://www.w3.org/1999/xhtml" lang="en-GB"><head><script src="a.js"/>',
    )
    for name in ("a.xhtml", "a.html"):
        draft = read(Document(name=name, content=page.encode()))
        assert draft.title == TITLE
        assert [block.text for block in draft.blocks if block.kind == "caption"] == [CAPTION]
        assert [text for text in texts(draft) if text in PARAGRAPHS] == list(PARAGRAPHS)


def test_the_folder_of_a_saved_page_stands_for_the_page(tmp_path: Path) -> None:
    page, folder = tmp_path / "Story.html", tmp_path / "Story_files"
    page.write_text(PAGE, "utf-8")
    folder.mkdir()
    (folder / "ad.html").write_text("<p>Buy!</p>", "utf-8")
    assert list(documents(folder)) == [page]
    assert list(documents(tmp_path)) == [page]
