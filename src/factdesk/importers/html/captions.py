"""Captions: trafilatura drops them, readers see them, so they are taken from the page."""

from factdesk.importers.html.extraction import Passage
from factdesk.importers.html.outline import Outline, Spot
from factdesk.model.span import BlockKind

_FEWEST = 3  # words


def with_captions(passages: list[Passage], outline: Outline) -> list[Passage]:
    """Place the captions of the pictures that stand among the story's blocks."""
    kept = [each.index for each in passages if each.spot and not each.reason]
    if not kept:
        return passages
    captions = [spot for spot in outline.spots if _is_caption(spot)]
    for passage in passages:
        if passage.spot in captions:
            passage.kind = BlockKind.CAPTION
            captions.remove(passage.spot)
    merged = list(passages)
    texts = {each.key for each in passages}
    for spot in captions:
        if _lead_picture(outline, min(kept)) <= spot.index <= max(kept) + 1 and spot.key not in texts:
            texts.add(spot.key)
            place = next((i for i, each in enumerate(merged) if each.index > spot.index), len(merged))
            merged.insert(place, Passage(spot.text, BlockKind.CAPTION, key=spot.key, spot=spot))
    return merged


def _is_caption(spot: Spot) -> bool:
    figcaption = spot.element.tag == "figcaption" or any(
        each.tag == "figcaption" for each in spot.element.iterancestors("figcaption")
    )
    return figcaption and len(spot.text.split()) >= _FEWEST


def _lead_picture(outline: Outline, first: int) -> int:
    """Find where the article's head begins: the title's heading, or the story itself."""
    return max((s.index for s in outline.spots[:first] if s.element.tag == "h1"), default=first)
