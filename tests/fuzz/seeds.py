"""Sound documents of every kind that may come in, to be made wrong."""

import gzip
import io
import json
import plistlib
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from functools import cache

import openpyxl
from tests.exporters import checked_desk
from tests.exporters.test_escape import HOSTILE
from tests.importers.office_files import RTF, W, archive, epub, odt, w_p, word, word_parts
from tests.importers.pages import PAGE, PARAGRAPHS, TITLE
from tests.importers.pdf_files import columns, pdf
from tests.story import STORY

from factdesk.desk import reports
from factdesk.exporters.registry import format_named
from factdesk.model.report import Audience

_BY = 'w:author="Ed" w:date="2026-03-04T10:05:00Z"'


def pages() -> list[bytes]:
    """Pages: one with all that stands around a story, and a fragment with odd blocks."""
    fragment = (
        f"<h1>{TITLE}</h1><table><tr><th>Year<td>Tons<tr><td>2025<td>41</table><ul><li>{STORY[0]}"
        f"<li><p>{STORY[1]}</ul><blockquote>{STORY[2]}</blockquote><pre>a\n b</pre><dl><dt>x<dd>y"
        f"</dl><details><summary>s</summary>{PARAGRAPHS[0]}</details><br><br>{PARAGRAPHS[1]}"
    )
    return [PAGE.encode(), PAGE.encode("utf-16"), fragment.encode()]


def _pdfs() -> list[bytes]:
    return [
        pdf(columns(PARAGRAPHS), info="/Title(Eels)/Author(Ada)/CreationDate(D:20260504182000Z)"),
        pdf(columns(PARAGRAPHS, edges=(50,), width=80, indent=0, space=14), catalog="/Lang(en)"),
    ]


def _letters() -> list[bytes]:
    plain, page = EmailMessage(), EmailMessage()
    for letter in (plain, page):
        letter["From"], letter["Subject"] = "Ada Lindqvist <ada@courier.example>", TITLE
        letter["Date"], letter["To"] = "Mon, 04 May 2026 18:20:00 +0200", "desk@courier.example"
    plain.set_content("\n\n".join(PARAGRAPHS))
    page.set_content("\n\n".join(STORY))
    page.add_alternative(PAGE, subtype="html", cte="quoted-printable")
    page.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="é.png")
    return [bytes(plain), bytes(page)]


def _web_archives() -> list[bytes]:
    main = {"WebResourceData": PAGE.encode(), "WebResourceMIMEType": "text/html"}
    more = {"WebResourceTextEncodingName": "UTF-8", "WebResourceURL": "https://courier.example/h"}
    told = {"WebMainResource": main | more, "WebSubresources": [main]}
    return [plistlib.dumps(told, fmt=form) for form in (plistlib.FMT_BINARY, plistlib.FMT_XML)]


def _xhtml() -> list[bytes]:
    head = '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
    paragraphs = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    body = f"<head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{paragraphs}</body></html>"
    return [(head + body).encode()]


def _texts() -> list[bytes]:
    wrapped = "\n".join(" ".join(PARAGRAPHS).split(". "))
    copied = f"Cranes\nCranes © Lena Voss\n{TITLE}\n\n" + "\n\n".join(PARAGRAPHS)
    return [copied.encode(), wrapped.encode("cp1252", "replace"), wrapped.encode("utf-16")]


def _markdowns() -> list[bytes]:
    front = f"---\ntitle: {TITLE}\nauthor: [Ada, Tom]\ndate: 2026-05-04\n---\n"
    body = f"# {TITLE}\n\n> {STORY[2]}\n\n* {STORY[0]}\n  1. {STORY[1]}\n\n"
    signs = (
        "| a | b |\n|-|-|\n| 1 | 2 |\n\n[x](http://y.example) `c` ![p](i.png)\n\n```\ncode\n```\n"
    )
    return [(front + body + signs).encode()]


