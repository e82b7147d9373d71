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
    r"|article-?desc\w*|epigraph\w*|entete|cabecera|headline-?sub|secondary-?title|spot)(?=$|[\s_-])",
    re.IGNORECASE,
)
_WORD_BORDER = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NAMING = frozenset({"class", "id", "itemprop"})
_CUT = re.compile(r"\s*(?:…|\.\.\.|\[\.\.\.\])\s*$")
_FEWEST, _MOST = 25, 600  # characters
_NEAR = 2  # spots behind the title
_LONG = 80  # characters of a block that is no line of the article's head


def with_standfirst(passages: list[Passage], outline: Outline, known: Metadata) -> list[Passage]:
    """Give the standfirst its kind, or bring it in where trafilatura left it out."""
    kept = [each for each in passages if not each.reason]
    if not kept:
        return passages
    descriptions = [key(_CUT.sub("", text)) for text in known.descriptions]
    descriptions = [each for each in descriptions if len(each) > _FEWEST]
    if _is_standfirst(kept[0], descriptions):
        kept[0].kind = BlockKind.DEK
        return passages
    text = "\n".join(each.key for each in passages)
    for spot in _before(outline, kept, known, descriptions):
        if spot.key not in text:
            return [Passage(spot.text, BlockKind.DEK, key=spot.key, spot=spot), *passages]
    return passages


def _before(
    outline: Outline, kept: list[Passage], known: Metadata, descriptions: list[str]
) -> Iterator[Spot]:
    """Give what may be one between the title and the story; above, only what the page tells."""
    first = next((each.index for each in kept if _is_of_the_story(each)), 0)
    title = outline.title_before(first, known.titles, ("h1", "h2"))
    if title is None:
        return
    for spot in outline.spots[title + 1 : first]:
        if _looks_like_one(spot, descriptions) or (
            spot.index - title <= _NEAR and _is_sentence(spot)
        ):
            yield spot
    yield from (spot for spot in outline.spots[:title] if spot.key in descriptions)


def _is_of_the_story(passage: Passage) -> bool:
    paragraph = passage.kind == BlockKind.PARAGRAPH and passage.spot is not None
    return paragraph and len(passage.text) >= _LONG


def _is_standfirst(passage: Passage, descriptions: list[str]) -> bool:
    if passage.kind == BlockKind.HEADING or not passage.spot:
        return passage.key in descriptions
    return _is_named(passage.spot)


def _looks_like_one(spot: Spot, descriptions: list[str]) -> bool:
    if not _FEWEST <= len(spot.text) <= _MOST or spot.link_share > 0.3 or _is_in_figure(spot):
        return False
    return _is_named(spot) or any(
        description in spot.key or spot.key in description for description in descriptions
    )


def _is_sentence(spot: Spot) -> bool:
    """Tell whether it is a sentence, as may stand right under the title."""
    return (
        len(spot.text) >= _LONG
        and spot.text.rstrip('"”»“').endswith((".", "?", "!", "。"))
        and spot.link_share == 0
        and not _is_in_figure(spot)
    )


def _is_in_figure(spot: Spot) -> bool:
    figure = next(spot.element.iterancestors("figcaption", "figure"), None)
    return spot.element.tag == "figcaption" or figure is not None


def _is_naming(attribute: str, value: str) -> bool:
    return attribute in _NAMING or (attribute.startswith("data-") and len(value) < _LONG)


def _is_named(spot: Spot) -> bool:
    element = spot.element
    parent = element.getparent()
    for each in (element, parent) if parent is not None else (element,):
        names = " ".join(value for name, value in each.items() if _is_naming(name, value))
        if _NAMES.search(_WORD_BORDER.sub("-", names)):
            return True
    return False
