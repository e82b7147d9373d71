"""What is to be remarked on claims that have been gathered, and what of it was set aside."""

from collections.abc import Iterable, Sequence

from factdesk.desk.contradictions import compared, of_sum, said_at, sums
from factdesk.desk.lint import lint
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.remark import Remark, SetAside, Weighed
from factdesk.model.report import Finding, Report
from factdesk.text.crosscheck import Sum


def on_claim(finding: Finding, found: Sequence[Sum]) -> list[Remark]:
    """Give the remarks on one claim; ``found`` is what does not add up in its article."""
    wrong = [of_sum(one, finding) for one in said_at(found, finding.anchors)]
    return [*compared(finding), *wrong, *lint(finding)]


def on_article(wrong: Sequence[Sum], anchors: Iterable[Anchor]) -> list[Remark]:
    """Remark on the article what no claim of it says."""
    placed = (anchor for anchor in anchors if anchor.status is not AnchorStatus.ORPHANED)
    said = set(said_at(wrong, placed))
    return [of_sum(one) for one in wrong if one not in said]


def weigh(found: Iterable[Remark], asides: Iterable[SetAside]) -> list[Weighed]:
    """Tell which remarks are set aside."""
    known = {aside.remark: aside for aside in asides}
    return [Weighed(remark, known.get(remark.key)) for remark in found]


def remarked(report: Report, asides: Sequence[SetAside]) -> Report:
    """Put the remarks into a report of the house."""
    wrong = sums(report.version)
    findings = tuple(_remarked(one, wrong, asides) for one in report.findings)
    anchors = [anchor for finding in findings for anchor in finding.anchors]
    told = {
        "findings": findings,
        "remarks": tuple(weigh(on_article(wrong, anchors), asides)),
        "made": max(report.made, *(aside.put_aside for aside in asides), ""),
    }
    return report.model_copy(update=told)


def _remarked(finding: Finding, wrong: Sequence[Sum], asides: Sequence[SetAside]) -> Finding:
    told = weigh(on_claim(finding, wrong), asides)
    return finding.model_copy(update={"remarks": tuple(told)})
