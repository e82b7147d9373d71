"""From a word that may mean something to a finding: how far it goes, and what it is."""

from collections.abc import Callable

from factdesk.text.hints import numbers
from factdesk.text.hints.phrases import hedge_before, is_number, noun_after, scope_end
from factdesk.text.hints.reading import Finding
from factdesk.text.hints.words import Scope

#: Takes the sentence and the first and last token of what was met.
Rule = Callable[[Scope, int, int], Finding | None]

_RANKED = {"term", "time", "largest", "biggest", "highest", "lowest", "most", "straight"}
_PASSING = {"day", "days", "few", "step", "part", "half", "place", "thing", "round", "two", "three"}
_AUXILIARIES = {"has", "have", "had", "was", "were", "i've", "we've", "they've", "she's", "he's"}
_SHARP = {"likely", "twice", "times", "as", "outnumbered"}


def ordinal(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a rank; dates, streets, centuries and seconds are none."""
    if numbers.in_date(scope, first, last) or (
        scope.word(last + 1) == "of" and scope.has(last + 2, "month")
    ):
        return Finding("date", first, last, shown=False)
    if scope.has(last + 1, "superlative"):
        return superlative(scope, first, last + 1)
    if scope.has(last + 1, "span"):  # the third consecutive
        return Finding("first", first, noun_after(scope, last + 2, last + 1))
    shown = scope.word(first - 1) in scope.lexicon.owners and scope.word(last + 1) in _RANKED
    return Finding("ordinal", first, last + 1 if shown else last, shown=shown)


def leading(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “the first president to …” as far as what it is the first of."""
    passing = scope.word(last + 1) in _PASSING or scope.word(last + 1) in scope.lexicon.durations
    if scope.word(first - 1) in scope.lexicon.owners and not passing:
        for index in range(last + 2, min(last + 6, scope.end)):
            if scope.word(index) in {"to", "in", "since", "ever"}:
                return Finding("first", first - 1, scope_end(scope, index - 1))
            if not _is_content(scope, index - 1):
                break
    return Finding("ordinal", first, last, shown=False)


def superlative(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “the largest deficits in history” as far as its noun; a mere judgement is not shown."""
    if scope.word(first - 1) in {"at", "very", "try", "am"}:
        return None
    begin = first - 1 if scope.word(first - 1) in scope.lexicon.owners else first
    noun = noun_after(scope, last + 1, last)
    end = scope_end(scope, noun)
    shown = begin < first or noun > last
    if scope.word(last) in scope.lexicon.judgements:
        shown = end > noun
    return Finding("superlative", begin, end, shown=shown)


def most(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “the most expensive”; most alone is vague."""
    if scope.word(first - 1) != "the" or not scope.original(last + 1).islower():
        return Finding("vague", first, last, shown=False)
    found = superlative(scope, first, last + 1)
    if found and scope.word(last + 1) not in scope.lexicon.measurable:
        return found._replace(shown=found.last > last + 1 and scope_end(scope, last + 1) > last + 1)
    return found


def precedent(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “the first time since 1965”."""
    return Finding("first", first, scope_end(scope, last))


def comparison(scope: Scope, first: int, last: int) -> Finding | None:
    """Read “more likely”; before a figure it is a hedge."""
    if is_number(scope, last + 1):
        return None
    words = {scope.word(index) for index in range(first, last + 1)}
    return Finding("comparison", first, last, shown=bool(words & _SHARP) and last > first)


def change(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a change; only one that is measured is underlined."""
    if first == last and scope.word(first) in {"up", "down"} and not is_number(scope, last + 1):
        return None
    measured = scope.word(last + 1) in {"by", "to", "from"} and is_number(scope, last + 2)
    return Finding("change", first, last, shown=measured)


def fraction(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a share; “a year and a half” is a length, a first half a part of a game."""
    before = scope.word(first - 1)
    if before in {"and", "first", "second", "last", "other"} or (
        before == "a" and scope.word(first - 2) == "and"
    ):
        return None
    begin, hedge = hedge_before(scope, first)
    return Finding("fraction", begin, last, hedge)


def absolute(scope: Scope, first: int, last: int) -> Finding | None:
    """Read an absolute; “never” is a fact where something never was."""
    shown = first < last or scope.word(first) not in {"never", "always", "none", "nowhere"}
    if scope.word(first) == "never":
        shown = scope.word(first - 1) in _AUXILIARIES
    return Finding("absolute", first, last, shown=shown)


def doubt(scope: Scope, first: int, last: int) -> Finding | None:
    """Read a judgement on truth with what it is on: “exaggerated the scale”."""
    if scope.word(last + 1) in scope.lexicon.owners and scope.original(last + 2).islower():
        return Finding("doubt", first, last + 2)
    return Finding("doubt", first, last)


def _seen(kind: str) -> Rule:
    """Make the rule for what is found by its words alone."""
    return lambda _scope, first, last: Finding(kind, first, last)


def _unseen(kind: str) -> Rule:
    """Make the rule for what counts and is not underlined."""
    return lambda _scope, first, last: Finding(kind, first, last, shown=False)


def _is_content(scope: Scope, index: int) -> bool:
    word = scope.word(index)
    return word[:1].isalpha() and word not in scope.lexicon.stops


RULES: dict[str, Rule] = {
    "figure": numbers.figure,
    "cardinal": numbers.figure,
    "scale": numbers.scale,
    "amount": numbers.amount,
    "bare_year": numbers.bare_year,
    "multitude": numbers.multitude,
    "year": _unseen("year"),
    "date": _unseen("date"),
    "age": _seen("number"),
    "percent": _seen("percent"),
    "ordinal": ordinal,
    "ordinal_figure": ordinal,
    "leading": leading,
    "superlative": superlative,
    "most": most,
    "first": precedent,
    "comparison": comparison,
    "times": comparison,
    "change": change,
    "fraction": fraction,
    "absolute": absolute,
    "cause": _seen("cause"),
    "doubt": doubt,
    "event": _seen("event"),
    "attribution": _unseen("attribution"),
    "vague": _unseen("vague"),
}
