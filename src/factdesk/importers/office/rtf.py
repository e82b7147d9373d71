"""RTF, read by striprtf; what it does not tell is found in the control words."""

import re

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.office.properties import people, title_and_blocks
from factdesk.model.span import BlockKind

#: Bytes without pictures: more takes striprtf longer than anybody waits.
LARGEST = 5_000_000
#: Put before the text of a heading, so that it can be told again; no text has it.
_MARK = "\ue0f1"
_PICTURE = re.compile(
    rb"\{\\(?:\*\\shppict|pict|nonshppict|objdata)\b[^{}]*\}|[0-9a-fA-F\s]{2000,}"
)
_OUTLINE = re.compile(r"\\outlinelevel\d(?= ?\\|\s)")
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
        told = {name: _info(value) for name, value in _INFO.findall(source)}
        title, blocks = title_and_blocks(told.get("title", ""), _blocks(source))
        return Draft(
            title=title,
            authors=people(told.get("author", "")),
            published=_day(told.get("creatim", "")),
            modified=_day(told.get("revtim", "")),
            url=document.url,
            blocks=blocks,
            media_type="application/rtf",
            read_with="RTF (striprtf)",
        )


def _blocks(source: str) -> list[DraftBlock]:
    marked = _OUTLINE.sub(r"\\uc0\\u-7951 \\uc1", source)
    return [_block(line) for line in _plain(marked).split("\n") if line.strip(_MARK + " \t")]


def _block(line: str) -> DraftBlock:
    kind = BlockKind.HEADING if line.startswith(_MARK) else BlockKind.PARAGRAPH
    return DraftBlock(kind, line.replace(_MARK, "").strip())


def _plain(source: str) -> str:
    from striprtf.striprtf import rtf_to_text  # noqa: PLC0415 - loaded with the first document

    try:
        text = str(rtf_to_text(source, errors="ignore"))
    except (LookupError, ValueError, TypeError, OverflowError) as error:
        raise ImportFailed(
            "The document is damaged.",
            "Open it in its own program and save it again.",
            kind="damaged",
        ) from error
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")


def _info(value: str) -> str:
    return value.strip() if "\\yr" in value else _plain("{\\rtf1 " + value + "}").strip()


def _day(told: str) -> str:
    found = _TIME.search(told)
    return f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}" if found else ""
