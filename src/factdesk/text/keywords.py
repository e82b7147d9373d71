"""The words of a passage that tell it from others: no addresses, no signature, no stop words."""

import re

#: Addresses, and the account that signs a post: they stand around what is said.
_NOISE = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+|\(@\w+\)", re.IGNORECASE)
_TAG = re.compile(r"[#@](\w+)")
_PART = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W_]+")

_STOP_WORDS = """
a about after all also am an and any are as at auf be because been before being but by
can con could dans das de del dem den der des did die do does don du ein eine einer
eines el en es est et for from für get got had has have he her here him his how i if im
in into is ist it its just la las le les ll los me mit more most my nicht no not now
oder of off on or other our out over por pour que re s said say says she sind so some
such t than that the their them then there these they this those to too un una und up us
ve very von war waren was we were what when where which while who why will with would y
you your zu
"""
_STOPS = frozenset(_STOP_WORDS.split())

#: So many words tell enough; a longer passage is known by its first ones.
_MOST = 40


def keywords(text: str) -> list[str]:
    """Take the words of a passage in their order, each once, in small letters.

    A tag or an account counts as a whole and by its parts: #AustralianFires is also Australian and
    Fires.
    """
    plain = _TAG.sub(_parted, _NOISE.sub(" ", text))
    words = (word.lower() for word in _WORD.findall(plain))
    return list(dict.fromkeys(word for word in words if word not in _STOPS))[:_MOST]


def stem(word: str) -> str:
    """Take a word's ending, roughly: enough to tell a plural from another word."""
    word = word.lower()
    for ending in ("ies", "es", "s", "ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


def stems(text: str) -> frozenset[str]:
    """Give the words of a passage that tell it from others by their stems."""
    return frozenset(map(stem, keywords(text)))


def _parted(tag: re.Match[str]) -> str:
    return " ".join([tag[1], *_PART.findall(tag[1])])
