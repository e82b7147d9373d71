"""Documents that mean harm, or behave as if; each is made when it is asked for."""
# ruff: noqa: PLW0108 - a bare method would make its document at once

import gzip
import plistlib
import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.importers.office_files import archive, epub, odt_parts, w_p, word_parts
from tests.importers.pages import PAGE, PARAGRAPHS
from tests.importers.pdf_files import Text, pdf, raw_pdf

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
XXE = '<!DOCTYPE a [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
_P = f"<p>{PARAGRAPHS[0]}</p>"
_PAGE = "<html><body>"


def _with(parts: dict[str, str | bytes], name: str, before: str) -> bytes:
    return archive(parts | {name: before + str(parts[name])})


def _bomb(name: str) -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(name, b"<a>" * 20_000_000)
    return packed.getvalue()


def _many_entries() -> bytes:
    return archive({f"word/{number}.xml": "<a/>" for number in range(10_001)})


def _book(before: str = "", cell: str = "<v>1</v>", rows: int = 2) -> bytes:
    return archive(
        {
            "xl/workbook.xml": f'{before}<workbook><sheets><sheet name="a"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": "<Relationships/>",
            "xl/worksheets/sheet1.xml": before
            + "<worksheet>"
            + f"<row><c>{cell}</c><c r='ZZZ9'><v>2</v></c></row>" * rows
            + "</worksheet>",
        }
    )


def _nested_review() -> bytes:
    name = '{"name": ' * 900 + '"Ed"' + "}" * 900
    return f'{{"@type": "ClaimReview", "claimReviewed": "x", "author": {name}}}'.encode()


def _nested_mail() -> bytes:
    head = b"From: a@b.example\r\nTo: c\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    return head + b"Content-Type: message/rfc822\r\n\r\n" * 5_000 + b"words"


def _deep_list() -> bytes:
    return b"bplist00" + b"\xa1\x00" * 1_000 + bytes(26) + b"\x01\x01" + bytes(7) + b"\x01" * 17


SHORT: dict[str, Callable[[], bytes]] = {
    "nested.html": lambda: (_PAGE + "<div>" * 100_000 + _P).encode(),
    "meanings.html": lambda: (_PAGE + "<dd>" * 100_000 + _P).encode(),
    "blockquotes.html": lambda: (_PAGE + "<blockquote>" * 100_000 + _P).encode(),
    "tables.html": lambda: (_PAGE + "<table><tr><td>" * 3_000 + _P).encode(),
    "deep.xhtml": lambda: (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>'
        + "<div>" * 100_000
        + _P
    ).encode(),
    "laughs.xhtml": lambda: (
        '<?xml version="1.0"?>'
        + LAUGHS
        + f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_P}<p>&i;</p></body></html>'
    ).encode(),
    "xxe.xhtml": lambda: (
        '<?xml version="1.0"?>'
        + XXE
        + f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_P}<p>&i;</p></body></html>'
    ).encode(),
    "jsonld.html": lambda: PAGE.replace(
        "<body>", f'<script type="application/ld+json">{{"a": "{"x" * 3_000_000}"}}</script><body>'
    ).encode(),
    "endless-name.html": lambda: (_PAGE + "<div>" * 600 + _P + "<" + "dess" * 400_000).encode(),
    "nulls.html": lambda: PAGE.replace("<p>", "<p>\0\0").encode(),
    "surrogates.html": lambda: PAGE.replace("harbour", "har\ud800bour").encode(
        "utf-8", "surrogatepass"
    ),
    "lies.html": lambda: PAGE.replace('charset="utf-8"', 'charset="utf-16"').encode(
        "cp1252", "replace"
    ),
    "zeros.txt": lambda: bytes(1_000_000),
    "one-line.txt": lambda: b"word " * 400_000,
    "nul.txt": lambda: f"Title\n\n{PARAGRAPHS[0]}\0\ud800\n".encode("utf-8", "surrogatepass"),
    "bomb.docx": lambda: _bomb("word/document.xml"),
    "bomb.odt": lambda: _bomb("content.xml"),
    "bomb.epub": lambda: _bomb("META-INF/container.xml"),
    "bomb.html.gz": lambda: gzip.compress(b"0" * 60_000_000),
    "bomb.gz.gz": lambda: gzip.compress(gzip.compress(b"0" * 60_000_000)),
    "entries.docx": _many_entries,
    "laughs.docx": lambda: _with(word_parts(w_p("&i;")), "word/document.xml", LAUGHS),
    "xxe.docx": lambda: _with(word_parts(w_p("&i;")), "word/document.xml", XXE),
    "laughs.odt": lambda: _with(odt_parts("<text:p>&i;</text:p>"), "content.xml", LAUGHS),
    "xxe.odt": lambda: _with(odt_parts("<text:p>&i;</text:p>"), "content.xml", XXE),
    "laughs.epub": lambda: epub("<p>&i;</p>", LAUGHS),
    "xxe.epub": lambda: epub("<p>&i;</p>", XXE),
    "deep.docx": lambda: archive(word_parts("<w:ins>" * 100_000)),
    "deep.odt": lambda: archive(odt_parts("<text:section>" * 100_000)),
    "deep.epub": lambda: epub("<div>" * 100_000),
    "spaces.odt": lambda: archive(odt_parts('<text:p>a<text:s text:c="2000000000"/>b</text:p>')),
    "self.epub": lambda: archive(
        {"META-INF/container.xml": '<c><rootfile full-path="META-INF/container.xml"/></c>'}
    ),
    "outside.epub": lambda: archive(
        {"META-INF/container.xml": '<c><rootfile full-path="../../../etc/passwd"/></c>'}
    ),
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 100_000 + b"words\\par" + b"}" * 100_001,
    "laughs.webarchive": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "ha">]>'
        b"<plist><string>&a;</string></plist>"
    ),
    "deep.webarchive": _deep_list,
    "odd.webarchive": lambda: plistlib.dumps({"WebMainResource": {"WebResourceData": 5}}),
    "nested.eml": _nested_mail,
    "quotes.md": lambda: b">" * 100_000 + b" words",
    "brackets.md": lambda: b"[" * 5_000 + b"words",
    "loop.pdf": lambda: raw_pdf(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"]
    ),
    "lies.pdf": lambda: pdf([[Text(50, 700, "words", 1e9), Text(1e30, -1e30, "far", 0)]]),
    "many.pdf": lambda: raw_pdf(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", "<<>>"]
    ),
}

