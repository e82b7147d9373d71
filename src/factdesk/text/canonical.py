"""The canonical form of a text, in which code points and document positions always correspond.

A `QTextDocument` takes CR, U+2029, U+FDD0 and U+FDD1 for line breaks and U+2028 for a break within
a block; none of them is left here. It gives U+00A0 back as a space in `toPlainText`, which is why
no position is ever derived from that; the no-break space itself is the author's and stays.
"""

from collections.abc import Iterable
from hashlib import sha256
from unicodedata import normalize

import regex

from factdesk.model.span import Block, BlockKind

_LINE_BREAK = regex.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_UNWANTED = regex.compile(
    r"[[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00ad\ufeff\ufffc]--[\t\n]]", regex.VERSION1
)
_BLANK_LINES = regex.compile(r"\n{2,}")

#: What stands between two blocks.
SEPARATOR = "\n\n"


def canonical(text: str) -> str:
    r"""Bring a text into canonical form; one that is in it already comes back unchanged.

    NFC; every line break is ``\n``; no space at the end of a line and no empty line at either end.
    Controls (but for the tab), lone surrogates, noncharacters, soft hyphens, byte-order marks and
    object-replacement characters are dropped: they are invisible, and offsets into other people's
    copies of the text stumble over them.
    """
    text = _LINE_BREAK.sub("\n", text)
    text = normalize("NFC", str(_UNWANTED.sub("", text)))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def assemble(blocks: Iterable[tuple[BlockKind, str]]) -> tuple[str, tuple[Block, ...]]:
    """Join blocks to the text of a version, a blank line between them, and say where each stands.

    Blank lines within a block collapse, so that a blank line always means a new block; blocks
    without text vanish.
    """
    texts: list[str] = []
    placed: list[Block] = []
    position = 0
    for kind, raw in blocks:
        text = _BLANK_LINES.sub("\n", canonical(raw))
        if text:
            texts.append(text)
            placed.append(Block(kind, position, position + len(text)))
            position += len(text) + len(SEPARATOR)
    return SEPARATOR.join(texts), tuple(placed)


def fits(text: str, blocks: Iterable[Block]) -> bool:
    """Tell whether blocks stand one after the other within a text."""
    borders = [edge for block in blocks for edge in (block.start, block.stop)]
    return borders == sorted(borders) and max(borders, default=0) <= len(text)


def digest(text: str) -> str:
    """Compute the SHA-256 of the text's UTF-8 bytes, in hexadecimal."""
    return sha256(text.encode()).hexdigest()
