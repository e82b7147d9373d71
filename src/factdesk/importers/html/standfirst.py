"""The standfirst: the sentence or two under the title."""

import re
from collections.abc import Iterator

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.flow import key
from factdesk.importers.html.metadata import Metadata
from factdesk.importers.html.outline import Outline, Spot
from factdesk.model.span import BlockKind

_NAMES = re.compile(
    r"(?:^|[\s_-])(?:dek|deck|standfirst|stand-first|sub-?titles?|subtitulo|sub-?head(?:line|ing)?s?"
    r"|lead|lede|intro\w*|summary|abstract|excerpt|entradilla|vorspann|chapo|chapeau|bajada|sumario"
    r"|ingress|sottotitolo|occhiello|description|teaser-?text|kicker-?text|sapo|perex|preamble"
    r"|article-?desc\w*|headline-?sub|secondary-?title|spot)(?=$|[\s_-])",
    re.IGNORECASE,
)
_WORD_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMING = ("class", "id", "itemprop", "data-testid", "data-component")
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\])\s*$")
_FEWEST, _MOST = 25, 600  # characters


def with_standfirst(passages: list[Passage], outline: Outline, known: Metadata) -> list[Passage]:
    """Give the standfirst its kind, or bring it in where trafilatura left it out."""
    kept = [each for each in passages if not each.reason]
    if not kept:
        return passages
    description = key(_CUT.sub("", known.description))
    if _is_standfirst(kept[0], description):
        kept[0].kind = BlockKind.DEK
        return passages
    text = "\n".join(each.key for each in passages)
    first = next((each.index for each in kept if each.spot), 0)
    for spot in _before(outline, first):
        if spot.key not in text and _looks_like_one(spot, description):
            return [Passage(spot.text, BlockKind.DEK, key=spot.key, spot=spot), *passages]
    return passages


def _is_standfirst(passage: Passage, description: str) -> bool:
    if passage.kind == BlockKind.HEADING or not passage.spot:
        return len(description) > _FEWEST and passage.key == description
    return _is_named(passage.spot)


def _before(outline: Outline, first: int) -> Iterator[Spot]:
    """Give what stands between the title's heading and the first block of the story."""
    title = max((s.index for s in outline.spots[:first] if s.element.tag == "h1"), default=-1)
    if title >= 0:
        yield from outline.spots[title + 1 : first]


def _looks_like_one(spot: Spot, description: str) -> bool:
    if not _FEWEST <= len(spot.text) <= _MOST or spot.link_share > 0.3:
        return False
    same = len(description) > _FEWEST and (
        spot.key.startswith(description) or description.startswith(spot.key)
    )
    return same or _is_named(spot)


def _is_named(spot: Spot) -> bool:
    element = spot.element
    parent = element.getparent()
    for each in (element, parent) if parent is not None else (element,):
        names = " ".join(each.get(name) or "" for name in _NAMING)
        if _NAMES.search(_WORD_BORDER.sub("-", names)):
            return True
    return False
