"""The claims and the evidence of a report as rows, for tables."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from factdesk.exporters.tally import Legend
from factdesk.model.claim import Claimant
from factdesk.model.report import Audience, Citation, Finding, Report
from factdesk.model.verdict import Verdict

Cell = str | int | None


class Table(NamedTuple):
    """A table: its name, its columns, and as many cells in each row."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[Cell, ...]]


CLAIM_COLUMNS = (
    *("claim", "paragraph", "start", "stop", "quote", "places", "place_status"),
    *("wording", "kind", "claimant", "claimant_role", "claimed_on", "state"),
    *("verdict", "value", "worst", "best", "scale", "place", "issues", "judged", "judged_by"),
    *("rationale", "evidence", "withheld", "notes", "claim_id", "article", "article_url"),
)

EVIDENCE_COLUMNS = (
    *("claim", "evidence", "stance", "quote", "locator", "accessed", "visibility", "note"),
    *("source", "title", "authors", "container", "publisher", "issued", "type", "class"),
    *("confidential", "url", "archive_url", "doi", "claim_id", "source_id"),
)


def claim_table(report: Report) -> Table:
    """Make a row of each claim, in the order of the text."""
    legend = Legend(report)
    return Table("Claims", CLAIM_COLUMNS, [_claim(f, report, legend) for f in report.findings])


def evidence_table(report: Report) -> Table:
    """Make a row of each piece of evidence, claim by claim."""
    rows = [_evidence(f, piece, report) for f in report.findings for piece in f.evidence]
    return Table("Evidence", EVIDENCE_COLUMNS, rows)


def _claim(finding: Finding, report: Report, legend: Legend) -> tuple[Cell, ...]:
    claim, internal = finding.claim, report.audience is Audience.INTERNAL
    return (
        claim.reference,
        *_place(finding, report),
        claim.wording,
        claim.kind.value if claim.kind else "",
        *_claimant(finding.claimant),
        claim.claimed_on or "",
        claim.state.value,
        *(_verdict(finding.verdict, report, legend) if finding.verdict else _UNJUDGED),
        claim.rationale or (finding.verdict.rationale if finding.verdict else ""),
        len(finding.evidence),
        finding.withheld if internal else None,
        "\n\n".join(note.text for note in finding.notes),
        claim.id,
        report.article.title,
        report.article.canonical_url or report.article.url,
    )


def _place(finding: Finding, report: Report) -> Iterator[Cell]:
    """Say where the claim stands first: paragraph from 1, code points, words, how often, how."""
    if not finding.anchors:
        yield from (None, None, None, "", 0, "")
        return
    first = finding.anchors[0]
    block = report.version.block_at(first.span)
    yield from (None if block is None else block + 1, first.start, first.stop, first.exact)
    yield from (len(finding.anchors), first.status.value)


def _claimant(claimant: Claimant | None) -> tuple[Cell, Cell]:
    return (claimant.name, claimant.role) if claimant else ("", "")


_UNJUDGED: Sequence[Cell] = ("", None, None, None, "", "", "", "", "")


def _verdict(verdict: Verdict, report: Report, legend: Legend) -> Iterator[Cell]:
    scale, limits = legend.scale(verdict), legend.range(verdict)
    numbered = verdict.value is not None and limits is not None
    worst, best = limits if numbered and limits else (None, None)
    signed = [checker.name for checker in report.checkers if checker.id == verdict.checker]
    yield from (verdict.label, verdict.value if numbered else None, worst, best)
    yield from (scale.title if scale else "", verdict.place.value)
    yield from (", ".join(issue.value for issue in verdict.issues), verdict.given)
    yield signed[0] if signed and report.audience is Audience.INTERNAL else ""


def _evidence(finding: Finding, piece: Citation, report: Report) -> tuple[Cell, ...]:
    evidence, source = piece.evidence, piece.source
    return (
        finding.claim.reference,
        evidence.number,
        evidence.stance.value,
        evidence.quote,
        evidence.locator,
        evidence.accessed,
        evidence.visibility.value,
        evidence.note if report.audience is Audience.INTERNAL else "",
        piece.number,
        source.title,
        "; ".join(source.authors),
        source.container,
        source.publisher,
        source.issued or "",
        source.type,
        source.source_class.value if source.source_class else "",
        "yes" if source.confidential else "",
        source.url,
        source.archive_url,
        source.doi,
        finding.claim.id,
        source.id,
    )
