"""Each number, date, name and quotation of a claim against what its evidence says."""

from collections.abc import Callable, Iterator, Sequence

from factdesk.text.crosscheck import numbers, times
from factdesk.text.crosscheck.names import misspelt, names, stands_in
from factdesk.text.crosscheck.quotes import likeness, quoted
from factdesk.text.crosscheck.result import Check, Outcome
from factdesk.text.crosscheck.tongue import has_capital_nouns

_PARTS: tuple[Callable[[str, Sequence[str]], Iterator[Check]], ...]


def crosscheck(claim: str, evidence: Sequence[str]) -> list[Check]:
    """Compare a claim with the quotes of its evidence, in the order of the claim.

    Without evidence there is nothing to compare, and no answer.
    """
    said = [text for text in evidence if text.strip()]
    if not said:
        return []
    checks = [check for part in _PARTS for check in part(claim, said)]
    return sorted(checks, key=lambda check: (check.start, check.stop))


def _quotations(claim: str, evidence: Sequence[str]) -> Iterator[Check]:
    for quote in quoted(claim):
        best = max((likeness(quote.text, text) for text in evidence), key=lambda like: like.ratio)
        place = ("quotation", quote.start, quote.stop, quote.text)
        if best.ratio == 1:
            yield Check(*place, Outcome.FOUND)
        elif best.ratio:
            yield Check(*place, Outcome.DIFFERS, best.theirs, best.difference)
        else:
            yield Check(*place, Outcome.ABSENT, why="the evidence does not quote these words")


def _names(claim: str, evidence: Sequence[str]) -> Iterator[Check]:
    if has_capital_nouns(claim):
        return
    for name in names(claim):
        place = ("name", name.start, name.stop, name.text)
        if any(stands_in(name.text, text) for text in evidence):
            yield Check(*place, Outcome.FOUND)
        elif other := next(filter(None, (misspelt(name.text, text) for text in evidence)), ""):
            yield Check(*place, Outcome.DIFFERS, other, f"the evidence writes “{other}”")
        else:
            yield Check(*place, Outcome.ABSENT, why="the evidence does not name it")


_PARTS = (numbers.compared, times.compared, _names, _quotations)
