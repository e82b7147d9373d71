"""What a document is, told from its first bytes."""

import re

#: How many of the first bytes are looked at.
HEAD = 4096

#: Families that are recognised so that the refusal can name them.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "an RTF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or EPUB file, or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office document, or one with a password"),
    (b"bplist00", "a property list"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"7z\xbc\xaf", "an archive"),
    (b"\x28\xb5\x2f\xfd", "an archive"),
    (b"BZh", "an archive"),
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r\f\x1b"))
_UTF_16_OR_32 = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_PREAMBLE = re.compile(rb"(?:\s+|<!--.*?-->|<\?xml.*?\?>)*", re.DOTALL)
_PAGE_START = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body)\b", re.IGNORECASE)
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|p|div|span|article|section|h[1-6]|br|a|ul|ol"
    rb"|table|blockquote|title|script|b|i|em|strong|figure|img)(?:\s[^>]*|\s*/)?>",
    re.IGNORECASE,
)
_HEADER = re.compile(rb"([A-Za-z][\w-]*):[^\n]*(?:\n[ \t][^\n]*)*(?:\n|\Z)")
_OF_A_LETTER = frozenset({b"from", b"date", b"subject", b"received", b"to", b"message-id"})


def is_letter(head: bytes) -> bool:
    """Tell whether the headers of a letter begin here, or of a page saved as one."""
    head = head.lstrip()
    names: set[bytes] = set()
    position = 0
    while found := _HEADER.match(head, position):
        names.add(found[1].lower())
        position = found.end()
    mime = {b"mime-version", b"content-type"} <= names
    return mime or (b"from" in names and len(names & _OF_A_LETTER) > 2)


def is_property_list(head: bytes) -> bool:
    """Tell whether a property list begins here, binary or XML."""
    return head.startswith(b"bplist00") or b"<!DOCTYPE plist" in head[:512]


def is_xhtml(head: bytes) -> bool:
    """Tell whether XML begins here that is a page."""
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<?xml") and b"http://www.w3.org/1999/xhtml" in head and is_page(head)


def is_archive(content: bytes) -> bool:
    """Tell whether a ZIP begins here: an office document, a workbook or a book."""
    return content.startswith(b"PK\x03\x04")


def is_gzip(content: bytes) -> bool:
    """Tell whether the bytes are gzip's."""
    return content.startswith(b"\x1f\x8b\x08")


def foreign_family(head: bytes) -> str:
    """Name the family in words (``a PDF``), or nothing if it is none that is known."""
    return next((words for magic, words in _MAGIC if head.startswith(magic)), "")


def is_page(head: bytes) -> bool:
    """Tell whether a whole HTML page begins here."""
    head = plain_head(head)
    preamble = _PREAMBLE.match(head)
    return _PAGE_START.match(head, preamble.end() if preamble else 0) is not None


def has_markup(head: bytes) -> bool:
    """Tell whether there is at least one HTML tag, and no letter around it."""
    return is_page(head) or (_MARKUP.search(plain_head(head)) is not None and not is_letter(head))


def is_text(head: bytes) -> bool:
    """Tell whether the bytes can be text of some encoding."""
    if foreign_family(head) or is_gzip(head):
        return False
    if head.startswith(_UTF_16_OR_32):
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 200 <= len(head)


def plain_head(head: bytes) -> bytes:
    """Take out the byte order mark and the nulls that UTF-16 puts between ASCII letters."""
    if head.startswith(_UTF_16_OR_32):
        return head.replace(b"\x00", b"").lstrip(b"\xff\xfe")
    return head.removeprefix(b"\xef\xbb\xbf")
