"""How checkable a sentence is, from 0 to 1: hand-set weights, added up."""

import re
from math import exp

from factdesk.text.hints.reading import Reading
from factdesk.text.hints.words import Scope

#: Of a sentence without a figure nothing is tempered: “would” weighs in full.
_UNTEMPERED: dict[str, float] = {}

#: A word with a capital, but for the first of the sentence.
_NAME = re.compile(r"\s[\"\u201c(]?[A-Z\u00c0-\u00de](?![\s'\u2019])")

_CLOSERS = "\"'\u2019\u201d\u00bb)]"


def score(scope: Scope, reading: Reading, sentence: str) -> float:
    """Weigh what stands in a sentence."""
    lexicon, counts = scope.lexicon, reading.counts
    total = lexicon.bias + _form(scope, sentence)
    weight, most = lexicon.weights["name"]
    total += weight * min(len(_NAME.findall(sentence)), most)
    tempered = lexicon.tempered if lexicon.tempering & counts.keys() else _UNTEMPERED
    for name, count in counts.items():
        if weighed := lexicon.weights.get(name):
            weight, most = weighed
            total += weight * min(count, most) * tempered.get(name, 1.0)
    return 1 / (1 + exp(-total))


def _form(scope: Scope, sentence: str) -> float:
    """Weigh length and end."""
    lexicon, length = scope.lexicon, scope.end - scope.begin
    per_word, longest = lexicon.length
    fewest, short = lexicon.short
    total = per_word * min(length, longest)
    if length <= fewest:  # the stop is a token too
        total += short
    end = sentence.rstrip(_CLOSERS)
    if end.endswith("?"):
        total += lexicon.weights["question"][0]
    elif not end.endswith((".", "!")) or end.endswith("..."):
        total += lexicon.unfinished
    return total
