"""User text made safe for Markdown: what was written is what a reader sees, and nothing more.

Safe under CommonMark and under GitHub's dialect with its tables, strikethrough and bare links.
"""

import re

#: Embeddings, overrides and isolates: they can make a line read differently from what it says.
_TURN = re.compile("[\u202a-\u202e\u2066-\u2069]")

#: Characters that no text file should carry, and halves of surrogate pairs.
_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]")

#: What `pieces` writes in place of a code point that would not show as itself.
_HIDDEN = re.compile(
    f"(?P<turn>{_TURN.pattern})|(?P<unprintable>{_UNPRINTABLE.pattern})|(?P<break>\n)"
)
_HIDDEN_AS = {"turn": "\\[U+{:04X}\\]", "unprintable": "\ufffd", "break": "\\\n"}

_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1f\x85\u2028\u2029]")

_PARAGRAPH_END = re.compile(r"\n\s*\n")

#: Spaces at the edges of lines; those within one are looked at once, not from each one on.
_EDGE = re.compile(r"^[^\S\n]+|(?<![^\S\n])[^\S\n]+$", re.MULTILINE)

#: What makes markup, an entity, or a link of a bare address, wherever it stands. The one class at
#: the front lets a search skip what is none of it; what follows looks back on it.
_SPECIAL = re.compile(
    r"[\\`*_\[\]<~|&:/@.](?:"
    r"(?<=[\\`*_\[\]<~|])"
    r"|(?<=&)(?=\#?[0-9A-Za-z]+(?:;|\Z))"
    r"|(?<=:)(?=//)|(?<=//)|(?<=(?i:mailto):)|(?<=(?i:xmpp):)"
    r"|(?<=\w@)(?=\w)|(?<=\w\.)(?=[^\W\d]{2})"
    r")"
)

#: What would start a heading, quote, list, table or underline, at the start of a line.
_LINE_START = re.compile(
    r"^[^\S\n]*(?:\d{1,9}([.)])(?=\s|\Z)|([#>=]|[-+](?=[-+\s:]|\Z)|:(?=-)))", re.MULTILINE
)

_WEB_ADDRESS = re.compile(r"https?://[^\s/]", re.IGNORECASE)

#: What an address may not hold, and what a table or a link would take for its own.
_UNLINKABLE = re.compile("[\\s<>|\\\\`\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

#: The end of what some readers would take for an entity within an address.
_ENTITY_END = re.compile(r"(&\#?\w+);")


def visible(text: str) -> str:
    """Show what would hide: turns of direction by name, unprintable characters as U+FFFD."""
    return _TURN.sub(lambda turn: f"[U+{ord(turn[0]):04X}]", _printable(text))


def inline(text: str) -> str:
    """Escape a text for one line: a heading, a table's cell, part of a sentence."""
    return _escaped(" ".join(_printable(text).split()))


def paragraphs(text: str) -> list[str]:
    """Escape a text of several paragraphs; a line break within one stays a line break."""
    parts = _PARAGRAPH_END.split(_printable(text).strip())
    return [_escaped(part) for part in parts if part]


def pieces(text: str) -> list[str]:
    r"""Escape a paragraph, one piece for each of its code points; "\n" is a hard line break.

    Spaces at the edges of lines come out as nothing: Markdown gives them a meaning or drops them.
    """
    found = list(text)
    for place, written in _changes(text).items():
        found[place] = written
    return found


def _escaped(text: str) -> str:
    """Escape a paragraph as `pieces` does, whole: only what changes is looked at."""
    changes, parts, reached = _changes(text), [], 0
    for place in sorted(changes):
        parts += [text[reached:place], changes[place]]
        reached = place + 1
    return "".join([*parts, text[reached:]]) if parts else text


def _changes(text: str) -> dict[int, str]:
    """Find the code points that are written in another way, and how."""
    found: dict[int, str] = {}
    for edge in _EDGE.finditer(text):
        found |= dict.fromkeys(range(*edge.span()), "")
    for special in _SPECIAL.finditer(text):
        found[special.start()] = "\\" + special[0]
    for opening in _LINE_START.finditer(text):
        mark = opening.start(opening.lastindex or 0)
        found[mark] = "\\" + text[mark]
    for hidden in _HIDDEN.finditer(text):
        found[hidden.start()] = _HIDDEN_AS[hidden.lastgroup or ""].format(ord(hidden[0]))
    return found


def address(url: str) -> str:
    """Make a link of a web address, and plain text of anything else."""
    url = url.strip()
    if not _WEB_ADDRESS.match(url):
        return inline(url)
    linkable = _UNLINKABLE.sub(_percent, url)
    return "<" + _ENTITY_END.sub(r"\1%3B", linkable) + ">"


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", _LINE_END.sub("\n", text))


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode("utf-8", "replace"))
