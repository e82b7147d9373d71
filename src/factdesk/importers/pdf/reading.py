"""A PDF, understood as an article."""

import re
from collections.abc import Sequence

import pypdfium2 as pdfium
from pypdfium2 import raw

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftLeftOut
from factdesk.importers.office.properties import CREATED, people
from factdesk.importers.pdf.furniture import address, part
from factdesk.importers.pdf.layout import laid_out
from factdesk.importers.pdf.lines import Line, lines
from factdesk.importers.pdf.paragraphs import Paragraph, blocks, paragraphs
from factdesk.model.span import BlockKind

#: Pages that are read; an article has fewer.
MOST_PAGES = 300
_FEWEST = 20  # characters of a page that is no picture
_DATE = re.compile(r"^D:(\d{4})(\d\d)?(\d\d)?(?:(\d\d)(\d\d)(\d\d)?)?(?:(Z)|([+-]\d\d)'?(\d\d)?)?")
_BROWSERS = re.compile(r"mozilla|chrom|safari|firefox|webkit|wkhtml|skia", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:untitled.*|microsoft \w+ - .*|.*\.(?:docx?|odt|indd|qxp|html?|pdf|rtf|txt)|about:blank"
    r"|\W*)$",
    re.IGNORECASE,
)
_LARGE = 1.2  # times the text's size


def read(document: Document) -> Draft:
    """Read the pages and put their lines together.

    Raises:
        ImportFailed: if it is damaged or encrypted, or holds no text.
    """
    with _opened(document.content) as pdf:
        told = pdf.get_metadata_dict(skip_empty=True)
        count = len(pdf)
        found, blank = _lines(pdf)
    if not found:
        raise ImportFailed(
            "The PDF holds pictures of its pages and no text: it was scanned.",
            "Let a program for text recognition (OCR) go over it, and import what it writes.",
            kind="scanned",
        )
    warnings = list(_warnings(count, blank))
    return _draft(document, told, found, warnings, count)


def _draft(
    document: Document, told: dict[str, str], found: list[Line], warnings: list[str], count: int
) -> Draft:
    own_title = told.get("Title", "").strip()
    kept, around = part(found, count, own_title)
    placed, layout = laid_out(kept or found)
    title, rest = _title(own_title, paragraphs(placed, layout), layout.size)
    texts = tuple(blocks(rest, layout))
    created = "" if _BROWSERS.search(told.get("Creator", "")) else _date(told, "CreationDate")
    reason = "Running head or page number"
    return Draft(
        title=title,
        authors=people(told.get("Author", "")),
        published=created,
        modified=_date(told, "ModDate") if created else "",
        url=document.url or address(around),
        blocks=texts,
        left_out=tuple(
            DraftLeftOut(BlockKind.PARAGRAPH, text, reason, len(texts)) for text in around
        ),
        warnings=(*warnings, *([CREATED] if created else [])),
        media_type="application/pdf",
        read_with="PDF (PDFium)",
    )


def _opened(content: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        # PDFium does not clear the error of the document before
        if error.err_code == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in content:
            raise ImportFailed(
                "The PDF is protected by a password.",
                "Open it in a viewer and print it into a new PDF.",
                kind="encrypted",
            ) from error
        raise _damaged() from error


def _damaged() -> ImportFailed:
    return ImportFailed("The PDF is damaged.", "Fetch it again.", kind="damaged")


def _lines(pdf: pdfium.PdfDocument) -> tuple[list[Line], int]:
    """Read all pages, and count those that hold no text.

    Raises:
        ImportFailed: if no page can be opened.
    """
    found: list[Line] = []
    blank = whole = 0
    for number in range(min(len(pdf), MOST_PAGES)):
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            blank += 1
            continue
        on_page = lines(page, number)
        page.close()
        blank += sum(len(line.text) for line in on_page) < _FEWEST
        found.extend(on_page)
        whole += 1
    if not whole:
        raise _damaged()
    return found, blank


def _warnings(count: int, blank: int) -> Sequence[str]:
    told = []
    if blank:
        told.append(f"Pages without text, which may be pictures: {blank} of {count}.")
    if count > MOST_PAGES:
        told.append(f"Only the first {MOST_PAGES} of {count} pages were read.")
    return told


def _title(told: str, found: list[Paragraph], size: float) -> tuple[str, list[Paragraph]]:
    """Take the largest line of the first page for the title, else what the document says."""
    first = [each for each in found if each.lines[0].page == found[0].lines[0].page]
    largest = max(first, key=lambda each: each.size)
    if largest.size > _LARGE * size and any(map(str.isalpha, largest.text)):
        return " ".join(largest.text.split()), [each for each in found if each is not largest]
    return ("" if _NO_TITLE.match(told) else told), found


def _date(told: dict[str, str], name: str) -> str:
    found = _DATE.match(told.get(name, ""))
    if found is None:
        return ""
    year, month, day, hour, minute, second, utc, zone, minutes = found.groups()
    date = "-".join(filter(None, (year, month, day)))
    if not (day and hour):
        return date
    offset = "Z" if utc else f"{zone}:{minutes or '00'}" if zone else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{offset}"
