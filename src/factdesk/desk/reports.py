"""Gathering a report: everything about an article that its audience may read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from factdesk.desk.numbering import Numbering
from factdesk.desk.public import published
from factdesk.desk.verdicts import current
from factdesk.exporters.registry import Format
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Checker, Claim, Claimant, Note
from factdesk.model.desk import House
from factdesk.model.record import Id
from factdesk.model.report import Audience, Finding, LeftOutClaim, Report
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Scale, Verdict
from factdesk.model.workflow import Tick
from factdesk.store.store import Store

T = TypeVar("T", Anchor, Verdict, Evidence, Note, Tick)


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the desk holds of an article, by claim."""

    article: Article
    version: Version
    claims: list[Claim]
    anchors: dict[Id, list[Anchor]]
    verdicts: dict[Id, list[Verdict]]
    evidence: dict[Id, list[Evidence]]
    notes: dict[Id, list[Note]]
    ticks: dict[Id, list[Tick]]
    sources: dict[Id, Source]
    claimants: dict[Id, Claimant]


def dossier(store: Store, article: Article) -> Dossier:
    """Read all that the desk holds of an article, in a fixed number of questions."""
    version = store.latest_version(article.id)
    anchors = _by_claim(store.anchors_in(version.id))
    return Dossier(
        article=article,
        version=version,
        claims=sorted(store.claims_in(article.id), key=lambda claim: _place(claim, anchors)),
        anchors=anchors,
        verdicts=_by_claim(store.verdicts_in(article.id)),
        evidence=_by_claim(store.evidence_in(article.id)),
        notes=_by_claim(store.notes_in(article.id)),
        ticks=_by_claim(store.ticks_in(article.id)),
        sources={source.id: source for source in store.sources_in(article.id)},
        claimants={claimant.id: claimant for claimant in store.claimants_in(article.id)},
    )


def gather(
    store: Store, article: Article, audience: Audience = Audience.INTERNAL, *, whole: bool = False
) -> Report:
    """Gather the report for an audience; what it may not read is not in there.

    A whole one also holds the records as they lie on the desk, as far as the audience may have
    them.
    """
    papers = dossier(store, article)
    numbered = Numbering(papers.sources)
    findings = tuple(_finding(claim, papers, numbered) for claim in papers.claims)
    readable = {claim.number for claim in papers.claims}
    report = Report(
        audience=Audience.INTERNAL,
        house=store.house() or House(id="house"),
        article=article,
        version=papers.version,
        versions=store.version_count(article.id),
        original_media_type=store.media_type(papers.version.original),
        scale=store.scale(article.scale),
        scales=_used_scales(store, findings, article.scale),
        checkers=tuple(_checkers(store, findings)),
        findings=findings,
        left_out=tuple(
            LeftOutClaim(reference=f"C{number}", reason="its record on the desk is damaged")
            for _, number in store.claim_ids(article.id)
            if number not in readable
        ),
        sources=tuple(numbered.cited),
        made=_as_of(papers),
        papers=tuple(store.papers(article.id)) if whole else (),
        last_reference=store.last_reference(article.id),
    )
    return report if audience is Audience.INTERNAL else published(report)


class Rendered(NamedTuple):
    """A report as bytes, and the claims that are not in it."""

    content: bytes
    left_out: tuple[LeftOutClaim, ...]


def rendered(store: Store, article: Article, form: Format, audience: Audience) -> Rendered:
    """Write an article's report in a format.

    Raises:
        ExportFailed: if the format cannot say what there is.
    """
    report, writer = gather(store, article, audience, whole=form.whole), form.load()
    return Rendered(writer.render(report), writer.left_out(report))


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
    verdicts = papers.verdicts[claim.id]
    pieces = papers.evidence[claim.id]
    known = [piece for piece in pieces if piece.source in papers.sources]  # others are damaged
    standing = current(verdicts)
    placed = (a for a in papers.anchors[claim.id] if a.status is not AnchorStatus.ORPHANED)
    return Finding(
        claim=claim,
        anchors=tuple(placed),
        claimant=papers.claimants.get(claim.claimant or ""),
        verdict=standing,
        verdicts=tuple(verdicts),
        evidence=tuple(numbered.cite(piece) for piece in known),
        notes=tuple(papers.notes[claim.id]),
        ticks=tuple(papers.ticks[claim.id]),
        withheld=len(pieces) - len(known),
    )


def _used_scales(store: Store, findings: tuple[Finding, ...], own: Id) -> tuple[Scale, ...]:
    used = {verdict.scale for finding in findings for verdict in finding.verdicts} | {own}
    return tuple(scale for scale in store.scales() if scale.id in used)


def _checkers(store: Store, findings: tuple[Finding, ...]) -> Iterable[Checker]:
    signed = {verdict.checker for finding in findings for verdict in finding.verdicts}
    signed |= {note.checker for finding in findings for note in finding.notes}
    return (checker for checker in store.checkers() if checker.id in signed)


def _as_of(papers: Dossier) -> str:
    """Tell when the latest thing that the report holds was put on the desk."""
    times = [papers.version.added, *(claim.marked for claim in papers.claims)]
    times += (verdict.given for given in papers.verdicts.values() for verdict in given)
    times += (piece.added for pieces in papers.evidence.values() for piece in pieces)
    times += (note.written for notes in papers.notes.values() for note in notes)
    return max(times)


def _place(claim: Claim, anchors: dict[Id, list[Anchor]]) -> tuple[bool, int, int]:
    placed = [a.start for a in anchors[claim.id] if a.status is not AnchorStatus.ORPHANED]
    return not placed, min(placed, default=0), claim.number


def _by_claim(records: Iterable[T]) -> dict[Id, list[T]]:
    grouped: dict[Id, list[T]] = defaultdict(list)
    for record in records:
        grouped[record.claim].append(record)
    return grouped
