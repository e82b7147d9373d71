"""Letters and the pages that browsers save as letters: EML and MHTML, by the standard library."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parsedate_to_datetime
from itertools import groupby

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftBlock, DraftLeftOut
from factdesk.importers.encoding import decode
from factdesk.importers.hard_wrap import paragraphs
from factdesk.importers.html import PageImporter
from factdesk.importers.salvage import is_too_deep, salvaged
from factdesk.importers.sniff import is_letter
from factdesk.model.span import BlockKind
from factdesk.text.canonical import canonical

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:>[ \t]?)+")
_PAGES = ("text/html", "application/xhtml+xml")


class MailImporter:
    """Reads a letter as its text, and a page saved as one (MHTML) as the page."""

    name = "mail"
    media_types = frozenset({"message/rfc822", "multipart/related", "application/x-mimearchive"})
    suffixes = frozenset({".eml", ".mht", ".mhtml"})

    def recognises(self, head: bytes) -> bool:
        """Take what begins with the headers of a letter."""
        return is_letter(head)

    def read(self, document: Document) -> Draft:
        """Find the page or the text in the letter; attachments are named and not read.

        Raises:
            ImportFailed: if there is neither.
        """
        letter = message_from_bytes(document.content.lstrip(), policy=policy.default)
        address = _address(letter)
        pages = [part for part in letter.walk() if part.get_content_type() in _PAGES]
        if pages and (address or letter.get_content_type() == "multipart/related"):
            return _page(document, pages[0], address)
        return _letter(letter, pages, document)


def _address(letter: EmailMessage) -> str:
    """Find where a browser saved the page; letters that people write have no such header."""
    for name in ("Snapshot-Content-Location", "Content-Location"):
        told = str(letter.get(name, "")).strip()
        if told.startswith(("http://", "https://")):
            return told
    return ""


def _page(document: Document, part: EmailMessage, address: str) -> Draft:
    own = str(part.get("Content-Location", "")).strip()
    page = Document(
        name=document.name,
        media_type=f"text/html; charset={part.get_content_charset('')}",
        content=_bytes(part),
        url=document.url or address or (own if own.startswith("http") else ""),
    )
    draft = PageImporter().read(page)
    return draft.model_copy(
        update={"media_type": "multipart/related", "read_with": "MHTML, page (trafilatura)"}
    )


def _letter(letter: EmailMessage, pages: list[EmailMessage], document: Document) -> Draft:
    kept, left_out = _text(letter, pages)
    title = str(letter.get("Subject", ""))
    if len(kept) > 1 and _is_title(kept[0], title):
        kept, left_out = kept[1:], [DraftLeftOut(*kept[0], "The title once more", 0), *left_out]
    files = [str(part.get_filename() or "without a name") for part in letter.iter_attachments()]
    names = getaddresses([str(letter.get("From", ""))])
    return Draft(
        title=title,
        authors=tuple(name or address for name, address in names[:1]),
        published=_date(str(letter.get("Date", ""))),
        language=str(letter.get("Content-Language", "")),
        url=document.url,
        blocks=tuple(kept),
        left_out=tuple(left_out),
        warnings=(f"Attachments were not read: {', '.join(files)}.",) if files else (),
        media_type="message/rfc822",
        read_with="mail",
    )


def _is_title(block: DraftBlock, title: str) -> bool:
    return block.text.casefold().split() == title.casefold().split()


def _text(
    letter: EmailMessage, pages: list[EmailMessage]
) -> tuple[list[DraftBlock], list[DraftLeftOut]]:
    """Read the marked-up text if there is one, for it says what is a heading and what a quote."""
    plain = next((p for p in letter.walk() if p.get_content_type() == "text/plain"), None)
    if pages:
        return list(_markup_blocks(pages[0])), []
    if plain is None:
        raise ImportFailed(
            "The letter holds no text.", "Import what is attached to it.", kind="empty"
        )
    text, _, signature = canonical(_words(plain)).partition("\n-- \n")
    text, *rest = _SIGNATURE.split(text, maxsplit=1)
    kept = list(_plain_blocks(text))
    out = "\n".join([*rest, signature]).strip()
    reason = "Signature of the letter"
    return kept, [DraftLeftOut(BlockKind.PARAGRAPH, out, reason, len(kept))] if out else []


def _words(plain: EmailMessage) -> str:
    """Decode the text; where its lines are flowed (RFC 3676), a space at their end joins them."""
    if plain.get_param("format") != "flowed":
        return _decoded(plain)
    joined: list[list[str]] = []
    above = ""
    for line in _decoded(plain).splitlines():
        bare = _QUOTED.sub("", line)
        is_soft = above.endswith(" ") and above != "-- " and _QUOTED.sub("", above).strip()
        if is_soft and bare.strip() and _depth(above) == _depth(line):
            joined[-1].append(bare)
        else:
            joined.append([line])
        above = line
    return "\n".join(map("".join, joined))


def _plain_blocks(text: str) -> Iterator[DraftBlock]:
    """Part what is quoted, at each depth by itself, so that lines are joined within one voice."""
    for quoted, group in groupby(text.split("\n"), key=_depth):
        kind = BlockKind.QUOTE if quoted else BlockKind.PARAGRAPH
        said = "\n".join(_QUOTED.sub("", line) for line in group)
        for paragraph in paragraphs(said):
            yield DraftBlock(kind, paragraph)


def _depth(line: str) -> int:
    signs = _QUOTED.match(line)
    return signs[0].count(">") if signs else 0


def _markup_blocks(part: EmailMessage) -> Iterator[DraftBlock]:
    from factdesk.importers.html.tree import markup, parse  # noqa: PLC0415 - loads lxml
    from factdesk.importers.markup_blocks import blocks  # noqa: PLC0415 - loads lxml

    media_type = f"text/html; charset={part.get_content_charset('')}"
    document = Document(media_type=media_type, content=_bytes(part))
    if is_too_deep(document.content):
        return iter(salvaged(document).blocks)
    return blocks(parse(markup(document)))


def _bytes(part: EmailMessage) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _decoded(part: EmailMessage) -> str:
    return decode(_bytes(part), part.get_content_charset(""))


def _date(told: str) -> str:
    try:
        return parsedate_to_datetime(told).isoformat()
    except (ValueError, IndexError, TypeError):
        return ""
