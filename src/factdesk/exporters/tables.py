"""The claims and the evidence of a report as rows, for tables."""

from collections.abc import Sequence
from typing import NamedTuple

from factdesk.exporters.tally import Legend
from factdesk.model.claim import Claimant
from factdesk.model.record import Id
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


#: Columns that hold numbers, identities, dates and words of the trade: nothing that anybody wrote.
OURS = frozenset(
    {
        *("claim", "paragraph", "start", "stop", "places", "place_status", "kind", "claimed_on"),
        *("state", "value", "worst", "best", "place", "issues", "judged", "evidence", "withheld"),
        *("claim_id", "stance", "accessed", "visibility", "source", "issued", "class"),
        *("confidential", "source_id"),
    }
)


def claim_table(report: Report) -> Table:
    """Make a row of each claim, in the order of the text."""
    legend = Legend(report)
    internal = report.audience is Audience.INTERNAL
    names = {checker.id: checker.name for checker in report.checkers if internal}
    rows = [_claim(finding, report, legend, names) for finding in report.findings]
    return Table("Claims", CLAIM_COLUMNS, rows)


def evidence_table(report: Report) -> Table:
    """Make a row of each piece of evidence, claim by claim."""
    rows = [_evidence(f, piece, report) for f in report.findings for piece in f.evidence]
    return Table("Evidence", EVIDENCE_COLUMNS, rows)


def _claim(
    finding: Finding, report: Report, legend: Legend, names: dict[Id, str]
) -> tuple[Cell, ...]:
    claim, article = finding.claim, report.article
    return (
        claim.reference,
        *_place(finding, report),
        claim.wording,
        claim.kind or "",
        *_claimant(finding.claimant),
        claim.claimed_on or "",
        claim.state,
        *(_verdict(finding.verdict, legend, names) if finding.verdict else _UNJUDGED),
        claim.rationale or (finding.verdict.rationale if finding.verdict else ""),
        len(finding.evidence),
        finding.withheld if report.audience is Audience.INTERNAL else None,
        "\n\n".join([note.text for note in finding.notes]),
        claim.id,
        article.title,
        article.canonical_url or article.url,
    )


def _place(finding: Finding, report: Report) -> Sequence[Cell]:
    """Say where the claim stands first: paragraph from 1, code points, words, how often, how."""
    if not finding.anchors:
        return (None, None, None, "", 0, "")
    first = finding.anchors[0]
    block = report.version.block_at(first.span)
    paragraph = None if block is None else block + 1
    places = len(finding.anchors)
    return (paragraph, first.start, first.stop, first.exact, places, first.status)


def _claimant(claimant: Claimant | None) -> tuple[Cell, Cell]:
    return (claimant.name, claimant.role) if claimant else ("", "")


_UNJUDGED: Sequence[Cell] = ("", None, None, None, "", "", "", "", "")


def _verdict(verdict: Verdict, legend: Legend, names: dict[Id, str]) -> Sequence[Cell]:
    scale, limits = legend.scale(verdict), legend.range(verdict)
    numbered = verdict.value is not None and limits is not None
    worst, best = limits if numbered and limits else (None, None)
    return (
        verdict.label,
        verdict.value if numbered else None,
        worst,
        best,
        scale.title if scale else "",
        verdict.place,
        ", ".join(verdict.issues),
        verdict.given,
        names.get(verdict.checker or "", ""),
    )


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
