"""Which claims may be published as ClaimReview, by Google's rules and those of the trade."""

import re
from functools import lru_cache

from factdesk.exporters.addresses import host, web_address
from factdesk.exporters.tally import Legend
from factdesk.model.claim import Claimant, WorkState
from factdesk.model.desk import House
from factdesk.model.report import Finding, Report
from factdesk.model.verdict import Place, Verdict

_DASHES = "\u2013\u2014-"
_UNVERIFIED = {Place.UNVERIFIABLE, Place.NOT_APPLICABLE}


def reviewed(finding: Finding) -> str:
    """Say what is claimed, in the shortest words there are of it."""
    quote = finding.anchors[0].exact if finding.anchors else ""
    claim = finding.claim
    words = (claim.short, claim.wording, quote)
    return next((" ".join(text.split()) for text in words if text.strip()), "")


def obstacles(finding: Finding, report: Report, legend: Legend) -> list[str]:
    """Say what forbids the publication of a claim; nothing where it may be published."""
    if finding.claim.state is WorkState.WITHDRAWN:
        return ["it is withdrawn"]
    words = reviewed(finding)
    told = [
        "" if web_address(report.article.review_url) else "no address of the review is given",
        _of_verdict(finding.verdict, legend) if finding.verdict else "it has no verdict",
        "" if words else "there are no words of it",
        _of_state(finding) if finding.verdict else "",
        "its wording gives the rating away" if _gives_away(words, finding.verdict) else "",
        "the claimant is the publisher" if _own(finding.claimant, report.house) else "",
    ]
    return [obstacle for obstacle in told if obstacle]


def _of_verdict(verdict: Verdict, legend: Legend) -> str:
    scale = legend.scale(verdict)
    if scale is None:
        return "its scale is no longer on the desk"
    if not scale.public:
        return f"the scale “{scale.title}” is not for publication"
    return "" if verdict.label.strip() else "its rating has no name"


def _of_state(finding: Finding) -> str:
    """Tell whether the work is over: declared so, or by a desk that keeps no states, as it looks.

    What is withheld from the public is evidence too.
    """
    claim, verdict = finding.claim, finding.verdict
    if claim.state is WorkState.FINAL or verdict is None:
        return ""
    if claim.state is not WorkState.MARKED:
        return "it is not finished"
    if verdict.place is not Place.TRUE and not claim.rationale.strip():
        return "it is not finished: there is no rationale"
    if verdict.place not in _UNVERIFIED and not finding.evidence and not finding.withheld:
        return "it is not finished: there is no evidence"
    return ""


def _gives_away(words: str, verdict: Verdict | None) -> bool:
    """Tell whether the words begin or end with the rating: “False: the bridge …”."""
    if verdict is None or not verdict.label.strip():
        return False
    before, after = _rating_told(verdict.label.strip())
    return bool(before.match(words) or after.search(words))


@lru_cache(maxsize=64)
def _rating_told(label: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    label = re.escape(label)
    return (
        re.compile(rf"(?:fact[- ]?check|{label})\s*[:{_DASHES}]", re.IGNORECASE),
        re.compile(rf"[:(\[{_DASHES}]\s*{label}\s*[)\].!]*$", re.IGNORECASE),
    )


def _own(claimant: Claimant | None, house: House) -> bool:
    if claimant is None:
        return False
    names = {claimant.name.strip().casefold(), house.name.strip().casefold()}
    hosts = {host(claimant.url), host(house.publisher_url)}
    return (len(names) == 1 and "" not in names) or (len(hosts) == 1 and "" not in hosts)
