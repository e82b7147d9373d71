"""A text without its typography, of the same length, so that every position stays what it is."""

_QUOTE_MARKS = (
    "\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a"
)
_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000"
_SIGNS = (
    *((sign, "'") for sign in _QUOTE_MARKS),
    *((sign, "-") for sign in _DASHES),
    *((sign, " ") for sign in _SPACES),
)


def plain(text: str) -> str:
    """Write all quote marks, all dashes and all spaces in one way; lines stay lines.

    A house that restyles them has not changed the surroundings of anything.
    """
    for sign, alike in _SIGNS:
        text = text.replace(sign, alike)
    return text
