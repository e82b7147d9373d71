"""RTF, read by striprtf; what it does not tell is found in the control words."""

import re
from collections.abc import Iterable
from itertools import groupby

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.office.properties import people, title_and_blocks
from factdesk.model.span import BlockKind

#: Bytes without pictures: more takes striprtf longer than anybody waits.
LARGEST = 5_000_000
#: Characters of the longest table of fonts; those of real documents have a third of it.
_FONTS = 60_000
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
#: Put before the text of a heading, so that it can be told again; no text has it.
_MARK = "\ue0f1"
_PICTURE = re.compile(
    rb"\{\\(?:\*\\shppict|pict|nonshppict|objdata)\b[^{}]*\}|[0-9a-fA-F\s]{2000,}"
)
_BULLET = re.compile(r"[•◦▪‣∙●○■·–-]\t\s*(?=\S)")  # noqa: RUF001 - what is looked for
_OUTLINE = re.compile(r"\\outlinelevel\d(?= ?\\|\s)")
#: Control words whose number striprtf takes on trust; an escaped backslash begins none.
_NUMBERED = re.compile(r"(?<!\\)((?:\\\\)*)\\(u|uc|bin)(-?\d+)?(?![a-z\d]) ?")
_NOTE_NUMBER = re.compile(r"^(\[\d+\])\s+")
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")
_INFO = re.compile(r"\{\\(title|author|operator|creatim|revtim)\b([^{}]*)\}")
_TIME = re.compile(r"\\yr([1-9]\d{3})\\mo(\d+)\\dy(\d+)")


class RtfImporter:
    """Reads Rich Text."""

    name = "RTF"
    media_types = frozenset({"application/rtf", "text/rtf"})
    suffixes = frozenset({".rtf"})

    def recognises(self, head: bytes) -> bool:
        """Take what begins as RTF does."""
        return head.lstrip().startswith(b"{\\rtf")

    def read(self, document: Document) -> Draft:
        """Read the paragraphs, and title and author from the document's own words.

        Raises:
            ImportFailed: if it is too large or holds no text.
        """
        content = _PICTURE.sub(b"", document.content)
        if len(content) > LARGEST:
            raise ImportFailed(
                f"The document has more than {LARGEST // 1_000_000} MB of text and markup.",
                "Open it in its own program and save it as DOCX or ODT.",
                kind="too_large",
            )
        source = content.decode("cp1252", "replace").replace("\x00", "")
        if _length_of_fonts(source) > _FONTS:
            raise _damaged()
        source, broken = _mended(source)
        told = {name: _info(value) for name, value in _INFO.findall(source)}
        title, blocks = title_and_blocks(told.get("title", ""), _blocks(source))
        return Draft(
            title=title,
            authors=people(told.get("author", "")),
            published=_day(told.get("creatim", "")),
            modified=_day(told.get("revtim", "")),
            url=document.url,
            blocks=blocks,
            warnings=_warnings(broken),
            media_type="application/rtf",
            read_with="RTF (striprtf)",
        )


def _mended(source: str) -> tuple[str, int]:
    """Take out control words with impossible numbers, and count them."""
    broken = 0

    def mend(found: re.Match[str]) -> str:
        nonlocal broken
        number = int(found[3]) if found[3] and len(found[3]) < 11 else None
        if found[2] == "u" and not found[3]:
            return found[0]
        if number is not None and (found[2] != "u" or -0x8000 <= number <= 0x10FFFF):
            return found[0]
        broken += 1
        return found[1]

    return _NUMBERED.sub(mend, source), broken


def _warnings(broken: int) -> tuple[str, ...]:
    told = f"Broken control codes in the document, left out: {broken}. The rest was read."
    return (told,) if broken else ()


def _blocks(source: str) -> list[DraftBlock]:
    marked = _OUTLINE.sub(r"\\uc0\\u-7951 \\uc1", _with_notes_at_the_end(source))
    lines = [line for line in _plain(marked).split("\n") if line.strip(_MARK + " \t")]
    return [
        block
        for is_table, group in groupby(lines, key=_is_row)
        for block in ([_table(group)] if is_table else map(_block, group))
    ]


def _with_notes_at_the_end(source: str) -> str:
    """Put the footnotes, over which striprtf passes, behind the text."""
    text, notes, last = list[str](), list[str](), 0
    while found := _NOTE.search(source, last):
        end = _closed(source, found.end())
        if end < 0:
            break
        number = f"[{len(notes) + 1}]"
        text += (source[last : found.start()], number)
        notes.append(rf"\par\pard\plain {number} {{{source[found.end() : end]}}}")
        last = end + 1
    rest, brace, tail = source[last:].rpartition("}")
    return "".join([*text, rest, *notes, brace, tail])


def _closed(source: str, begin: int) -> int:
    """Tell where the group ends in which a place lies; -1 if nowhere."""
    depth = 1
    for brace in _BRACE.finditer(source, begin):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth == 0:
            return brace.start()
    return -1


def _is_row(line: str) -> bool:
    """Tell whether striprtf read the line from a table's row: a bar stands behind each cell."""
    return line.count("|") > 1 and line.rstrip().endswith("|")


def _table(rows: Iterable[str]) -> DraftBlock:
    cells = (row.rstrip()[:-1].replace(_MARK, "").split("|") for row in rows)
    return DraftBlock(BlockKind.TABLE, "\n".join("\t".join(map(str.strip, row)) for row in cells))


def _block(line: str) -> DraftBlock:
    text = _NOTE_NUMBER.sub(r"\1 ", line.replace(_MARK, "").strip())
    if bullet := _BULLET.match(text):
        return DraftBlock(BlockKind.LIST_ITEM, text[bullet.end() :])
    return DraftBlock(BlockKind.HEADING if line.startswith(_MARK) else BlockKind.PARAGRAPH, text)


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - loaded with the first document

    try:
        text = str(rtf_to_text(source, errors="ignore"))
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise _damaged() from error
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _length_of_fonts(source: str) -> int:
    """Tell how many characters the table of fonts has; in one without end striprtf gets lost."""
    begin = source.find("\\fonttbl")
    if begin < 0:
        return 0
    end = _closed(source, begin)
    return (end if end >= 0 else len(source)) - begin


def _damaged() -> ImportFailed:
    return ImportFailed(
        "The document is damaged.", "Open it in its own program and save it again.", kind="damaged"
    )


def _info(value: str) -> str:
    return value.strip() if "\\yr" in value else _plain("{\\rtf1 " + value + "}").strip()


def _day(told: str) -> str:
    found = _TIME.search(told)
    return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}" if found else ""
