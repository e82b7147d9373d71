"""Whether two texts are one: a wire story in two papers."""

import re

_WORD = re.compile(r"\w+")

#: So many words in a row make a piece; so many pieces there must be; so much of them is shared.
_RUN, _LEAST, _SHARED = 3, 6, 0.6


def is_near_duplicate(one: str, other: str) -> bool:
    """Tell whether the shorter text stands in the other, nearly word for word."""
    short, long_ = sorted((_pieces(one), _pieces(other)), key=len)
    return len(short) >= _LEAST and len(short & long_) >= _SHARED * len(short)


def _pieces(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[index : index + _RUN]) for index in range(len(words) - _RUN + 1)}
