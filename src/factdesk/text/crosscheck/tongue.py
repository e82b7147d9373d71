"""In which language a few words are, as far as it matters to numbers and names."""

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+")

#: Words that are frequent in one of the languages and hardly met in the others, nor in names: an
#: English text may speak of Los Angeles, Le Monde and Ursula von der Leyen.
_FREQUENT = {
    "en": "the of and to was by for is that with from were has had at it are said an its than"
    " about",
    "de": "der die das und den ein eine einer nicht auf für wurde wurden ist zu waren bei zum sich"
    " auch rund hat haben seit nach",
    "es": "del y que por con una fue para su se más según",
    "fr": "du une dans sur qui aux été ont cette selon",
}
_OWN = {language: frozenset(words.split()) for language, words in _FREQUENT.items()}


@lru_cache(maxsize=256)
def tongue(text: str) -> str:
    """Tell the language by its most frequent words; English where none has more."""
    words = [word.lower() for word in _WORD.findall(text)]
    counts = {language: sum(word in own for word in words) for language, own in _OWN.items()}
    return max(counts, key=lambda language: counts[language])


def has_decimal_commas(text: str) -> bool:
    """Tell whether 1.350 is more than a thousand, and 1,5 one and a half."""
    return tongue(text) != "en"


def has_capital_nouns(text: str) -> bool:
    """Tell whether a capital makes no name."""
    return tongue(text) == "de"
