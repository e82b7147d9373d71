"""Where a line ends and the next begins: with a space, or in the middle of a word."""

import re
from collections.abc import Iterable

#: Hyphens that only break a word.
SOFT = ("\u00ad", "\u2010")
_WORD = re.compile(r"[^\W_]+(?:[-\u2010][^\W_]+)*")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u0e00-\u0e7f\uff00-\uffef]")


class Hyphens:
    """Knows a document's words, and with them which hyphens at line ends are its own."""

    def __init__(self, lines: Iterable[str]) -> None:
        texts = list(lines)
        self._words = {word.casefold() for text in texts for word in _WORD.findall(text)}
        self._soft = any(text.rstrip("\u00ad").endswith(SOFT) for text in texts)

    def join(self, line: str, following: str) -> str:
        """Join two lines of one paragraph."""
        bare = line.rstrip("\u00ad")
        if bare != line and not bare.endswith("\u2010"):
            return bare + following
        if bare.endswith("\u2010"):
            return bare.rstrip("".join(SOFT)) + following
        if bare.endswith("-") and len(bare) > 1 and bare[-2].isalnum():
            return self._broken(bare, following)
        if bare.endswith(("—", "/")) and not bare[:-1].endswith(" "):
            return bare + following
        if _SPACELESS.match(bare[-1:]) and _SPACELESS.match(following[:1]):
            return bare + following
        return f"{bare} {following}"

    def _broken(self, line: str, following: str) -> str:
        """Take a hyphen out where the word without it is the document's, or the likelier one."""
        before, after = _WORD.findall(line[:-1])[-1:], _WORD.findall(following)[:1]
        if not before or not after or not following[:1].isalnum():
            return f"{line} {following}"
        whole, parted = before[0] + after[0], f"{before[0]}-{after[0]}"
        if whole.casefold() in self._words:
            return line[:-1] + following
        if self._soft or parted.casefold() in self._words or not following[:1].islower():
            return line + following
        return line[:-1] + following
