"""Markdown, read by markdown-it-py: its tokens become blocks."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.importers.encoding import declared_charset, decode
from factdesk.importers.sniff import is_page, is_text
from factdesk.model.span import BlockKind
from factdesk.text.canonical import canonical

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LISTED = re.compile(r"\n[ \t]*-[ \t]+")
_FIELD = re.compile(r"^(\w+)[ \t]*:[ \t]*(.*)$", re.MULTILINE)
_SEVERAL = re.compile(r"\s*(?:,|;|\band\b|&)\s*")
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.LIST_ITEM,
}
_DEEPEST = 100


class MarkdownImporter:
    """Reads CommonMark with tables."""

    name = "Markdown"
    media_types = frozenset({"text/markdown", "text/x-markdown"})
    suffixes = frozenset({".md", ".markdown", ".mdown", ".mkd"})

    def recognises(self, head: bytes) -> bool:
        """Take any text that is not a whole HTML page."""
        return is_text(head) and not is_page(head)

    def read(self, document: Document) -> Draft:
        """Turn the tokens into blocks; the first heading of the first level is the title.

        Raises:
            ImportFailed: never; a text can always be read.
        """
        text = canonical(decode(document.content, declared_charset(document.media_type)))
        fields, body = _front_matter(text)
        title, blocks = _split_title(list(_blocks(_tokens(body))), fields.get("title", ""))
        author = fields.get("author", fields.get("authors", ""))
        return Draft(
            title=title,
            authors=_names(author),
            published=fields.get("date", ""),
            language=fields.get("lang", fields.get("language", "")),
            url=document.url or fields.get("url", ""),
            blocks=tuple(DraftBlock(block.kind, block.text) for block in blocks),
            media_type="text/markdown",
            read_with="Markdown (markdown-it-py)",
        )


def _names(told: str) -> tuple[str, ...]:
    names = (name.strip("\"'") for name in _SEVERAL.split(told.strip("[]")))
    return tuple(filter(None, names))


class _Read(NamedTuple):
    kind: BlockKind
    tag: str
    text: str


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if found is None:
        return {}, text
    told = _FIELD.findall(_LISTED.sub("; ", found[1]))
    fields = {name.lower(): value.strip(" ;\"'") for name, value in told}
    return fields, text[found.end() :]


def _tokens(text: str) -> "list[Token]":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - loaded for the first Markdown only

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable("table")
    return parser.parse(text)


def _blocks(tokens: "list[Token]") -> Iterator[_Read]:
    """Give each block: the innermost of heading, quote and list decides its kind."""
    around: list[tuple[BlockKind, str]] = []
    rows: list[list[str]] | None = None
    for token in tokens:
        opening = token.type.replace("_close", "_open")
        if opening in _KINDS:
            around.append((_KINDS[opening], token.tag)) if token.nesting == 1 else around.pop()
        elif token.type == "table_open":
            rows = []
        elif rows is None:
            yield from _leaf(token, *(around[-1] if around else (BlockKind.PARAGRAPH, "")))
        elif token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_inline(token))
        elif token.type == "table_close":
            yield _Read(BlockKind.TABLE, "", "\n".join(map("\t".join, rows)))
            rows = None


def _leaf(token: "Token", kind: BlockKind, tag: str) -> Iterator[_Read]:
    if token.type == "inline":
        yield _Read(kind, tag, _inline(token))
    elif token.type in {"fence", "code_block"}:
        yield _Read(kind, tag, token.content.strip("\n"))


def _inline(token: "Token") -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(
        breaks.get(child.type, "" if child.type == "image" else child.content)
        for child in token.children or ()
    )


def _split_title(blocks: list[_Read], title: str) -> tuple[str, list[_Read]]:
    """Take the first block as title if it is the heading of the first level, or repeats it."""
    if blocks and blocks[0].tag == "h1" and title in {"", blocks[0].text}:
        return blocks[0].text, blocks[1:]
    return title, blocks
