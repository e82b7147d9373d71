"""What every draft keeps to, whichever importer wrote it."""

import re
from collections.abc import Sequence
from itertools import accumulate
from pathlib import PurePath

from factdesk.errors import ImportFailed
from factdesk.importers.base import Document, Draft, DraftBlock, DraftLeftOut
from factdesk.importers.languages import detected
from factdesk.model.span import BlockKind
from factdesk.text.canonical import canonical

_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACE = re.compile(r"\s+")
_TOP = 3  # blocks among which a byline stands
_SEPARATORS = re.compile(r"[-_+\s]+")


def in_house_style(draft: Draft, document: Document) -> Draft:
    """Make every text canonical, drop what is empty, and find a title and the language.

    Raises:
        ImportFailed: if nothing is left.
    """
    kept = [DraftBlock(block.kind, block_text(block.text)) for block in draft.blocks]
    if not any(block.text for block in kept):
        raise ImportFailed(
            "No article was found in the document.",
            "Copy the article's text and paste it.",
            kind="empty",
        )
    places = list(accumulate((bool(block.text) for block in kept), initial=0))
    left_out = [
        DraftLeftOut(kind, block_text(text), reason, places[min(before, len(kept))])
        for kind, text, reason, before in draft.left_out
    ]
    blocks = tuple(block for block in kept if block.text)
    return _titled(_lines(draft), document).model_copy(
        update={
            "authors": _signed(blocks) or tuple(filter(None, map(line, draft.authors))),
            "language": draft.language or detected("\n".join(block.text for block in blocks)),
            "blocks": blocks,
            "left_out": tuple(block for block in left_out if block.text),
        }
    )


def block_text(text: str) -> str:
    """Make a text canonical and without blank lines."""
    return _BLANK_LINES.sub("\n", canonical(text)).strip()


def line(text: str) -> str:
    """Make a text canonical and a single line."""
    return _SPACE.sub(" ", canonical(text)).strip()


def title_from(name: str) -> str:
    """Make a title out of a file's name."""
    stem = PurePath(name).stem
    return _SEPARATORS.sub(" ", stem).strip()


def _signed(blocks: Sequence[DraftBlock]) -> tuple[str, ...]:
    """Name those who sign above the text, as “By Ada Lindqvist”: what readers see goes first."""
    from factdesk.importers.html.authors import signed  # noqa: PLC0415 - loads lxml

    lines = (block.text for block in blocks[:_TOP] if block.kind == BlockKind.PARAGRAPH)
    return next(filter(None, map(signed, lines)), ())


def _lines(draft: Draft) -> Draft:
    single = ("title", "dek", "publisher", "section", "published", "modified")
    update: dict[str, object] = {field: line(getattr(draft, field)) for field in single}
    return draft.model_copy(update=update)


def _titled(draft: Draft, document: Document) -> Draft:
    if draft.title:
        return draft
    title = title_from(document.name)
    warning = "No title was found; the file's name stands for it." if title else "No title found."
    return draft.model_copy(update={"title": title, "warnings": (*draft.warnings, warning)})
