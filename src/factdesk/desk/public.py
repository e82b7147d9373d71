"""What the public may read of a record: the fields named here, and no other.

A field that is added to a record stays within the house until it is named here.
"""

from collections.abc import Iterator
from typing import TypeVar

from factdesk.desk.numbering import Numbering
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, Claim, Claimant, WorkState
from factdesk.model.desk import House
from factdesk.model.record import Record
from factdesk.model.report import Audience, Finding, Report
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Scale, Verdict

R = TypeVar("R", bound=Record)

_READABLE: dict[type[Record], str] = {
    House: "name publisher_url corrections_url methodology_url language logo mode scale",
    Article: (
        "title slug dek authors publisher url canonical_url published modified section language "
        "mode scale added review_url"
    ),
    Version: "article number text sha256 blocks original read_with added",
    Claim: (
        "article number wording short kind claimant claimed_on claimed_where first_appearance "
        "issues parent rationale marked"
    ),
    Anchor: "claim version start stop exact prefix suffix role status",
    Claimant: "name role url",
    Verdict: "claim number scale rating label value place rationale issues basis given withdrawn",
    Source: (
        "type title authors container publisher issued url doi archive_url source_class "
        "confidential added"
    ),
    Evidence: "claim source number stance quote locator accessed visibility added",
    Scale: "title language ratings public",
}

#: How the work goes is the desk's own business; that it is over is not.
_TOLD = {WorkState.FINAL, WorkState.WITHDRAWN, WorkState.NOT_CHECKED}


def public(record: R) -> R:
    """Make the record that the public may read."""
    kind = type(record)
    names = {"id", *_READABLE[kind].split()} & kind.model_fields.keys()
    return kind.model_validate({name: getattr(record, name) for name in names})


def public_claim(claim: Claim, *, judged: bool) -> Claim:
    """Make the claim that the public may read: its reasoning only once there is a verdict."""
    state = claim.state if claim.state in _TOLD else WorkState.IN_PROGRESS
    rationale = claim.rationale if judged else ""
    return public(claim).model_copy(update={"state": state, "rationale": rationale})


def public_article(article: Article, version: Version) -> Article:
    """Make the article that the public may read: a file's name can name a source."""
    told = public(article)
    if version.source_name and article.title == version.source_name:
        return told.model_copy(update={"title": "Untitled", "slug": f"article-{article.id[:8]}"})
    return told


def published(report: Report) -> Report:
    """Make the public's report of the house's: what the public may not read is not in there."""
    numbered = Numbering({source.id: public(source) for source in report.sources})
    findings = tuple(_finding(finding, numbered) for finding in report.findings)
    used = {f.verdict.scale for f in findings if f.verdict} | {report.scale.id}
    told = Report(
        audience=Audience.PUBLIC,
        language=report.language,
        house=public(report.house),
        article=public_article(report.article, report.version),
        version=public(report.version),
        versions=report.versions,
        original_media_type=report.original_media_type,
        scale=public(report.scale),
        scales=tuple(public(scale) for scale in report.scales if scale.id in used),
        findings=findings,
        left_out=report.left_out,
        sources=tuple(numbered.cited),
        partial=report.partial,
        made=report.made,
    )
    return told.model_copy(update={"papers": tuple(_papers(told)) if report.papers else ()})


def _finding(finding: Finding, numbered: Numbering) -> Finding:
    shown = [piece for piece in finding.evidence if piece.is_public]
    verdict = public(finding.verdict) if finding.verdict else None
    return Finding(
        claim=public_claim(finding.claim, judged=verdict is not None),
        anchors=tuple(map(public, finding.anchors)),
        claimant=public(finding.claimant) if finding.claimant else None,
        verdict=verdict,
        verdicts=(verdict,) if verdict else (),
        evidence=tuple(numbered.cite(public(piece.evidence)) for piece in shown),
        withheld=finding.withheld + len(finding.evidence) - len(shown),
    )


def _papers(report: Report) -> Iterator[Record]:
    """Give the records of which a public report is made, each once, type by type."""
    findings = report.findings
    yield from report.scales
    yield report.article
    yield report.version
    yield from {f.claimant.id: f.claimant for f in findings if f.claimant}.values()
    yield from sorted((f.claim for f in findings), key=lambda claim: claim.number)
    yield from (anchor for f in findings for anchor in f.anchors)
    yield from (f.verdict for f in findings if f.verdict)
    yield from report.sources
    yield from (piece.evidence for f in findings for piece in f.evidence)
