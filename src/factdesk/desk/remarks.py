"""Remarks on an article: claim against evidence, the article against itself, and the policy."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from factdesk.desk import reports
from factdesk.desk.contradictions import sums
from factdesk.desk.weighing import kept_texts, on_article, on_claim, weigh
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import AnchorStatus, Claim
from factdesk.model.desk import House
from factdesk.model.edit import Edit, birth, death
from factdesk.model.record import Id, utc_now
from factdesk.model.remark import Remark, SetAside, Weighed
from factdesk.store.store import Store
from factdesk.text.crosscheck import Sum

#: Of an article with more claims, each is looked at when it is taken up: all would take seconds.
MANY = 5_000


class Survey(NamedTuple):
    """The remarks on an article by claim, its own under an empty one; ``sums`` do not add up."""

    version: Id
    found: Mapping[Id, Sequence[Remark]]
    sums: Sequence[Sum]


def remarks(store: Store, article: Article) -> list[Remark]:
    """Gather every remark on an article, in the order of the text; none changes a state."""
    return [remark for found in survey(store, article).found.values() for remark in found]


def survey(store: Store, article: Article) -> Survey:
    """Gather the remarks on an article and on each of its claims."""
    report = reports.gather(store, article)
    wrong = sums(report.version)
    kept = kept_texts(store, article.id, report.findings)
    of_claims = {finding.claim.id: on_claim(finding, wrong, kept) for finding in report.findings}
    anchors = [anchor for finding in report.findings for anchor in finding.anchors]
    return Survey(report.version.id, {**of_claims, "": on_article(wrong, anchors)}, wrong)


def first_look(store: Store, article: Article) -> Survey:
    """Gather the remarks on an article, and on its claims if they are not too many."""
    if store.claim_count(article.id) <= MANY:
        return survey(store, article)
    version = store.latest_version(article.id)
    wrong = sums(version)
    return Survey(version.id, {"": _on_article(store, version, wrong)}, wrong)


def look_again(store: Store, article: Article, before: Survey, claims: Iterable[Id]) -> Survey:
    """Gather anew what a change of some claims may have changed; all of it in another version."""
    version = store.latest_version(article.id)
    if version.id != before.version:
        return first_look(store, article)
    found = dict(before.found)
    for claim in claims:
        if store.article_of_claim(claim) == article.id:
            found[claim] = of_claim(store, store.claim(claim), version)
        else:
            found.pop(claim, None)
    found[""] = _on_article(store, version, before.sums)
    return Survey(version.id, found, before.sums)


def _on_article(store: Store, version: Version, wrong: Sequence[Sum]) -> list[Remark]:
    return on_article(wrong, store.anchors_in(version.id)) if wrong else []


def of_claim(store: Store, claim: Claim, version: Version) -> list[Remark]:
    """Gather the remarks on one claim."""
    finding = reports.finding(store, claim, version)
    placed = tuple(a for a in finding.anchors if a.status is not AnchorStatus.ORPHANED)
    found = sums(version, [anchor.span for anchor in placed])
    kept = kept_texts(store, claim.article, [finding])
    return on_claim(finding.model_copy(update={"anchors": placed}), found, kept)


def blocks(house: House, weighed: Weighed) -> bool:
    """Tell whether a remark stands between its claim and *final*."""
    return weighed.is_open and weighed.remark.sort in house.blocking


def blocking(store: Store, claim: Claim) -> list[Remark]:
    """Gather what of the remarks on a claim stands between it and *final*."""
    house = store.house()
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
