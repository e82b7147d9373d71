"""Lines of Arabic and Hebrew, which a PDF may hold from the left as from the right, or by turns."""

import re
from collections.abc import Sequence
from itertools import pairwise
from unicodedata import bidirectional

from factdesk.importers.pdf.character import Character

_KINDS = {"R": "R", "AL": "R", "L": "L", "EN": "N", "AN": "N", "ET": "T", "CS": "C", "ES": "C"}
#: What is read from the left within such a line: words in other letters, and single numbers.
_FROM_LEFT = re.compile(r"(?:L|N(?=[^R]*L))(?:[^R]*[LN])?|T*N(?:[NCT]*N)?T*")
_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")  # noqa: RUF001 - what is meant
_LAM, _ALEFS = "\u0644", "\u0622\u0623\u0625\u0627"
_MARK = "NSM"
_GAP = 0.2  # heights: farther apart are two words
_LONGEST_WORD = 8  # heights: one that is written from its other end begins so far away


def is_right_to_left(text: str) -> bool:
    """Tell whether most letters of a text are read from the right."""
    kinds = [_kind(character) for character in text]
    return kinds.count("R") > kinds.count("L")


def follows(group: Sequence[Character], character: Character) -> bool:
    """Tell whether a character stands on a line that is read from the right, near the others."""
    ink = [each for each in group if each.text.strip()]
    texts = (*(each.text for each in ink), character.text)
    if not any(_kind(text[:1]) == "R" for text in texts):
        return False
    bottom, top = min(each.bottom for each in ink), max(each.top for each in ink)
    left, right = min(each.left for each in ink), max(each.right for each in ink)
    gap = max(left - character.right, character.left - right)
    level = bottom <= (character.bottom + character.top) / 2 <= top
    return level and gap < _LONGEST_WORD * max(top - bottom, character.size)


def text_of(group: Sequence[Character]) -> str:
    """Give a line's text in the order in which it is read, whatever its PDF holds it in."""
    clusters = sorted(_clusters(group), key=lambda each: -(each[0].left + each[0].right))
    size = max(each.size for each in group)
    pieces: list[str] = []
    for before, cluster in pairwise([None, *clusters]):
        if before and cluster and before[0].left - cluster[0].right > _GAP * size:
            pieces.append(" ")
        pieces.append(_spelt(cluster or []))
    return " ".join(_turned(pieces).split())


def _clusters(group: Sequence[Character]) -> list[list[Character]]:
    """Keep together what shares a box, and marks with the letter that they stand on."""
    clusters: list[list[Character]] = []
    for character in group:
        if not character.text or (character.text.isspace() and character.right <= character.left):
            continue
        is_mark = bidirectional(character.text[0]) == _MARK
        if clusters and (is_mark or character[1:] == clusters[-1][0][1:]):
            clusters[-1].append(character)
        else:
            clusters.append([character])
    return clusters


def _spelt(cluster: Sequence[Character]) -> str:
    """Spell a ligature: of lam and alef, lam comes first."""
    text = "".join(character.text for character in cluster)
    return text[::-1] if len(text) == 2 and text[0] in _ALEFS and text[1] == _LAM else text


def _turned(pieces: Sequence[str]) -> str:
    """Turn what is read from the left, and the brackets, which are written as they look."""
    kinds = "".join(_kind(piece[:1]) for piece in pieces)
    out: list[str] = []
    last = 0
    for found in _FROM_LEFT.finditer(kinds):
        out += [piece.translate(_MIRRORED) for piece in pieces[last : found.start()]]
        out += reversed(pieces[found.start() : found.end()])
        last = found.end()
    out += [piece.translate(_MIRRORED) for piece in pieces[last:]]
    return "".join(out)


def _kind(character: str) -> str:
    return _KINDS.get(bidirectional(character), "O") if character else "O"
