"""Where an author states something: not in headings, credits and tables."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from factdesk.model.span import Block, BlockKind, Span

_SILENT = {BlockKind.HEADING, BlockKind.TABLE}
_CREDIT = re.compile(
    r"©|\(c\)\s|\b(?:cover |file )?(?:photo|image|picture|foto)s?(?: credit)?\s*[:/]"
    r"|\b(?:Getty|Reuters|AFP|AP Photo|Shutterstock|EPA|Alamy|Handout)\s*\W*$",
    re.IGNORECASE,
)


def readable(text: str, sentence: Span, blocks: Sequence[Block]) -> bool:
    """Tell whether the sentence stands where something is stated."""
    index = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    if index < 0:
        return True
    kind = blocks[index].kind
    words = text[sentence.start : sentence.stop]
    if kind in _SILENT:
        return False
    return not (_CREDIT.search(words) and (kind is BlockKind.CAPTION or len(words) < 90))
