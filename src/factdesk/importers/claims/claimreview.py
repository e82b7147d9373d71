"""ClaimReviews as they are found in the wild, read in spite of what the wild does to them.

Lists and graphs, reviews within pages, items that are a CreativeWork, numbers as texts, scales that
go the wrong way or make no sense (then the rating's words count alone), empty texts, the year 1.
"""

from collections.abc import Iterator
from typing import Any

from factdesk.importers.claims.base import (
    ForeignClaim,
    ForeignNote,
    ForeignPlace,
    date,
    is_kind,
    listed,
    nodes,
    plain,
)
from factdesk.model.record import PartialDate, Value

Node = dict[str, Any]


class ForeignRating(Value):
    """What others found: in words, and as numbers where these make sense."""

    label: str = ""
    value: float | None = None
    best: float | None = None
    worst: float | None = None


class ForeignReview(Value):
    """A ClaimReview of others."""

    claim: str
    url: str = ""
    title: str = ""
    reviewer: str = ""
    reviewed_on: PartialDate | None = None
    rating: ForeignRating = ForeignRating()
    claimant: str = ""
    claimed_on: PartialDate | None = None
    appearances: tuple[str, ...] = ()


def reviews(document: object) -> list[ForeignReview]:
    """Read every ClaimReview in a JSON document, wherever in it."""
    return [_review(node) for node in nodes(document) if is_kind(node, "ClaimReview")]


def claims(document: object) -> list[ForeignClaim]:
    """Read every ClaimReview as a claim; what others found becomes a note on it."""
    return [_claim(review) for review in reviews(document)]


def _claim(review: ForeignReview) -> ForeignClaim:
    return ForeignClaim(
        origin=review.url,
        places=(ForeignPlace(exact=review.claim),) if review.claim else (),
        wording=review.claim,
        claimant=review.claimant,
        claimed_on=review.claimed_on,
        notes=(ForeignNote(text=_note(review)),),
    )


def _note(review: ForeignReview) -> str:
    rating = review.rating
    numbers = ""
    if rating.value is not None:
        numbers = f" ({rating.value:g} on a scale of {rating.worst:g} to {rating.best:g})"
    told = [
        f"Reviewed by {review.reviewer or 'others'}: {rating.label or 'no rating'}{numbers}",
        review.title,
        review.reviewed_on or "",
        review.url,
        *(f"Appeared: {url}" for url in review.appearances),
    ]
    return "\n".join(line for line in told if line)


def _review(node: Node) -> ForeignReview:
    claim = _first_node(node.get("itemReviewed"))
    title = plain(node.get("name")) or plain(node.get("headline"))
    return ForeignReview(
        claim=plain(node.get("claimReviewed")) or plain(claim.get("name")) or title,
        url=_url(node.get("url")) or _url(node.get("mainEntityOfPage")),
        title=title,
        reviewer=plain(node.get("author")) or plain(node.get("publisher")),
        reviewed_on=date(node.get("datePublished")),
        rating=_rating(_first_node(node.get("reviewRating"))),
        claimant=plain(claim.get("author")),
        claimed_on=date(claim.get("datePublished")),
        appearances=tuple(dict.fromkeys(_appearances(claim))),
    )


def _rating(node: Node) -> ForeignRating:
    """Read the rating; numbers that break a rule say nothing, and the words stand alone."""
    label = plain(node.get("alternateName")) or plain(node.get("name"))
    names = ("ratingValue", "bestRating", "worstRating")
    value, best, worst = (_number(node.get(name)) for name in names)
    if not label and value is None:
        label = plain(node.get("ratingValue"))
    if value is None or best is None or worst is None or not 1 <= worst <= value <= best > worst:
        return ForeignRating(label=label)
    return ForeignRating(label=label, value=value, best=best, worst=worst)


def _number(value: object) -> float | None:
    try:
        return float(plain(value).replace(",", "."))
    except ValueError:
        return None


def _appearances(claim: Node) -> Iterator[str]:
    for name in ("firstAppearance", "appearance", "url", "mainEntityOfPage", "sameAs"):
        for each in listed(claim.get(name)):
            if url := _url(each):
                yield url
    for author in listed(claim.get("author")):
        if isinstance(author, dict) and (url := _url(author.get("url") or author.get("sameAs"))):
            yield url


def _url(value: object) -> str:
    for each in listed(value):
        named = each.get("url") or each.get("@id") if isinstance(each, dict) else each
        if isinstance(named, str) and named.strip().startswith(("http://", "https://")):
            return named.strip()
    return ""


def _first_node(value: object) -> Node:
    return next((each for each in listed(value) if isinstance(each, dict)), {})
