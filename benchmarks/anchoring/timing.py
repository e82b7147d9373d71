"""How long it takes on long texts."""

import time
from random import Random
from typing import NamedTuple

from benchmarks.anchoring.cases import draw_claim
from benchmarks.anchoring.kinds import EVERYDAY, Dice
from benchmarks.anchoring.manuscript import manuscript

from factdesk.model.span import Span
from factdesk.text.anchoring import carry

_EDITS = (
    *("word corrected", "number corrected", "sentence moved", "sentence deleted"),
    *("sentence doubled elsewhere", "paragraph split", "new sentences"),
)
_LETTERS = ("e", "ē", "ĕ", "ė")


class Time(NamedTuple):
    """CPU seconds for one revision."""

    code_points: int
    claims: int
    seconds: float


def measure(texts: list[str], size: int, claims: int) -> Time:
    """Revise many articles, joined to one, with an edit in each; the best of three runs."""
    random = Random(size)
    dice = Dice(random, ["A sentence that stood nowhere before, of no great length."])
    olds: list[str] = []
    news: list[str] = []
    for number in range(size // 200):
        text = texts[number % len(texts)].replace("e", _LETTERS[number // len(texts) % 4])
        paper, kind = manuscript(text), EVERYDAY[random.choice(_EDITS)]
        targets = kind.prepare(paper, dice)
        olds.append(paper.settle())
        kind.edit(paper, dice, targets)
        news.append(paper.text())
        if sum(map(len, olds)) >= size:
            break
    old, new = "\n\n".join(olds), "\n\n".join(news)
    drawn = (draw_claim(old, random, [Span(0, len(old))]) for _ in range(claims + claims // 10))
    places = [(key, span) for key, span in enumerate(drawn) if span.stop > span.start][:claims]
    return Time(len(old), len(places), min(_seconds(old, new, places) for _ in range(3)))


def _seconds(old: str, new: str, places: list[tuple[int, Span]]) -> float:
    start = time.process_time()
    carry(old, new, places)
    return time.process_time() - start
