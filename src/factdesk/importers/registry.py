"""Which importer reads a document, and what every draft keeps to."""

from functools import cache
from pathlib import PurePath

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, Importer
from factdesk.importers.claims.told import Told
from factdesk.importers.foreign_importers import foreign_importers
from factdesk.importers.gzipped import unpacked
from factdesk.importers.house_style import in_house_style
from factdesk.importers.html import PageImporter
from factdesk.importers.mail import MailImporter
from factdesk.importers.markdown import MarkdownImporter
from factdesk.importers.office import OfficeImporter
from factdesk.importers.office.rtf import RtfImporter
from factdesk.importers.pdf import PdfImporter
from factdesk.importers.plain import PlainTextImporter
from factdesk.importers.salvage import salvaged
from factdesk.importers.sniff import HEAD, foreign_family, is_archive
from factdesk.importers.webarchive import WebArchiveImporter
from factdesk.importers.xhtml import XhtmlImporter


@cache
def importers() -> tuple[Importer, ...]:
    """List the importers, the likeliest first."""
    return (
        *(PdfImporter(), OfficeImporter(), RtfImporter()),
        *(MailImporter(), WebArchiveImporter(), XhtmlImporter()),
        *(PageImporter(), PlainTextImporter(), MarkdownImporter()),
        *foreign_importers(),
    )


def importer_for(document: Document) -> Importer:
    """Choose by what the first bytes allow, and among those by suffix, then by media type.

    Raises:
        ImportFailed: if no importer reads such a document.
    """
    able = [importer for importer in importers() if importer.recognises(document.content[:HEAD])]
    if not document.content.strip():
        raise ImportFailed("The document is empty.", "Save or copy it again.", kind="empty")
    if not able:
        raise _unsupported(document)
    return max(able, key=lambda importer: _claim(importer, document))


def read(document: Document, *, as_text: bool = False) -> Draft:
    """Understand a document: at least one block, every block canonical and none empty.

    ``as_text`` takes the whole text of a page without taking the page apart.

    Raises:
        ImportFailed: if it holds no article, or cannot be read; no other error leaves.
    """
    document = unpacked(document)
    if as_text:
        return in_house_style(salvaged(document), document)
    importer = importer_for(document)
    try:
        return in_house_style(importer.read(document), document)
    except ImportFailed:
        raise
    except RecursionError as error:
        raise ImportFailed(
            "The document is nested without end.",
            "Copy the article's text and paste it.",
            kind="damaged",
        ) from error
    except Exception as error:
        raise ImportFailed(
            f"The document cannot be read ({importer.name}: {type(error).__name__}).",
            "Copy the article's text and paste it.",
        ) from error


def told(document: Document) -> Told:
    """Understand what others say of claims in a document.

    Raises:
        ImportFailed: if they say nothing in it, or it cannot be read; no other error leaves.
    """
    from factdesk.importers.claims import reader, table  # noqa: PLC0415 - few documents are theirs

    try:
        if reader.is_table(document):
            return table.read(document)
        if is_archive(document.content):
            return read(document)
        return tuple(reader.read(document.content))
    except ImportFailed:
        raise
    except Exception as error:
        raise ImportFailed(
            f"The claims cannot be read ({type(error).__name__}).",
            "Save the file again in its own program.",
        ) from error


def _claim(importer: Importer, document: Document) -> int:
    suffix = PurePath(document.name).suffix.lower()
    media_type = document.media_type.partition(";")[0].strip().lower()
    return 2 * (suffix in importer.suffixes) + (media_type in importer.media_types)


def _unsupported(document: Document) -> ImportFailed:
    name = f"“{document.name}”" if document.name else "The document"
    family = foreign_family(document.content[:HEAD]) or "no text"
    return ImportFailed(
        f"{name} is {family}, which Factdesk does not read.",
        "Open it in its own program, copy the article's text and paste it.",
        kind="unsupported",
    )