#: Claims of others that mean harm.
CLAIMS: dict[str, Callable[[], bytes]] = {
    "bomb.xlsx": lambda: _bomb("xl/workbook.xml"),
    "laughs.xlsx": lambda: _book(LAUGHS, "<v>&i;</v>"),
    "xxe.xlsx": lambda: _book(XXE, "<v>&i;</v>"),
    "digits.xlsx": lambda: _book(cell=f"<v>{'9' * 100_000}</v>"),
    "powers.xlsx": lambda: _book(cell='<v>"²"</v>').replace(b"<c><v>", b"<c t='s'><v>"),
    "deep.json": lambda: b"[" * 100_000,
    "nested.json": _nested_review,
    "half.json": lambda: b'{"@type": "ClaimReview", "claimReviewed": "\\ud800"}',
    "digits.json": lambda: b'{"@type": "ClaimReview", "claimReviewed": ' + b"9" * 100_000 + b"}",
    "deep.html": lambda: b'<p>x<script type="application/ld+json">' + b"[" * 100_000 + b"</script>",
    "commas.csv": lambda: b"a,b\n" + b"," * 3_000_000,
    "quotes.csv": lambda: b'a,b\n"' + b'""' * 1_000_000,
    "nuls.csv": lambda: b"a,b\n" + b"\0,\0\n" * 1_000,
    "digits.csv": lambda: b"quote,start\nx," + b"9" * 10_000,
}

LONG_CLAIMS: dict[str, Callable[[], bytes]] = {
    "rows.xlsx": lambda: _book(rows=800_000),
    "rows.csv": lambda: b"claim,who\n" + b"Eels are back,Ada\n" * 2_000_000,
    "annotations.json": lambda: b"[" + b'{"type":"Annotation","bodyValue":"x"},' * 300_000 + b"{}]",
}

LONG: dict[str, Callable[[], bytes]] = {
    "fifty-megabytes.html": lambda: (_PAGE + _P * 280_000).encode(),
    "attributes.html": lambda: (
        b"<html><p " + b" ".join(b"a%d=1" % n for n in range(700_000)) + b">w"
    ),
    "prose.html": lambda: (_PAGE + _P * (7_900_000 // len(_P))).encode(),
    "links.html": lambda: (_PAGE + _P + "<a href=x>link</a>" * 200_000).encode(),
    "paragraphs.html": lambda: (_PAGE + "<p>word " * 300_000).encode(),
    "deep-jsonld.html": lambda: PAGE.replace(
        "<body>", f'<script type="application/ld+json">{"[" * 200_000}</script><body>'
    ).encode(),
    "large-jsonld.html": lambda: PAGE.replace(
        "<body>",
        f'<script type="application/ld+json">[{",".join(["{}"] * 1_500_000)}]</script><body>',
    ).encode(),
    "paragraphs.docx": lambda: archive(word_parts(w_p("word") * 90_000)),
    "rows.odt": lambda: archive(odt_parts("<text:p>word</text:p>" * 1_000_000)),
    "large.rtf": lambda: b"{\\rtf1 " + b"words \\par " * 440_000 + b"}",
    "larger.rtf": lambda: b"{\\rtf1 " + b"words \\par " * 1_000_000 + b"}",
    "pages.pdf": lambda: pdf([[Text(50, y, "words " * 9) for y in range(20, 800, 12)]] * 400),
}
