"""Scales: a desk edits them, and what was judged with them keeps its words."""

import re
from collections.abc import Sequence

from factdesk.errors import Refused
from factdesk.model.edit import Edit, birth, changed
from factdesk.model.verdict import Place, Rating, Scale
from factdesk.store.store import Store
from factdesk.text.slugs import free, slug

_HUE = re.compile(r"#[0-9a-fA-F]{6}")


def read(content: bytes) -> Scale:
    """Read a scale from JSON.

    Raises:
        Refused: if it is none.
    """
    try:
        scale = Scale.model_validate_json(content)
    except ValueError as error:
        raise Refused(
            "That file holds no scale.", "Export one to see how it is written."
        ) from error
    insist(scale)
    return scale


def insist(scale: Scale) -> None:
    """Insist that a scale can be judged on.

    Raises:
        Refused: if it lacks a title, ratings, or labels, codes and hues of its ratings.
    """
    codes = [rating.code for rating in scale.ratings]
    if not scale.title.strip():
        raise Refused("A scale needs a title.")
    if len(set(codes)) != len(codes) or not codes:
        raise Refused("A scale needs ratings, each with a code of its own.")
    for rating in scale.ratings:
        if not rating.label.strip():
            raise Refused("A rating needs a label.", "Readers see it; the glyph is not enough.")
        if not (_HUE.fullmatch(rating.light) and _HUE.fullmatch(rating.dark)):
            raise Refused(f"“{rating.label}” needs two colours.", "Write them as #1a7f37.")


def written(scale: Scale) -> bytes:
    """Write a scale as JSON, to be read by another desk."""
    return scale.model_dump_json(indent=2).encode() + b"\n"


def keep(store: Store, scale: Scale) -> Edit:
    """Plan to add a scale, or to replace the one of the same name.

    Ratings that were used and are no longer in it are retired, never lost.

    Raises:
        Refused: if it cannot be judged on.
    """
    insist(scale)
    known = next((one for one in store.scales() if one.id == scale.id), None)
    if known is None:
        return Edit(f"Add scale “{scale.title}”", (birth(scale),))
    codes = {rating.code for rating in scale.ratings}
    used = store.ratings_used(scale.id)
    retired = tuple(
        rating.model_copy(update={"retired": True})
        for rating in known.ratings
        if rating.code not in codes and rating.code in used
    )
    after = scale.model_copy(update={"ratings": (*scale.ratings, *retired)})
    return Edit(f"Change scale “{scale.title}”", changed(known, after))


def with_rating(scale: Scale, rating: Rating) -> Scale:
    """Put a rating into a scale: in place of the one of the same code, else at its end."""
    ratings = [rating if one.code == rating.code else one for one in scale.ratings]
    if scale.rating(rating.code) is None:
        ratings.append(rating)
    return scale.model_copy(update={"ratings": tuple(ratings)})


def fresh(title: str, taken: set[str], ratings: tuple[Rating, ...] = ()) -> Scale:
    """Make a scale of one's own, with a name that is not taken; a first rating to begin with."""
    return Scale(id=free(slug(title), taken), title=title, ratings=ratings or (new_rating(()),))


def new_rating(ratings: Sequence[Rating]) -> Rating:
    """Make a rating to be filled in, with a code that the others do not have."""
    return Rating(
        code=free("rating", {rating.code for rating in ratings}),
        label="New rating",
        definition="",
        place=Place.MIXED,
        light="#5a626d",
        dark="#a3abb6",
        glyph="•",
    )


def moved(scale: Scale, code: str, by: int) -> Scale:
    """Move a rating up or down among the others, as far as there is room."""
    ratings = list(scale.ratings)
    at = next(number for number, rating in enumerate(ratings) if rating.code == code)
    rating = ratings.pop(at)
    ratings.insert(min(max(at + by, 0), len(ratings)), rating)
    return scale.model_copy(update={"ratings": tuple(ratings)})


def without_rating(scale: Scale, code: str) -> Scale:
    """Take a rating out of a scale; `keep` retires it where it was used."""
    kept = tuple(rating for rating in scale.ratings if rating.code != code)
    return scale.model_copy(update={"ratings": kept})
