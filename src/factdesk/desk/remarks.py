"""Remarks on an article: claim against evidence, the article against itself, and the policy."""

from collections.abc import Iterable

from factdesk.desk import reports
from factdesk.desk.contradictions import compared, of_sum, says, sums
from factdesk.desk.lint import lint
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import AnchorStatus, Claim
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Id, utc_now
from factdesk.model.remark import Remark, SetAside, Weighed
from factdesk.model.report import Finding
from factdesk.store.store import Store
from factdesk.text.crosscheck import Sum


def remarks(store: Store, article: Article) -> list[Remark]:
    """Gather every remark on an article, in the order of the text; none changes a state."""
    report = reports.gather(store, article)
    found = sums(report.version)
    of_claims = [remark for finding in report.findings for remark in on_claim(finding, found)]
    loose = [one for one in found if not any(says(finding, one) for finding in report.findings)]
    return [*of_claims, *map(of_sum, loose)]


def of_claim(store: Store, claim: Claim, version: Version) -> list[Remark]:
    """Gather the remarks on one claim."""
    finding = reports.finding(store, claim, version)
    placed = tuple(a for a in finding.anchors if a.status is not AnchorStatus.ORPHANED)
    found = sums(version, [anchor.span for anchor in placed])
    return on_claim(finding.model_copy(update={"anchors": placed}), found)


def on_claim(finding: Finding, found: Iterable[Sum]) -> list[Remark]:
    """Give the remarks on one claim; ``found`` is what does not add up in its article."""
    wrong = [of_sum(one, finding) for one in found if says(finding, one)]
    return [*compared(finding), *wrong, *lint(finding)]


def weigh(found: Iterable[Remark], asides: Iterable[SetAside]) -> list[Weighed]:
    """Tell which remarks are set aside."""
    known = {aside.remark: aside for aside in asides}
    return [Weighed(remark, known.get(remark.key)) for remark in found]


def blocks(house: House, weighed: Weighed) -> bool:
    """Tell whether a remark stands between its claim and *final*."""
    return weighed.is_open and weighed.remark.sort in house.blocking


def blocking(store: Store, claim: Claim) -> list[Remark]:
    """Gather what of the remarks on a claim stands between it and *final*."""
    house = store.house() or House(id="house")
    if not house.blocking:
        return []
    found = of_claim(store, claim, store.latest_version(claim.article))
    asides = store.set_asides(claim.article)
    return [one.remark for one in weigh(found, asides) if blocks(house, one)]


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
