"""What differs between two wordings, word by word."""

import re
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What became of a run of words."""

    KEPT = "kept"
    OLD = "old"
    NEW = "new"


class Run(NamedTuple):
    """Words that share a fate; the kept and old runs make the old wording, to the letter."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> list[Run]:
    """Tell what is kept, what is struck and what is new, in reading order."""
    before, after = _tokens(old), _tokens(new)
    runs = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, old_start, old_stop, new_start, new_stop in matcher.get_opcodes():
        gone, come = before[old_start:old_stop], after[new_start:new_stop]
        if gone == come:
            runs.append(Run(Kind.KEPT, "".join(gone)))
            continue
        runs += [Run(Kind.OLD, "".join(gone))] if gone else []
        runs += [Run(Kind.NEW, "".join(come))] if come else []
    return runs


def _tokens(text: str) -> list[str]:
    """Cut into words and whole numbers with the space after them, and marks."""
    return re.findall(r"\d+(?:[.,\u2019']\d+)+\s*|\w+\s*|\s+|[^\w\s]\s*", text)
