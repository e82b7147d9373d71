"""Text copied by hand from a page: what came along with the story.

A copied page holds the alternative texts of its pictures, followed by the visible ones. Each rule
asks for two signs at once; where there is only one, the line stays.
"""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from factdesk.importers.signs import (
    SHORT,
    begins_with_credit,
    ends_a_sentence,
    is_credit,
    is_headline_like,
    is_label,
    is_pointer,
)
from factdesk.importers.sorting import Candidate
from factdesk.model.span import BlockKind

_SHORTEST_REPEATED = 15  # characters: "Oh yes" after "yes" is no picture's text
_MOST_ADDED = 50  # characters that a visible text adds to the alternative one
_RUNS_OF_SPACE = re.compile(r"[ \u00a0]{2,}")


def mark_foreign_lines(lines: Sequence[Candidate]) -> None:
    """Give captions their kind, and a reason to whatever is no part of the story."""
    for before, line in pairwise(lines):
        for rule in _PAIR_RULES:
            rule(before, line)
    for line in lines:
        _mark_single(line)
    _mark_tail(lines)


def _mark_caption(before: Candidate, line: Candidate) -> None:
    """A caption begins with the whole line before it and goes on with © or an agency."""
    rest = line.text.removeprefix(before.text)
    if len(before.text) < _SHORTEST_REPEATED or rest == line.text or not begins_with_credit(rest):
        return
    before.leave_out("Repeated by the caption after it")
    line.kind = BlockKind.CAPTION
    line.text = _RUNS_OF_SPACE.sub(" ", line.text)


def _mark_teasers(before: Candidate, line: Candidate) -> None:
    """A teaser ends with the whole line before it and adds little in front."""
    added = len(line.text) - len(before.text)
    if (
        line.text.endswith(before.text)
        and len(before.text) >= _SHORTEST_REPEATED
        and 0 < added <= _MOST_ADDED
        and is_headline_like(line.text)
    ):
        before.leave_out("Teaser of another story")
        line.leave_out("Teaser of another story")


def _mark_repeat(before: Candidate, line: Candidate) -> None:
    if line.text == before.text and len(line.text) >= 2 * _SHORTEST_REPEATED:
        line.leave_out("The line before it once more")


_PAIR_RULES: tuple[Callable[[Candidate, Candidate], None], ...] = (
    _mark_caption,
    _mark_teasers,
    _mark_repeat,
)


def _mark_single(line: Candidate) -> None:
    if is_credit(line.text):
        line.leave_out("Picture credit")
    elif is_label(line.text) or is_pointer(line.text):
        line.leave_out("Pointer to other stories")


def _mark_tail(lines: Sequence[Candidate]) -> None:
    """Headlines after a label at the end are other stories'."""
    tail: list[Candidate] = []
    for line in reversed(lines):
        if is_label(line.text):
            for each in tail:
                each.leave_out("Teaser of another story")
        elif not line.reason and (len(line.text) >= SHORT or ends_a_sentence(line.text)):
            return
        tail.append(line)
