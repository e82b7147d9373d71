"""The language of a text that does not say which one it is in."""

import re
from collections import Counter
from importlib import import_module

from factdesk.importers.function_words import SCRIPTS, WORDS

_SAMPLE = 5_000  # characters
_FEWEST = 100
_LEAST = 0.08  # share of small words below which a text is of no language that is known
_AHEAD = 1.05  # times the second best
_OWN = 0.1  # share of its letters that are of a script
_WORD = re.compile(r"[^\W\d_]+")
_WORDS = {language: frozenset(words.split()) for language, words in WORDS.items()}
_SCRIPTS = tuple((language, re.compile(f"[{signs}]")) for language, signs in SCRIPTS)


def detected(text: str) -> str:
    """Guess the language as a BCP 47 tag; empty for a short text, and where nothing is certain.

    By py3langid where it is installed, else by script and by the small words of some languages.
    """
    if len(text) < _FEWEST:
        return ""
    try:
        langid = import_module("py3langid")
    except ModuleNotFoundError:
        return _by_script(text[:_SAMPLE]) or _by_words(text[:_SAMPLE])
    return str(langid.classify(text[:_SAMPLE])[0])


def _by_script(text: str) -> str:
    letters = sum(map(str.isalpha, text))
    shares = ((language, len(signs.findall(text))) for language, signs in _SCRIPTS)
    return next((language for language, count in shares if count > _OWN * letters), "")


def _by_words(text: str) -> str:
    words = _WORD.findall(text.lower())
    counts = Counter(words)
    shares = {
        language: sum(counts[word] for word in small) / max(1, len(words))
        for language, small in _WORDS.items()
    }
    second, best = sorted(shares, key=shares.__getitem__)[-2:]
    certain = shares[best] > max(_LEAST, _AHEAD * shares[second])
    return best if certain else ""