def commented() -> list[bytes]:
    """Word documents with comments, answers and tracked changes."""
    run = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
    body = (
        f'{w_p(TITLE, "Title")}<w:p><w:commentRangeStart w:id="1"/>{run.format(STORY[0])}'
        '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>'
        f'<w:ins w:id="5" {_BY}>{run.format("Added. ")}</w:ins><w:del w:id="6" {_BY}><w:r>'
        f"<w:delText>Gone.</w:delText></w:r></w:del>{run.format(STORY[1])}</w:p>{w_p(STORY[2])}"
    )
    note = f'<w:comment w:id="1" {_BY}><w:p>{run.format("C1 · Sure?")}</w:p></w:comment>'
    comments = f"<w:comments {W}>{note}</w:comments>"
    return [archive(word_parts(body, comments=comments)), _exported("docx")]


ARTICLES: dict[str, Callable[[], Sequence[bytes]]] = {
    "html": pages,
    "pdf": _pdfs,
    "docx": lambda: [word(), *commented()],
    "odt": lambda: [odt()],
    "epub": lambda: [epub("<p>One <i>more</i></p>")],
    "rtf": lambda: [RTF.encode()],
    "eml": _letters,
    "webarchive": _web_archives,
    "xhtml": _xhtml,
    "txt": _texts,
    "md": _markdowns,
    "gz": lambda: [gzip.compress(PAGE.encode(), mtime=0), gzip.compress(word(), mtime=0)],
}


def tables() -> list[bytes]:
    """Tables of claims as separated values."""
    rows = "".join(f"{text};Mina;03/04/2026;false;https://a.example;12\n" for text in STORY)
    own = "quote;speaker;date;rating;source url;start\n" + rows
    return [_exported("csv"), own.encode(), b"sep=|\nclaim|id\nEels are back|7\n"]


def workbooks() -> list[bytes]:
    """Workbooks of claims: our own, and one that another library has written."""
    made = openpyxl.Workbook()
    for row in (("Claim", "Speaker", "Rating", 5), (STORY[1], "Mina", "true", 1.5)):
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return [_exported("xlsx"), content.getvalue()]


def claims() -> list[bytes]:
    """Annotations and reviews."""
    selector = {"type": "TextQuoteSelector", "exact": STORY[1], "prefix": "said.\n\n"}
    hypothesis = {
        "id": "x1", "uri": "https://a.example", "user": "acct:ed@x", "text": "Sure?",
        "created": "2026-03-04T10:05:00+00:00", "tags": ["number"],
        "target": [{"selector": [selector, {"type": "TextPositionSelector", "start": 97}]}],
    }  # fmt: skip
    review = {
        "@type": "ClaimReview", "claimReviewed": STORY[1], "url": "https://b.example/r",
        "author": {"@type": "Organization", "name": "Tidewater"}, "datePublished": "2026-03-04",
        "reviewRating": {"ratingValue": "1", "bestRating": 5, "worstRating": 1,
                         "alternateName": "False"},
        "itemReviewed": {"author": {"name": "Mina"}, "appearance": [{"url": "https://c.example"}]},
    }  # fmt: skip
    page = f'<p>x<script type="application/ld+json">{json.dumps(review)}</script>'
    lines = "\n".join(json.dumps(each) for each in (hypothesis, review))
    made = [json.dumps([hypothesis]), json.dumps({"@graph": [review]}), page, lines]
    return [*(each.encode() for each in made), _exported("webannotation")]


def desks() -> list[bytes]:
    """An article of another desk."""
    return [_exported("json")]


def editions() -> list[bytes]:
    """Texts in two editions, with a sign between them."""
    old = "\n\n".join((*STORY, *PARAGRAPHS, "港は大きい。🚢 e\u0301 👨‍👩‍👧 שלום"))
    changed = old.replace("41 million", "42 million").replace("said", "said on Monday")
    turned = "\n\n".join(reversed(old.split("\n\n")))
    return [f"{old}\x1e{new}".encode() for new in (old, changed, turned, changed[200:] + old)]


def markups() -> list[bytes]:
    """Texts that Markdown would take for something else."""
    return [each.encode() for each in HOSTILE] + ["\n".join(HOSTILE).encode()]


@cache
def _exported(form: str) -> bytes:
    store, article = checked_desk.desk()
    with store:
        return reports.rendered(store, article, format_named(form), Audience.INTERNAL).content
