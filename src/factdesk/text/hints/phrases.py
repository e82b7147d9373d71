"""How far a finding goes: back over its hedge, on to its noun."""

from factdesk.text.hints.words import Scope

#: So many words a noun may stand behind its figure.
_NOUN_WITHIN = 4

#: So many tokens the year or the period of a rank may stand behind it.
_SINCE_WITHIN, _SCOPE_WITHIN = 8, 3

_NUMBERS = ("figure", "amount", "cardinal", "multitude", "percent", "fraction", "times")


def hedge_before(scope: Scope, first: int) -> tuple[int, str]:
    """Find the hedge right before a token: its first token, and its words."""
    for length in (3, 2, 1):
        begin = first - length
        if begin >= scope.begin and tuple(scope.text.folded[begin:first]) in scope.lexicon.hedges:
            return begin, " ".join(scope.text.folded[begin:first])
    return first, ""


def noun_after(scope: Scope, start: int, otherwise: int | None = None) -> int:
    """Find the noun that a figure counts: the token where it ends.

    Gives the token before the start, or ``otherwise``, where there is none, or where the noun goes
    on with “and”: then it is not known where it ends.
    """
    none = start - 1 if otherwise is None else otherwise
    for index in range(start, min(start + _NOUN_WITHIN, scope.end)):
        word = scope.word(index)
        if not word[0].isalpha() or word in scope.lexicon.stops or scope.has(index, "cardinal"):
            return none
        if is_noun(scope, index):
            return none if _goes_on(scope, index + 1) else index
    return none


def is_noun(scope: Scope, index: int) -> bool:
    """Tell whether a token looks like what can be counted: a plural, or a unit.

    Where nouns have capitals, any of them may be.
    """
    word = scope.word(index)
    if word in scope.lexicon.plurals:
        return True
    if scope.lexicon.capital_nouns:
        return scope.original(index)[:1].isupper() and word not in scope.lexicon.singular
    if word in scope.lexicon.singular:
        return False
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s"))


def _goes_on(scope: Scope, index: int) -> bool:
    return scope.word(index) in scope.lexicon.joiners and is_noun(scope, index + 1)


def is_number(scope: Scope, index: int) -> bool:
    """Tell whether a token is a number of any form."""
    return any(scope.has(index, name) for name in _NUMBERS)


def scope_end(scope: Scope, last: int) -> int:
    """Go on to “since 1965”, “in history”, “in 20 years”, where a claim of rank says its scope."""
    if scope.word(last + 1) not in scope.lexicon.openers:
        return last
    since = scope.word(last + 1) in scope.lexicon.since
    far = _SINCE_WITHIN if since else _SCOPE_WITHIN
    for index in range(last + 2, min(last + 2 + far, scope.end)):
        if scope.word(index) in scope.lexicon.scopes or scope.has(index, "bare_year"):
            return index
        if not scope.word(index)[0].isalnum():
            break
    return last
