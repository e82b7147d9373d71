"""Lines broken at a fixed width, joined again."""

from collections.abc import Sequence
from itertools import pairwise

_WIDTHS = range(40, 121)
_ENOUGH = 3  # lines broken for certain, before a text counts as wrapped
_SHARE = 0.9


def paragraphs(text: str) -> list[str]:
    """Split a text into paragraphs: each line is one, unless the text was wrapped."""
    groups = _groups(text.splitlines())
    width = max((len(line) for group in groups for line in group), default=0)
    if not _is_wrapped(groups, width):
        return [line for group in groups for line in group]
    return [paragraph for group in groups for paragraph in _joined(group, width)]


def _groups(lines: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            groups[-1].append(line.strip())
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]


def _is_wrapped(groups: list[list[str]], width: int) -> bool:
    breaks = [_is_full(*pair, width) for group in groups for pair in pairwise(group)]
    return width in _WIDTHS and sum(breaks) >= max(_ENOUGH, _SHARE * len(breaks))


def _is_full(line: str, following: str, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted on this one."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _joined(group: list[str], width: int) -> list[str]:
    joined = [[group[0]]]
    for line, following in pairwise(group):
        if _is_full(line, following, width):
            joined[-1].append(following)
        else:
            joined.append([following])
    return [" ".join(lines) for lines in joined]
