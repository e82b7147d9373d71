"""From bytes to text: mark, strict UTF-8, what was declared, then a guess."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: What the web calls Latin-1 and ASCII is Windows' page in truth.
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_SAMPLE = 65_536


def decode(content: bytes, declared: str = "") -> str:
    """Read bytes as text; what no encoding can read becomes U+FFFD, never an error."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    for encoding in ("utf-8", _known(declared), _guessed(content)):
        text = _strictly(content, encoding)
        if text is not None:
            return text
    return content.decode(_known(declared) or "utf-8", errors="replace")


def declared_charset(words: str) -> str:
    """Find ``charset=…`` in a media type or in the head of a page."""
    found = _CHARSET.search(words)
    return found[1].lower() if found else ""


def _known(encoding: str) -> str:
    encoding = _ALIASES.get(encoding.lower(), encoding)
    try:
        return codecs.lookup(encoding).name if encoding else ""
    except LookupError:
        return ""


def _guessed(content: bytes) -> str:
    import cchardet  # noqa: PLC0415 - loaded only for the few texts that need a guess

    return _known(cchardet.detect(content[:_SAMPLE])["encoding"] or "")


def _strictly(content: bytes, encoding: str) -> str | None:
    if not encoding:
        return None
    try:
        return content.decode(encoding)
    except (UnicodeError, ValueError):
        return None
