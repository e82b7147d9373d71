"""A checker's own Markdown, let into a report without letting it out of its place.

Its headings go below the report's, its HTML is shown and not obeyed, its link definitions do not
reach the rest of the report, and what it leaves open is closed.
"""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

from factdesk.exporters.escape import paragraphs, visible

_DEEPEST = 6

#: Reads as we want it read: what looks like HTML is text.
_TAMED = MarkdownIt("commonmark", {"html": False})

#: Reads as any reader may.
_WILD = MarkdownIt("commonmark").enable("table")

_ESCAPE = r"\\."
_CODE = r"(?<!`)(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
_AUTOLINK = r"<(?:https?://|mailto:)[^\s<>]*>"
_MARKUP = re.compile(rf"(?P<kept>{_ESCAPE}|{_CODE}|{_AUTOLINK})|<", re.DOTALL)

_DEFINITION = re.compile(r"^([\s>]*(?:[-+*]\s+|\d+[.)]\s+)*)(?=\[[^\]]+\]:)", re.MULTILINE)


def tame(markdown: str, below: int) -> list[str]:
    """Fit a checker's Markdown into a report, as blocks; headings go below the given level.

    Whatever still breaks out is shown as plain text.
    """
    text = visible(markdown).strip("\n").rstrip()
    if not text.strip():
        return []
    text, tokens = _without_definitions(text)
    lines = _without_html(text.split("\n"), tokens)
    tamed = "\n".join(_lowered(_closed(lines, tokens), tokens, below))
    return [tamed] if _is_tame(tamed, below) else paragraphs(markdown)


def _without_definitions(text: str) -> tuple[str, list[Token]]:
    """Parse, with link definitions shown as text: they would hold for the whole report."""
    env: dict[str, object] = {}
    tokens = _TAMED.parse(text, env)
    if not env.get("references"):
        return text, tokens
    text = _DEFINITION.sub(r"\1\\", text)
    return text, _TAMED.parse(text)


def _without_html(lines: list[str], tokens: list[Token]) -> list[str]:
    """Escape what would be HTML, outside code and web addresses."""
    lines = list(lines)
    for token in tokens:
        if token.type == "inline" and token.map:
            start, stop = token.map
            content = _MARKUP.sub(
                lambda found: found["kept"] or "\\<", "\n".join(lines[start:stop])
            )
            lines[start:stop] = content.split("\n")
    return lines


def _closed(lines: list[str], tokens: list[Token]) -> list[str]:
    """Close a fence that was left open and would take in the rest of the report."""
    last = tokens[-1]
    if last.type != "fence" or last.map is None:
        return lines
    start, _ = last.map
    closing = re.compile(rf" {{0,3}}{re.escape(last.markup)}{re.escape(last.markup[0])}*\s*")
    if len(lines) - 1 > start and closing.fullmatch(lines[-1]):
        return lines
    return [*lines, last.markup]


def _lowered(lines: list[str], tokens: list[Token], below: int) -> list[str]:
    """Put headings below the report's: the highest may be one level under it."""
    lines = list(lines)
    for token in tokens:
        if token.type != "heading_open" or token.map is None:
            continue
        start, stop = token.map
        hashes = "#" * min(below + int(token.tag[1:]), _DEEPEST)
        if token.markup.startswith("#"):
            lines[start] = lines[start].replace(token.markup, hashes, 1)
        else:
            _replace_underlined(lines, start, stop, hashes)
    return lines


def _replace_underlined(lines: list[str], start: int, stop: int, hashes: str) -> None:
    """Make one heading with hashes of an underlined one, which may be of several lines."""
    prefix = re.match(r"[\s>]*", lines[start])
    title = " ".join(line.strip(" \t>") for line in lines[start : stop - 1])
    lines[start] = f"{prefix[0] if prefix else ''}{hashes} {title}"
    for below in range(start + 1, stop):
        lines[below] = re.sub(r"[^\s>].*", "", lines[below]).rstrip()


def _is_tame(markdown: str, below: int) -> bool:
    """Read it as any reader may, with more behind it, and see that nothing has got out."""
    env: dict[str, object] = {}
    tokens = _WILD.parse(markdown + "\n\n## After", env)
    inner = [child for token in tokens for child in token.children or ()]
    levels = [int(token.tag[1:]) for token in tokens if token.type == "heading_open"]
    return (
        not env.get("references")
        and not any(token.type in {"html_block", "html_inline"} for token in (*tokens, *inner))
        and levels[-1:] == [2]
        and tokens[-1].level == 0
        and all(level > below for level in levels[:-1])
    )
