"""What lists and panels show, gathered."""

from collections.abc import Sequence
from dataclasses import replace

from factdesk.desk import claims, questions, signoffs, states
from factdesk.desk.policy import missing_for_final
from factdesk.desk.remarks import blocks
from factdesk.desk.verdicts import current
from factdesk.model.article import Version
from factdesk.model.claim import Claim
from factdesk.model.lines import ClaimLine
from factdesk.model.record import Id
from factdesk.model.remark import Weighed
from factdesk.model.sheet import Cited, ClaimSheet, Occurrence, Relative
from factdesk.model.verdict import Rating
from factdesk.store.claims import ClaimRow
from factdesk.store.store import Store

#: How many code points are shown on either side of a place that is proposed.
_AROUND = 40

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
        priority=row.priority,
        change=row.change or "",
        sources=row.sources or "",
        assignee=row.assignee or "",
        checker=row.checker or "",
        outdated=bool(row.outdated),
    )


def sheet(store: Store, claim: Claim, version: Version, checker: Id | None = None) -> ClaimSheet:
    """Gather a claim with everything that its panel shows; ``checker`` is who looks at it."""
    verdicts, ticks = store.verdicts(claim.id), store.ticks(claim.id)
    article = store.article(claim.article)
    checkers = {one.id: one for one in store.checkers()}
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
        checkers={one.id: one.name for one in checkers.values()},
        checker=checker,
        roles=checkers[checker].roles if checker in checkers else (),
        mode=article.mode,
        house=store.house(),
        offered=tuple(states.offered(claim)),
        missing=() if claim.state in states.CLOSED else tuple(missing_for_final(store, claim)),
        exemptions=tuple(store.exemptions(claim.id)),
        searches=tuple(store.search_logs(claim.id)),
        contacts=tuple(store.contacts(claim.id)),
        queries=tuple(store.queries(claim.id)),
        proposals=tuple(store.proposals(claim.id)),
        votes=tuple(store.votes(claim.id)),
        questions=questions.asked(claim, ticks),
        ticks=tuple(ticks),
        signoffs=tuple(signoffs.of_claim(store, claim)),
        parts=tuple(_relative(store, part, version) for part in store.claims_under(claim.id)),
        whole=_relative(store, store.claim(claim.parent), version) if claim.parent else None,
        outdated=any(row.outdated for row in store.rows_of_claim(claim.id, version.id)),
    )


def with_remarks(store: Store, shown: ClaimSheet, remarks: Sequence[Weighed]) -> ClaimSheet:
    """Put the remarks on a claim into its sheet; to make them takes too long for every sheet."""
    blocking = [one.remark for one in remarks if blocks(shown.house, one)]
    missing = shown.missing
    if blocking and shown.claim.state not in states.CLOSED:
        missing = tuple(missing_for_final(store, shown.claim, remarks=blocking))
    return replace(shown, remarks=tuple(remarks), missing=missing)


def elsewhere(store: Store, claim: Claim, version: Version) -> tuple[Occurrence, ...]:
    """Show where else the very words of a claim stand, with the words around each place."""
    text = version.text
    return tuple(
        Occurrence(
            span=span,
            before=text[max(0, span.start - _AROUND) : span.start],
            words=text[span.start : span.stop],
            after=text[span.stop : span.stop + _AROUND],
        )
        for span in claims.elsewhere(store, claim, version)
    )


def _relative(store: Store, claim: Claim, version: Version) -> Relative:
    anchors = store.anchors(claim.id, version.id)
    return Relative(
        claim.id, claim.reference, claim.wording or (anchors[0].exact if anchors else "")
    )
