"""Cases: an old text, a new one, and claims of which it is known what became of them."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.anchoring.kinds import EVERYDAY, Dice, Kind
from benchmarks.anchoring.manuscript import Fate, Manuscript, Sentence, manuscript, told
from benchmarks.anchoring.traps import TRAPS

from factdesk.model.span import Span
from factdesk.text.boundaries import snap_to_words

SEVERAL = "several at once"
ALL = EVERYDAY | TRAPS
KINDS = (*ALL, SEVERAL)
#: Of these several are made at once.
_MIXED = tuple(name for name in ALL if name not in {"whole rewrite", "encoding repaired"})


class Claim(NamedTuple):
    """A place in the old text and its true fate; ``touched``: drawn where the edit was made."""

    span: Span
    fate: Fate
    touched: bool


class Case(NamedTuple):
    """One article, revised once."""

    kind: str
    old: str
    new: str
    claims: list[Claim]


def articles(data: Path) -> list[str]:
    """Read the texts of the corpus."""
    lines = (data / "newspages/truth.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def cases(texts: list[str], seed: int, claims: int = 24) -> Iterator[Case]:
    """Edit every article in every way once; a seed always gives the same cases."""
    random = Random(seed)
    others = [
        piece.text
        for text in random.sample(texts, min(40, len(texts)))
        for part in manuscript(text).paragraphs
        for (piece,) in part
    ]
    for text in texts:
        foreign = [sentence for sentence in others if sentence not in text]
        for kind in KINDS:
            yield _case(kind, manuscript(text), Dice(random, foreign), claims)


def _case(kind: str, paper: Manuscript, dice: Dice, count: int) -> Case:
    if kind == SEVERAL:
        targets, edit = _several(paper, dice)
    else:
        targets, edit = _single(kind, paper, dice)
    old = paper.settle()
    places = [place for target in targets if (place := _origin(target))]
    drawn = [(draw_claim(old, dice.random, places), True) for _ in range(count // 2)]
    drawn += [(draw_claim(old, dice.random, [Span(0, len(old))]), False) for _ in range(count // 2)]
    edit()
    fates = paper.fates(old, [span for span, _ in drawn])
    claims = [
        Claim(span, fate, touched)
        for (span, touched), fate in zip(drawn, fates, strict=True)
        if span.stop > span.start
    ]
    return Case(kind, old, paper.text(), claims)


def _single(kind: str, paper: Manuscript, dice: Dice) -> tuple[list[Sentence], Callable[[], None]]:
    made = ALL[kind]
    targets = made.prepare(paper, dice)
    return targets, lambda: made.edit(paper, dice, targets)


def _several(paper: Manuscript, dice: Dice) -> tuple[list[Sentence], Callable[[], None]]:
    """Prepare up to four kinds at once, none where another is; gives what they touch, the edit."""
    made: list[tuple[Kind, list[Sentence]]] = []
    taken: set[str] = set()
    for name in dice.random.sample(_MIXED, 4):
        targets = ALL[name].prepare(paper, dice)
        words = {told(sentence) for sentence in targets}
        if not words & taken:
            made.append((ALL[name], targets))
        taken |= words

    def edit() -> None:
        for kind, targets in made:
            kind.edit(paper, dice, targets)

    return [sentence for _, targets in made for sentence in targets], edit


def _origin(sentence: Sentence) -> Span | None:
    olds = [piece.old for piece in sentence if piece.old]
    return Span(olds[0].start, olds[-1].stop) if olds else None


def draw_claim(old: str, random: Random, places: list[Span]) -> Span:
    """Draw a claim as checkers mark them: a name or number, a clause, a sentence, sometimes two."""
    within = random.choice(places)
    start = random.randrange(within.start, max(within.start + 1, within.stop))
    way = random.random()
    if way < 0.25 and within.stop - within.start < 1000:
        return snap_to_words(old, within)
    length = random.choice((1, 1, 12, 25, 40, 60, 90, 150, 250))
    return snap_to_words(old, Span(start, min(len(old), start + length)))
