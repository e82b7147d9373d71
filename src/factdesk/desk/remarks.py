"""Remarks on an article: claim against evidence, the article against itself, and the policy."""

from collections.abc import Iterator

from factdesk.desk import reports
from factdesk.desk.lint import about, lint, wording
from factdesk.errors import Refused
from factdesk.model.article import Article
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Id, utc_now
from factdesk.model.remark import Remark, Remarked, SetAside
from factdesk.model.report import Citation, Finding, Report
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.crosscheck import Check, Outcome, arithmetic, crosscheck

#: What is worth a remark when the evidence does not have it; names and dates are often implied.
_WANTED = {"number", "percent", "percentage points", "money", "quotation"}


def remarks(store: Store, article: Article) -> list[Remark]:
    """Gather every remark on an article, in the order of the text; none changes a state."""
    report = reports.gather(store, article)
    found = [remark for finding in report.findings for remark in on_claim(finding)]
    return [*found, *_sums(report)]


def set_aside(article: Id, remark: Remark, reason: str, checker: Id | None) -> Edit:
    """Plan to set a remark aside: it does not count any more, and is not forgotten.

    Raises:
        Refused: if no reason is given.
    """
    if not reason.strip():
        raise Refused("A remark is set aside for a reason.", "Say why it does not matter here.")
    one = SetAside(
        article=article,
        claim=remark.claim or None,
        remark=remark.key,
        words=remark.words,
        reason=reason.strip(),
        checker=checker,
        put_aside=utc_now(),
    )
    return Edit("Set a remark aside", (birth(one),))


def take_up_again(aside: SetAside) -> Edit:
    """Plan to let a remark that was set aside count again."""
    return Edit("Take a remark up again", (death(aside),))


def on_claim(finding: Finding) -> list[Remark]:
    """Give the remarks on one claim."""
    return [*_compared(finding), *lint(finding)]


def _compared(finding: Finding) -> Iterator[Remark]:
    """Compare the claim with the quotes of its evidence."""
    quoted = [cited for cited in finding.evidence if cited.evidence.quote.strip()]
    for check in crosscheck(wording(finding), [cited.evidence.quote for cited in quoted]):
        if check.outcome is Outcome.DIFFERS:
            yield _placed(finding, Remarked.DIFFERS, check, quoted)
        elif check.outcome is Outcome.ABSENT and check.kind in _WANTED:
            yield _placed(finding, Remarked.ABSENT, check, [])


def _placed(finding: Finding, sort: Remarked, check: Check, quoted: list[Citation]) -> Remark:
    """Put a check where its words stand in the text, if the claim is said in the text's words."""
    concerned = [cited for cited in quoted if check.other and check.other in cited.evidence.quote]
    words = f"“{check.quote}”: {check.why}" + (f" (“{check.other}”)" if check.other else "")
    remark = about(finding, sort, words, *concerned, quote=check.quote)._replace(other=check.other)
    if finding.claim.wording or not finding.anchors:
        return remark
    start = finding.anchors[0].start
    return remark._replace(start=start + check.start, stop=start + check.stop)


def _sums(report: Report) -> Iterator[Remark]:
    """Check the article's arithmetic; a remark belongs to the claim on that place, if one is."""
    for one in arithmetic(report.version.text):
        owner = _owner(report, Span(one.start, one.stop))
        yield Remark(
            Remarked.ARITHMETIC,
            f"“{one.quote}”: {one.why}",
            owner.claim.id if owner else "",
            owner.claim.reference if owner else "",
            one.quote,
            one.start,
            one.stop,
        )


def _owner(report: Report, span: Span) -> Finding | None:
    return next(
        (
            finding
            for finding in report.findings
            if any(anchor.span.touches(span) for anchor in finding.anchors)
        ),
        None,
    )
