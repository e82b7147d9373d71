"""Names, as far as capitals tell them."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate
from operator import and_, eq
from typing import NamedTuple

from factdesk.text.sentences import sentences

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'\u2019-]*"
_NAME = re.compile(rf"{_WORD}(?:\s{_WORD})*")
_NO_NAMES = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|The|A|An|It|He|She|They|We|In|On"
    r"|At|But|And|This|That|For|Mr|Mrs|Ms|Dr)\Z"
)

#: How alike two spellings of one word are, at least.
_ALIKE = 0.7

#: A name of one word needs so many letters to be told from another by one of them.
_LONG_ENOUGH = 6

_GENITIVE = re.compile(r"(?:'s|'|\u2019)\Z")


class Name(NamedTuple):
    """A name in a text."""

    start: int
    stop: int
    text: str


def names(text: str) -> Iterator[Name]:
    """Find the names of two words and more, and the single ones within a sentence."""
    begins = {sentence.start for sentence in sentences(text)}
    for match in _NAME.finditer(text):
        start, words = match.start(), match[0].split()
        while words and (_NO_NAMES.match(words[0])):
            start += len(words.pop(0)) + 1
        if len(words) > 1 or (words and start not in begins and len(words[0]) > 2):
            yield Name(start, match.end(), text[start : match.end()])


def stands_in(name: str, text: str) -> bool:
    """Tell whether a text has a name, whole or by its last word alone."""
    plain = " ".join(_bare(name))
    if re.search(rf"\b{re.escape(plain)}\b", " ".join(_bare(text)), re.IGNORECASE):
        return True
    last = plain.rsplit(maxsplit=1)[-1]
    known = (other.text for other in names(f"- {text}"))  # so that none begins the text
    return any(other == last or other.endswith(f". {last}") for other in known)


def misspelt(name: str, text: str) -> str:
    """Find in a text the name that one is most likely meant to be; empty if there is none."""
    words = _bare(name)
    for other in names(f"- {text}"):
        theirs = _bare(other.text)
        if len(words) != len(theirs):
            continue
        unlike = [(a, b) for a, b in zip(words, theirs, strict=True) if a != b]
        if len(unlike) == 1 and _is_misspelt(*unlike[0], alone=len(words) == 1):
            return other.text
    return ""


def _bare(name: str) -> list[str]:
    """Give the words of a name without a genitive's ending, and with one spelling of -ise."""
    plain = (_GENITIVE.sub("", word.replace("\u2019", "'")) for word in name.split())
    return [re.sub(r"is(?=(?:e|ed|ing|ation|ations)\b)", "iz", word) for word in plain]


def _is_misspelt(one: str, other: str, *, alone: bool) -> bool:
    """Tell whether one word is likely meant to be the other: neither derived nor another short one.

    Iraq is no misspelt Iran, a Cuban no misspelt Cuba, and one acronym is not another.
    """
    stems = [one.removesuffix("s"), other.removesuffix("s")]
    shared = sum(accumulate(map(eq, *stems), and_))
    derived = shared >= min(map(len, stems)) - (alone and len(one) != len(other))
    short = alone and min(len(one), len(other)) < _LONG_ENOUGH
    if derived or short or one.isupper() or other.isupper():
        return False
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE
