"""Plain text, above all pages copied by hand."""

from factdesk.importers.base import Document, Draft
from factdesk.importers.copied_page import mark_foreign_lines
from factdesk.importers.encoding import declared_charset, decode
from factdesk.importers.hard_wrap import paragraphs
from factdesk.importers.signs import ends_a_sentence
from factdesk.importers.sniff import is_page, is_text
from factdesk.importers.sorting import Candidate, sort_out
from factdesk.text.canonical import canonical

_LONGEST_TITLE = 200  # characters


class PlainTextImporter:
    """Reads text without markup."""

    name = "plain text"
    media_types = frozenset({"text/plain"})
    suffixes = frozenset({".txt", ".text", ".asc", ".log"})

    def recognises(self, head: bytes) -> bool:
        """Take any text that is not a whole HTML page."""
        return is_text(head) and not is_page(head)

    def read(self, document: Document) -> Draft:
        """Take the first line as title, the others as paragraphs, and sort out what is foreign.

        Raises:
            ImportFailed: never; a text can always be read.
        """
        text = canonical(decode(document.content, declared_charset(document.media_type)))
        title, lines = split_title(paragraphs(text))
        candidates = [Candidate(line) for line in lines]
        mark_foreign_lines(candidates)
        kept, left_out = sort_out(candidates)
        return Draft(
            title=title,
            url=document.url,
            blocks=tuple(kept),
            left_out=tuple(left_out),
            media_type="text/plain",
            read_with="plain text",
        )


def split_title(lines: list[str]) -> tuple[str, list[str]]:
    """Part the title from the text; there is none where the first line is a sentence or alone."""
    if len(lines) < 2 or len(lines[0]) > _LONGEST_TITLE or ends_a_sentence(lines[0]):
        return "", lines
    return lines[0], lines[1:]
