"""Scales: a desk edits them, and what was judged with them keeps its words."""

from factdesk.errors import Refused
from factdesk.model.edit import Change, Edit, birth
from factdesk.model.verdict import Rating, Scale
from factdesk.store.store import Store


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
    codes = [rating.code for rating in scale.ratings]
    if len(set(codes)) != len(codes) or not codes:
        raise Refused("A scale needs ratings, each with a code of its own.")
    return scale


def written(scale: Scale) -> bytes:
    """Write a scale as JSON, to be read by another desk."""
    return scale.model_dump_json(indent=2).encode() + b"\n"


def keep(store: Store, scale: Scale) -> Edit:
    """Plan to add a scale, or to replace the one of the same name.

    Ratings that were used and are no longer in it are retired, never lost.
    """
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
    changes = (Change(known, after),) if after != known else ()
    return Edit(f"Change scale “{scale.title}”", changes)


def with_rating(scale: Scale, rating: Rating) -> Scale:
    """Put a rating into a scale: in place of the one of the same code, else at its end."""
    ratings = [rating if one.code == rating.code else one for one in scale.ratings]
    if scale.rating(rating.code) is None:
        ratings.append(rating)
    return scale.model_copy(update={"ratings": tuple(ratings)})
