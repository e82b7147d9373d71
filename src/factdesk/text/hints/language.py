"""Whether a text is in the language of a lexicon, whatever it says of itself."""

import re
from itertools import islice

from factdesk.text.hints.lexicon import Lexicon

_WORD = re.compile(r"[^\W\d_]+")

_MOST = 2000  # words that are looked at
_FEWEST = 30  # words of which nothing is known

#: In news, a quarter of the words and more are among the commonest of their language, a sixth of
#: those of other languages at most.
_SHARE = 0.2


def reads(text: str, lexicon: Lexicon) -> bool:
    """Tell whether the commonest words are those of the lexicon's language; of a few, yes."""
    words = [match[0].lower() for match in islice(_WORD.finditer(text), _MOST)]
    known = sum(word in lexicon.stops for word in words)
    return len(words) < _FEWEST or known >= _SHARE * len(words)
