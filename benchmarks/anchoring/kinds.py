"""The kinds of edits that editors make, each a function that edits a manuscript.

A kind first prepares the old text and names the sentences that it will edit; preparing may write
something into it, such as a near-duplicate. Then the old text is settled and the edit is made.
"""

import re
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from benchmarks.anchoring.manuscript import Manuscript, Paragraph, Sentence, replace, told, written

from factdesk.model.span import Span

WORD = re.compile(r"\b[^\W\d_]{4,14}\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NAME = re.compile(r"\b[A-Z][a-z]{2,}\b")
# ruff: noqa: RUF001 - look-alike signs are what restyling is about
_MARKS = {"“": '"', "”": '"', "’": "'", "‘": "'", "–": "-", "—": "-", '"': "”", "'": "’", "-": "–"}
_MOJIBAKE = {"’": "â€™", "“": "â€œ", "–": "â€“", "é": "Ã©", "ü": "Ã¼", "ä": "Ã¤", "'": "â€™"}
_NAMES = ("Elisa", "Okafor", "Marten", "Ines", "Delgado", "Suri")
WORDS = ("nearly", "former", "local", "several", "public", "large", "later", "senior", "recent")


class Dice(NamedTuple):
    """Chance, and sentences of other articles."""

    random: Random
    others: list[str]


Prepare = Callable[[Manuscript, Dice], list[Sentence]]
Edit = Callable[[Manuscript, Dice, list[Sentence]], None]


class Kind(NamedTuple):
    """How the old text is prepared, and how it is edited then."""

    prepare: Prepare
    edit: Edit


def draw(paper: Manuscript, dice: Dice, pattern: str = r".{30}", count: int = 1) -> list[Sentence]:
    """Draw sentences that hold a pattern, or any where none does."""
    sentences = [sentence for part in paper.paragraphs for sentence in part]
    fitting = [sentence for sentence in sentences if re.search(pattern, told(sentence))]
    pool = fitting or sentences
    return dice.random.sample(pool, min(count, len(pool)))


def _drawing(pattern: str = r".{30}", count: int = 1) -> Prepare:
    return lambda paper, dice: draw(paper, dice, pattern, count)


def place_of(paper: Manuscript, sentence: Sentence) -> tuple[Paragraph, int] | None:
    """Find where a sentence stands."""
    for part in paper.paragraphs:
        for index, each in enumerate(part):
            if each is sentence:
                return part, index
    return None


def take_out(paper: Manuscript, sentence: Sentence) -> None:
    """Take a sentence out."""
    if place := place_of(paper, sentence):
        place[0].pop(place[1])


def put_anywhere(paper: Manuscript, dice: Dice, sentence: Sentence) -> None:
    """Put a sentence in where chance will have it."""
    part = dice.random.choice(paper.paragraphs)
    part.insert(dice.random.randint(0, len(part)), sentence)


def correct(sentence: Sentence, dice: Dice, pattern: re.Pattern[str], words: list[str]) -> None:
    """Put another word in the place of one that fits the pattern."""
    matches = list(pattern.finditer(told(sentence)))
    if matches:
        match = dice.random.choice(matches)
        other = [word for word in words if word != match[0]]
        replace(sentence, Span(*match.span()), dice.random.choice(other))


def numbers(dice: Dice) -> list[str]:
    """Give other numbers."""
    return [str(dice.random.randint(2, 2000)), f"{dice.random.uniform(1, 90):.1f}"]


def correct_words(_: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Correct a word in each."""
    for sentence in targets:
        correct(sentence, dice, WORD, list(WORDS))


def correct_numbers(_: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Correct a number in each."""
    for sentence in targets:
        correct(sentence, dice, NUMBER, numbers(dice))


def swap_names(_: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Put another name in each."""
    for sentence in targets:
        correct(sentence, dice, _NAME, list(_NAMES))


def move(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Move sentences elsewhere."""
    for sentence in targets:
        take_out(paper, sentence)
        put_anywhere(paper, dice, sentence)


def delete_all(paper: Manuscript, _: Dice, targets: list[Sentence]) -> None:
    """Delete sentences."""
    for sentence in targets:
        take_out(paper, sentence)


def double(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Write sentences a second time, elsewhere."""
    for sentence in targets:
        put_anywhere(paper, dice, written(told(sentence)))


def double_beside(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Write sentences twice, one after the other."""
    for sentence in targets:
        if place := place_of(paper, sentence):
            place[0].insert(place[1] + dice.random.randint(0, 1), written(told(sentence)))


def split(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Split paragraphs where they have several sentences."""
    long = [part for part in paper.paragraphs if len(part) > 1]
    for part in dice.random.sample(long, min(3, len(long))):
        at = dice.random.randint(1, len(part) - 1)
        index = next(i for i, each in enumerate(paper.paragraphs) if each is part)
        paper.paragraphs[index : index + 1] = [part[:at], part[at:]]


def join(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Join paragraphs with the next."""
    for _again in range(min(3, len(paper.paragraphs) - 1)):
        index = dice.random.randrange(len(paper.paragraphs) - 1)
        joined = paper.paragraphs[index] + paper.paragraphs[index + 1]
        paper.paragraphs[index : index + 2] = [joined]


def swap_paragraphs(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Swap two paragraphs; two that read alike are none to swap: the text would stay as it is."""
    parts = paper.paragraphs
    if len(parts) > 1:
        i, j = dice.random.sample(range(len(parts)), 2)
        if list(map(told, parts[i])) != list(map(told, parts[j])):
            parts[i], parts[j] = parts[j], parts[i]


def _respelled(paper: Manuscript, spelling: dict[str, str]) -> None:
    pattern = re.compile("|".join(map(re.escape, spelling)))
    for part in paper.paragraphs:
        for sentence in part:
            for match in reversed(list(pattern.finditer(told(sentence)))):
                replace(sentence, Span(*match.span()), spelling[match[0]])


def restyle(paper: Manuscript, _: Dice, _targets: list[Sentence]) -> None:
    """Write all quote marks and dashes in another style."""
    _respelled(paper, _MARKS)


def _with_mojibake(paper: Manuscript, dice: Dice) -> list[Sentence]:
    _respelled(paper, _MOJIBAKE)
    return draw(paper, dice, "[âÃ]", 4)


def repair(paper: Manuscript, _: Dice, _targets: list[Sentence]) -> None:
    """Repair an encoding that was read wrongly."""
    _respelled(paper, {wrong: right for right, wrong in _MOJIBAKE.items() if right != "'"})


def head(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Put a headline and a teaser on top."""
    paper.paragraphs[:0] = [[written(" ".join(dice.random.choice(dice.others).split()[:8]))]]
    paper.paragraphs[1:1] = [[written(dice.random.choice(dice.others))]]


def insert(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Write two new sentences anywhere."""
    for _again in range(2):
        put_anywhere(paper, dice, written(dice.random.choice(dice.others)))


def rewrite(paper: Manuscript, dice: Dice, _: list[Sentence]) -> None:
    """Write the article anew; one sentence in eight stays."""
    for part in paper.paragraphs:
        for index, _sentence in enumerate(part):
            if dice.random.random() > 1 / 8:
                part[index] = written(dice.random.choice(dice.others))


EVERYDAY: dict[str, Kind] = {
    "word corrected": Kind(_drawing(count=3), correct_words),
    "number corrected": Kind(_drawing(NUMBER.pattern, 2), correct_numbers),
    "name swapped": Kind(_drawing(_NAME.pattern, 2), swap_names),
    "sentence moved": Kind(_drawing(), move),
    "sentence deleted": Kind(_drawing(count=2), delete_all),
    "sentence doubled elsewhere": Kind(_drawing(), double),
    "sentence doubled beside": Kind(_drawing(), double_beside),
    "paragraph split": Kind(_drawing(count=4), split),
    "paragraph joined": Kind(_drawing(count=4), join),
    "paragraphs swapped": Kind(_drawing(count=4), swap_paragraphs),
    "quote marks and dashes restyled": Kind(_drawing("[-–—“”’'\"]", 4), restyle),
    "headline and teaser on top": Kind(_drawing(count=4), head),
    "new sentences": Kind(_drawing(count=4), insert),
    "encoding repaired": Kind(_with_mojibake, repair),
    "whole rewrite": Kind(_drawing(count=4), rewrite),
}
