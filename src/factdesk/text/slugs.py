"""Names for addresses and files, made from titles."""

import re
from collections.abc import Collection
from itertools import count
from unicodedata import normalize

#: The longest slug, in characters.
LONGEST = 60

# Letters that NFKD takes for letters of their own.
_LATIN = str.maketrans(
    {
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
    }
)
_VANISHING = re.compile("['\u2019\u0300-\u036f]")
_SEPARATORS = re.compile(r"[\W_]+")


def slug(title: str) -> str:
    """Make an ASCII name of at most 60 characters, cut between words; "article" if nothing is left.

    "Trump's $1,350 claim" becomes ``trumps-1-350-claim``.
    """
    decomposed = normalize("NFKD", title.lower().translate(_LATIN)).lower()
    parted = _SEPARATORS.sub("-", _VANISHING.sub("", decomposed))
    plain = parted.encode("ascii", "ignore").decode()
    return _shorten("-".join(filter(None, plain.split("-")))) or "article"


def free(wanted: str, taken: Collection[str]) -> str:
    """Give the name, or with a number behind it the first that is not taken."""
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(name for name in names if name not in taken)


def _shorten(name: str) -> str:
    """Cut a name to the longest slug at a hyphen, within a word only if there is none."""
    if len(name) <= LONGEST:
        return name
    at_hyphen = name[: LONGEST + 1].rpartition("-")[0]
    return at_hyphen or name[:LONGEST]
