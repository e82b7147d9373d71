"""What is read from a sentence."""

from typing import NamedTuple


class Finding(NamedTuple):
    """Something checkable: its kind, its first and last token, its hedge, whether to underline."""

    kind: str
    first: int
    last: int
    hedge: str = ""
    shown: bool = True


class Reading(NamedTuple):
    """What stands in a sentence: findings in the order of the text, and how often each class."""

    findings: list[Finding]
    counts: dict[str, int]
