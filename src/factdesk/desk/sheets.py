"""What lists and panels show, gathered."""

from factdesk.desk.verdicts import current
from factdesk.model.article import Version
from factdesk.model.claim import Claim
from factdesk.model.lines import ClaimLine
from factdesk.model.record import Id
from factdesk.model.sheet import Cited, ClaimSheet
from factdesk.model.verdict import Rating
from factdesk.store.claims import ClaimRow
from factdesk.store.store import Store

Ratings = dict[tuple[str | None, str | None], Rating]


def ratings(store: Store) -> Ratings:
    """Give every rating of the desk by scale and code."""
    return {(scale.id, rating.code): rating for scale in store.scales() for rating in scale.ratings}


def claim_lines(store: Store, version: Version) -> list[ClaimLine]:
    """List all claims at their places in a version, in the order of the text."""
    known = ratings(store)
    return [_line(row, known) for row in store.claim_rows(version.article, version.id)]


def lines_of_claim(store: Store, claim: Id, version: Version) -> list[ClaimLine]:
    """List the places of one claim in a version; nothing for a claim that is gone."""
    known = ratings(store)
    return [_line(row, known) for row in store.rows_of_claim(claim, version.id)]


def _line(row: ClaimRow, known: Ratings) -> ClaimLine:
    rating = known.get((row.scale, row.rating))
    return ClaimLine(
        claim=row.claim,
        number=row.number,
        anchor=row.anchor or "",
        start=row.start or 0,
        stop=row.stop or 0,
        quote=row.quote or "",
        wording=row.wording,
        kind=row.kind or "",
        state=row.state,
        rating=row.rating or "",
        label=row.label or "",
        place=row.place or "",
        glyph=rating.glyph if rating else "",
        light=rating.light if rating else "",
        dark=rating.dark if rating else "",
        evidence=row.evidence,
        status=row.status or "",
    )


def sheet(store: Store, claim: Claim, version: Version) -> ClaimSheet:
    """Gather a claim with everything that its panel shows."""
    verdicts = store.verdicts(claim.id)
    article = store.article(claim.article)
    return ClaimSheet(
        claim=claim,
        anchors=tuple(store.anchors(claim.id, version.id)),
        scale=store.scale(article.scale),
        claimant=store.claimant(claim.claimant) if claim.claimant else None,
        verdict=current(verdicts),
        verdicts=tuple(verdicts),
        evidence=tuple(
            Cited(piece, store.source(piece.source)) for piece in store.evidence(claim.id)
        ),
        notes=tuple(store.notes(claim.id)),
        checkers={checker.id: checker.name for checker in store.checkers()},
    )
