"""The publisher's own plain text of the article, as a vote on what is of the story."""

import re
from collections.abc import Iterable
from functools import lru_cache

from factdesk.importers.html.extraction import Passage
from factdesk.model.span import BlockKind

_WORDS = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")
_SHORT = 300
_COVERS = 0.75
_FOREIGN = 0.2
_OWN = 0.8

Grams = frozenset[tuple[str, ...]]


def grams(text: str) -> Grams:
    """List a text's runs of four words."""
    words = _WORDS.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], words[3:], strict=False))


def vote(passages: Iterable[Passage], body: str) -> None:
    """Leave out short blocks that a body covering the rest does not know.

    Headings are spared: publishers leave them out of the body as often as not.
    """
    known = known_grams(passages, body)
    if not known:
        return
    begun = False
    for passage in passages:
        own = grams(passage.text)
        share = len(own & known) / len(own) if own else None
        if share is not None and share > _OWN:
            begun = True
        foreign = begun and share is not None and share < _FOREIGN
        if foreign and len(passage.text) < _SHORT and passage.kind != BlockKind.HEADING:
            passage.leave_out("Not in the publisher's own text of the article")


def known_grams(passages: Iterable[Passage], body: str) -> Grams:
    """Give the body's grams if it covers enough of what was found to be believed, else none."""
    if not body:
        return frozenset()
    known = _body_grams(body)
    found = grams("\n".join(passage.text for passage in passages if not passage.reason))
    return known if found and len(found & known) > _COVERS * len(found) else frozenset()


@lru_cache(maxsize=1)
def _body_grams(body: str) -> Grams:
    """Two rules ask for the same body's."""
    return grams(_TAG.sub(" ", body))
