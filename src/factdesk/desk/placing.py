"""Claims from elsewhere find their places in an article: sure, in doubt, or nowhere."""

from factdesk.desk import claims
from factdesk.importers.claims.base import ForeignClaim, ForeignPlace
from factdesk.model.article import Version
from factdesk.model.claim import Anchor, AnchorRole, AnchorStatus, Claim
from factdesk.model.span import Span
from factdesk.text.anchors import occurrences
from factdesk.text.ink import ink


class Placer:
    """Places claims in one version."""

    def __init__(self, version: Version) -> None:
        self._version = version

    def anchors(self, foreign: ForeignClaim, claim: Claim) -> list[Anchor]:
        """Place a claim: every place of its own, each once; one that is nowhere is an orphan.

        Where it is not certain, the anchor keeps what was told to stand around it.
        """
        anchors: dict[tuple[int, int, str], Anchor] = {}
        for nth, place in enumerate(foreign.places):
            anchor = self._anchor(place, claim)
            role = AnchorRole.REPEAT if nth else AnchorRole.STATEMENT
            key = (anchor.start, anchor.stop, anchor.exact)
            anchors.setdefault(key, anchor.model_copy(update={"role": role}))
        return list(anchors.values())

    def _anchor(self, place: ForeignPlace, claim: Claim) -> Anchor:
        text = self._version.text
        found = occurrences(text, place.exact)
        if not found:
            return _orphan(place, claim, self._version)
        span, sure = _chosen(found, place, text)
        anchor = claims.anchor(claim, self._version, span)
        if sure and not place.guessed:
            return anchor
        told = {"prefix": place.prefix, "suffix": place.suffix}
        return anchor.model_copy(update={"status": AnchorStatus.NEEDS_REVIEW, **told})


def is_sure(anchors: list[Anchor]) -> bool:
    """Tell whether a claim has places, and all of them for certain."""
    return bool(anchors) and all(anchor.status is AnchorStatus.ANCHORED for anchor in anchors)


def _orphan(place: ForeignPlace, claim: Claim, version: Version) -> Anchor:
    return Anchor(
        claim=claim.id,
        version=version.id,
        start=0,
        stop=max(len(place.exact), 1),
        exact=place.exact,
        prefix=place.prefix,
        suffix=place.suffix,
        status=AnchorStatus.ORPHANED,
    )


def _chosen(found: list[Span], place: ForeignPlace, text: str) -> tuple[Span, bool]:
    """Choose among the places of a quote: sure is only one in the surroundings that are told.

    Where none or several are in them, the nearest to the told position is a candidate.
    """
    fitting = [span for span in found if _fits(span, place, text)]
    if len(fitting) == 1:
        return fitting[0], True
    candidates = fitting or found
    at = place.start or 0
    return min(candidates, key=lambda span: (abs(span.start - at), span.start)), False


def _fits(span: Span, place: ForeignPlace, text: str) -> bool:
    """Tell whether the words around are those that are told, white space taken as alike."""
    before, after = ink(place.prefix), ink(place.suffix)
    reach = 2 * (len(place.prefix) + len(place.suffix)) + 8
    here_before = ink(text[max(0, span.start - reach) : span.start])
    here_after = ink(text[span.stop : span.stop + reach])
    return here_before.endswith(before) and here_after.startswith(after)
