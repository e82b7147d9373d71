"""Edits after which a claim's words, or words like them, stand where the claim is not."""

from itertools import takewhile

from benchmarks.anchoring.kinds import (
    NUMBER,
    WORD,
    WORDS,
    Dice,
    Kind,
    correct,
    draw,
    numbers,
    put_anywhere,
    take_out,
)
from benchmarks.anchoring.manuscript import Manuscript, Sentence, replace, told, written

from factdesk.model.span import Span

_TEAMS = ("Kestrel Bay", "Port Alder", "Quay End", "Sandholm")
_RESULTS = (
    "{one} beat {other} {a}-{b} on Sunday.",
    "{one} beat {other} {a}-{b}.",
    "{one} {a}, {other} {b}.",
    "It was the first time since {year} that {one} beat {other}, the league said.",
)


def _with_copy(paper: Manuscript, dice: Dice) -> list[Sentence]:
    """Have a sentence in the old text twice."""
    (sentence,) = draw(paper, dice)
    copy = written(told(sentence))
    put_anywhere(paper, dice, copy)
    return [sentence, copy]


def _with_near_copy(paper: Manuscript, dice: Dice) -> list[Sentence]:
    """Have a sentence in the old text twice, once with another word."""
    sentence, copy = _with_copy(paper, dice)
    correct(copy, dice, WORD, list(WORDS))
    return [sentence, copy]


def _with_results(paper: Manuscript, dice: Dice) -> list[Sentence]:
    """Have a list of results in the old text, most of its lines alike."""
    lines = [written(_result(dice)) for _ in range(dice.random.randint(6, 14))]
    at = dice.random.randint(0, len(paper.paragraphs))
    paper.paragraphs[at:at] = (
        [[line] for line in lines] if dice.random.random() < 1 / 2 else [lines]
    )
    return lines


def _result(dice: Dice) -> str:
    one, other = dice.random.sample(_TEAMS, 2)
    a, b, year = (
        dice.random.randint(0, 3),
        dice.random.randint(0, 3),
        dice.random.choice((1965, 1972)),
    )
    return dice.random.choice(_RESULTS).format(one=one, other=other, a=a, b=b, year=year)


def delete_first(paper: Manuscript, _: Dice, targets: list[Sentence]) -> None:
    """Delete the first of the sentences; the others are its copies."""
    take_out(paper, targets[0])


def delete_and_level(paper: Manuscript, _: Dice, targets: list[Sentence]) -> None:
    """Delete a sentence and make its near-duplicate read as it did."""
    sentence, copy = targets
    _make_read(copy, told(sentence))
    take_out(paper, sentence)


def exchange(_: Manuscript, _dice: Dice, targets: list[Sentence]) -> None:
    """Make each of two near-duplicates read as the other did."""
    one, other = targets
    first, second = told(one), told(other)
    _make_read(one, second)
    _make_read(other, first)


def correct_results(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Delete a line of a list, correct a figure and a word, and put one line in."""
    for edit in dice.random.sample(range(4), dice.random.randint(1, 3)):
        line = dice.random.choice(targets)
        if edit == 0:
            take_out(paper, line)
        elif edit == 1:
            correct(line, dice, NUMBER, numbers(dice) + list("0123"))
        elif edit == 2:
            correct(line, dice, WORD, list(WORDS))
        else:
            put_anywhere(paper, dice, written(_result(dice)))


def _same(one: str, other: str) -> int:
    """Count how many code points two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _make_read(sentence: Sentence, right: str) -> None:
    """Correct what tells a sentence from other words, and no more."""
    wrong = told(sentence)
    start = _same(wrong, right)
    end = _same(wrong[start:][::-1], right[start:][::-1])
    if wrong != right:
        replace(sentence, Span(start, len(wrong) - end), right[start : len(right) - end])


def correct_with_note(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Correct a word or number, and quote the old wording in a note at the end."""
    before = told(targets[0])
    correct(targets[0], dice, NUMBER, numbers(dice))
    if told(targets[0]) == before:
        correct(targets[0], dice, WORD, list(WORDS))
    notes = (
        f"Correction: an earlier version of this article said “{before}”",
        f"An earlier version of this article said that {before}",
    )
    if dice.random.random() < 1 / 3:
        paper.paragraphs.append([written("An earlier version read as follows."), written(before)])
    else:
        paper.paragraphs.append([written(dice.random.choice(notes))])


def delete_with_note(paper: Manuscript, dice: Dice, targets: list[Sentence]) -> None:
    """Delete a sentence, and quote it in a note at the end.

    Where it was the last one, a note that ends before it would be no more than new words before it.
    """
    before = told(targets[0])
    last = list(filter(None, paper.paragraphs))[-1][-1]
    choice = 2 if last is targets[0] else 4
    take_out(paper, targets[0])
    notes = (
        [f"An earlier version of this article said that {before}"],
        [f"Correction. It is not so that {before}"],
        ["An earlier version of this article read as follows.", before],
        ["A sentence was taken out after publication:", before],
    )
    note = [written(words) for words in dice.random.choice(notes[:choice])]
    paper.paragraphs += [note] if dice.random.random() < 1 / 2 else [[each] for each in note]


TRAPS: dict[str, Kind] = {
    "deleted, near-duplicate stays": Kind(_with_near_copy, delete_first),
    "deleted, duplicate stays": Kind(_with_copy, delete_first),
    "deleted, near-duplicate made equal": Kind(_with_near_copy, delete_and_level),
    "near-duplicates corrected crosswise": Kind(_with_near_copy, exchange),
    "list of results corrected": Kind(_with_results, correct_results),
    "corrected, note quotes the old": Kind(draw, correct_with_note),
    "deleted, note quotes it": Kind(draw, delete_with_note),
}
