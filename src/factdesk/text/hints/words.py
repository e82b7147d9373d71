"""A text as words and signs, in parallel lists: quick to make and to walk through."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from factdesk.model.span import Span
from factdesk.text.hints.lexicon import Entry, Lexicon

_TOKEN = re.compile(
    r"([^\W\d_][^\W_]*(?:['-][^\W_]+)*"  # word · don't · COVID-19
    r"|[$€£¥]?\.?\d+(?:[.,:/\u2013-]\d+)*"
    r"(?:-?[^\W\d_][^\W_]*(?:-\d+)*)*"  # 1,350 · $4m · 12-year-old
    r"|[^\w\s])"
)


class Words(NamedTuple):
    """The tokens of a text: where each starts, as it stands there, folded, and what is known."""

    starts: list[int]
    words: list[str]
    folded: list[str]
    entries: list[Entry | None]

    def stop(self, index: int) -> int:
        """Where a token ends."""
        return self.starts[index] + len(self.words[index])


class Scope(NamedTuple):
    """One sentence: its tokens from begin to end, with the lexicon it is read by."""

    text: Words
    begin: int
    end: int
    lexicon: Lexicon

    def word(self, index: int) -> str:
        """The folded token, empty outside the sentence."""
        return self.text.folded[index] if self.begin <= index < self.end else ""

    def original(self, index: int) -> str:
        """The token as it stands, empty outside the sentence."""
        return self.text.words[index] if self.begin <= index < self.end else ""

    def has(self, index: int, name: str) -> bool:
        """Tell whether the token is of a class."""
        if not self.begin <= index < self.end:
            return False
        entry = self.text.entries[index]
        return entry is not None and name in entry.classes


def words(text: str, lexicon: Lexicon, begin: int = 0) -> Words:
    """Take a text apart that begins at a position of a longer one."""
    parts = _TOKEN.split(text.replace("\u2019", "'"))  # by turns what is between, and a token
    found = parts[1::2]
    folded = list(map(str.lower, found))
    entries = list(map(lexicon.table.__getitem__, folded))
    starts = list(accumulate(map(len, parts), initial=begin))[1:-1:2]
    return Words(starts, found, folded, entries)


def scopes(text: Words, sentences: list[Span], lexicon: Lexicon) -> Iterator[Scope]:
    """Cut the tokens into those of each sentence; the sentences stand in the text's order."""
    begin = 0
    for sentence in sentences:
        begin = bisect_left(text.starts, sentence.start, begin)
        end = bisect_left(text.starts, sentence.stop, begin)
        yield Scope(text, begin, end, lexicon)
        begin = end
