"""The text of an element as a reader sees it: spaces collapsed, line breaks kept."""

import re

from lxml.etree import _Element

_BREAKS = frozenset({"br", "lb"})
_BLOCKS = frozenset({"p", "div", "quote", "blockquote", "li", "item", "list", "ul", "ol", "head"})
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "button"})
_SPACES = re.compile(r"[ \t\r\n\f\u200b]+")
_AROUND_BREAK = re.compile(r" ?\x00 ?")
_AROUND_BLOCK = re.compile(r"\s*\x01[\s\x01]*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_SMALL = bytes(range(256)).lower()
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalnum())


def flowing_text(element: _Element) -> str:
    r"""Read an element; a line break or the end of a block becomes ``\n``, the rest one space."""
    if not len(element):
        return _SPACES.sub(" ", element.text or "").strip()
    pieces: list[str] = []
    _gather(element, pieces)
    text = _SPACES.sub(" ", "".join(pieces))
    if "\x00" in text:
        text = _AROUND_BREAK.sub("\n", text)
    return (_AROUND_BLOCK.sub("\n", text) if "\x01" in text else text).strip()


def key(text: str) -> str:
    """Reduce a text to its small letters and figures, for comparing."""
    if text.isascii():  # the same in half of the time
        return text.encode().translate(_SMALL, _NO_LETTERS).decode()
    return _NOT_LETTERS.sub("", text).lower()


def _gather(element: _Element, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        if child.tag in _BREAKS:
            pieces.append("\x00")
        elif child.tag in _BLOCKS:
            pieces.append("\x01")
            _gather(child, pieces)
            pieces.append("\x01")
        elif child.tag not in _SILENT:
            _gather(child, pieces)
        if child.tail:
            pieces.append(child.tail)
