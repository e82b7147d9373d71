"""Gathering a report: everything about an article that its audience may read."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factdesk.desk.changes import since_checked
from factdesk.desk.dossiers import Dossier, as_of, dossier, signed
from factdesk.desk.numbering import Numbering
from factdesk.desk.public import published
from factdesk.desk.verdicts import current
from factdesk.desk.weighing import remarked
from factdesk.exporters.registry import Format, laid_out
from factdesk.exporters.templates.registry import Template
from factdesk.model.article import Article, Version
from factdesk.model.claim import AnchorStatus, Checker, Claim
from factdesk.model.record import Id
from factdesk.model.report import DAMAGED, Audience, Finding, LeftOutClaim, Part, Report
from factdesk.model.sheet import Signed
from factdesk.model.verdict import Scale
from factdesk.store.store import Store


def gather(
    store: Store,
    article: Article,
    audience: Audience = Audience.INTERNAL,
    *,
    whole: bool = False,
    language: str = "",
) -> Report:
    """Gather the report for an audience, in the desk's language where none is said.

    A whole one also holds the records as they lie on the desk, as far as the audience may read.
    """
    papers = dossier(store, article)
    numbered = Numbering(papers.sources)
    findings = tuple(_finding(claim, papers, numbered) for claim in papers.claims)
    house = store.house()
    signatures = signed(papers, None)
    report = Report(
        audience=Audience.INTERNAL,
        language=language or house.language,
        house=house,
        article=article,
        version=papers.version,
        versions=store.version_count(article.id),
        original_media_type=store.media_type(papers.version.original),
        scale=store.scale(article.scale),
        scales=_used_scales(store, findings, article.scale),
        checkers=tuple(_checkers(store, findings, signatures)),
        findings=findings,
        left_out=tuple(_unreadable(store, papers)),
        sources=tuple(numbered.cited),
        signoffs=signatures,
        changes=since_checked(store, papers, _given(signatures, findings)),
        partial=bool(signatures and signatures[-1].signoff.override),
        made=as_of(papers),
        papers=tuple(store.papers(article.id)) if whole else (),
        last_reference=store.last_reference(article.id),
    )
    return report if audience is Audience.INTERNAL else published(report)


def _given(
    signatures: Iterable[Signed], findings: Iterable[Finding]
) -> Iterator[tuple[str, Signed]]:
    yield from (("", one) for one in signatures)
    yield from ((each.claim.reference, one) for each in findings for one in each.signoffs)


def _unreadable(store: Store, papers: Dossier) -> Iterator[LeftOutClaim]:
    readable = {claim.number for claim in papers.claims}
    for _, number in store.claim_ids(papers.article.id):
        if number not in readable:
            yield LeftOutClaim(reference=f"C{number}", reason=DAMAGED)


class Rendered(NamedTuple):
    """A report as bytes, the claims that are not in it, and the files of single claims."""

    content: bytes
    left_out: tuple[LeftOutClaim, ...]
    singles: tuple[tuple[str, bytes], ...] = ()


def rendered(
    store: Store,
    article: Article,
    form: Format,
    audience: Audience,
    *,
    part: Part | None = None,
    language: str = "",
    layout: Template | None = None,
) -> Rendered:
    """Write an article's report in a format, or one of the documents that it is made of.

    Raises:
        ExportFailed: if the format, or the layout, cannot say what there is.
    """
    writer = laid_out(layout) if layout else form.load(part)
    report = gather(store, article, audience, whole=form.whole, language=language)
    if audience is Audience.INTERNAL and (form.is_read or layout):
        report = remarked(store, report)
    content, singles = writer.render(report), tuple(writer.singles(report))
    return Rendered(content, writer.left_out(report), singles)


def finding(store: Store, claim: Claim, version: Version) -> Finding:
    """Gather one claim as an internal report has it; its sources are numbered within it."""
    verdicts, pieces = store.verdicts(claim.id), store.evidence(claim.id)
    numbered = Numbering({piece.source: store.source(piece.source) for piece in pieces})
    return Finding(
        claim=claim,
        anchors=tuple(store.anchors(claim.id, version.id)),
        claimant=store.claimant(claim.claimant) if claim.claimant else None,
        verdict=current(verdicts),
        verdicts=tuple(verdicts),
        evidence=tuple(numbered.cite(piece) for piece in pieces),
        notes=tuple(store.notes(claim.id)),
        ticks=tuple(store.ticks(claim.id)),
    )


def _finding(claim: Claim, papers: Dossier, numbered: Numbering) -> Finding:
    key, verdicts, pieces = claim.id, papers.verdicts[claim.id], papers.evidence[claim.id]
    known = [piece for piece in pieces if piece.source in papers.sources]  # others are damaged
    standing = current(verdicts)
    placed = (a for a in papers.anchors[key] if a.status is not AnchorStatus.ORPHANED)
    return Finding(
        claim=claim,
        anchors=tuple(placed),
        claimant=papers.claimants.get(claim.claimant or ""),
        verdict=standing,
        verdicts=tuple(verdicts),
        evidence=tuple(numbered.cite(piece) for piece in known),
        ticks=tuple(papers.ticks[key]),
        notes=tuple(papers.notes[key]),
        proposals=tuple(papers.proposals[key]),
        queries=tuple(papers.queries[key]),
        contacts=tuple(papers.contacts[key]),
        searches=tuple(papers.searches[key]),
        exemptions=tuple(papers.exemptions[key]),
        signoffs=signed(papers, claim),
        withheld=len(pieces) - len(known),
    )


def _used_scales(store: Store, findings: tuple[Finding, ...], own: Id) -> tuple[Scale, ...]:
    used = {verdict.scale for finding in findings for verdict in finding.verdicts} | {own}
    return tuple(scale for scale in store.scales() if scale.id in used)


def _checkers(
    store: Store, findings: tuple[Finding, ...], signatures: tuple[Signed, ...]
) -> Iterable[Checker]:
    """Find everybody whose name the report has."""
    named = {name for finding in findings for name in _names(finding)}
    named |= {one.signoff.checker for one in signatures}
    return (checker for checker in store.checkers() if checker.id in named)


def _names(finding: Finding) -> Iterator[Id | None]:
    yield from (one.checker for one in finding.verdicts)
    yield from (one.checker for one in finding.notes)
    yield from (one.checker for one in finding.queries)
    yield from (one.checker for one in finding.contacts)
    yield from (one.checker for one in finding.searches)
    yield from (one.checker for one in finding.exemptions)
    yield from (one.signoff.checker for one in finding.signoffs)
    yield from (who for one in finding.proposals for who in (one.checker, one.decided_by))
