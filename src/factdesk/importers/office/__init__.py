"""Documents of office programs and electronic books: archives of XML, and RTF."""

from importlib import import_module

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft

#: By what is in the archive, never by the file's name: how it is read, or what it is.
_READ = (("word/", "docx"), ("META-INF/container.xml", "epub"), ("content.xml", "odt"))
_KNOWN = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("Index/", "a document of Apple's Pages, Numbers or Keynote"),
)


class OfficeImporter:
    """Reads DOCX, ODT and EPUB, told apart by what is in the archive."""

    name = "office"
    media_types = frozenset(
        {
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.oasis.opendocument.text",
            "application/epub+zip",
        }
    )
    suffixes = frozenset({".docx", ".docm", ".dotx", ".odt", ".ott", ".epub"})

    def recognises(self, head: bytes) -> bool:
        """Take every archive."""
        return head.startswith(b"PK\x03\x04")

    def read(self, document: Document) -> Draft:
        """Look into the archive and read what it is.

        Raises:
            ImportFailed: if it is nothing of ours, or cannot be read.
        """
        from factdesk.importers.archive import Archive  # noqa: PLC0415 - loads lxml

        archive = Archive(document.content)
        for name, module in _READ:
            if _holds(archive.names, name):
                reader = import_module(f"factdesk.importers.office.{module}")
                draft: Draft = reader.read(archive, document)
                return draft
        raise _foreign(archive.names)


def _holds(names: frozenset[str], sought: str) -> bool:
    return sought in names or any(name.startswith(sought) for name in names if sought[-1] == "/")


def _foreign(names: frozenset[str]) -> ImportFailed:
    family = next((words for name, words in _KNOWN if _holds(names, name)), "an archive")
    return ImportFailed(
        f"This is {family}, which Factdesk does not read.",
        "Open it in its own program, copy the article's text and paste it.",
        kind="unsupported",
    )
