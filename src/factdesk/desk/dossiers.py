"""All that the desk holds of one article, gathered in a fixed number of questions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from factdesk.desk.covered import Covered, hash_of, hash_of_article
from factdesk.desk.verdicts import current
from factdesk.model.article import Article, Version
from factdesk.model.claim import Anchor, AnchorStatus, Claim, Claimant, Note
from factdesk.model.record import Id
from factdesk.model.sheet import Signed
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    SearchLog,
    SignOff,
    Tick,
)
from factdesk.store.store import Store


class Hanging(Protocol):
    """A record that hangs on a claim, as most do."""

    @property
    def claim(self) -> Id:
        """The claim."""


T = TypeVar("T", bound=Hanging)


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
    proposals: dict[Id, list[ChangeProposal]]
    queries: dict[Id, list[Query]]
    contacts: dict[Id, list[ContactAttempt]]
    searches: dict[Id, list[SearchLog]]
    exemptions: dict[Id, list[Exemption]]
    signoffs: dict[Id | None, list[SignOff]]
    sources: dict[Id, Source]
    claimants: dict[Id, Claimant]


def dossier(store: Store, article: Article) -> Dossier:
    """Read all that the desk holds of an article, in a fixed number of questions."""
    version, key = store.latest_version(article.id), article.id
    anchors = _by_claim(store.anchors_in(version.id))
    signed: dict[Id | None, list[SignOff]] = defaultdict(list)
    for signoff in store.signoffs_in(key):
        signed[signoff.claim].append(signoff)
    return Dossier(
        article=article,
        version=version,
        claims=sorted(store.claims_in(key), key=lambda claim: _place(claim, anchors)),
        anchors=anchors,
        verdicts=_by_claim(store.verdicts_in(key)),
        evidence=_by_claim(store.evidence_in(key)),
        notes=_by_claim(store.hanging_in(Note, key)),
        ticks=_by_claim(store.hanging_in(Tick, key)),
        proposals=_by_claim(store.hanging_in(ChangeProposal, key)),
        queries=_by_claim(store.hanging_in(Query, key)),
        contacts=_by_claim(store.hanging_in(ContactAttempt, key)),
        searches=_by_claim(store.hanging_in(SearchLog, key)),
        exemptions=_by_claim(store.hanging_in(Exemption, key)),
        signoffs=signed,
        sources={source.id: source for source in store.sources_in(key)},
        claimants={claimant.id: claimant for claimant in store.claimants_in(key)},
    )


def signed(papers: Dossier, claim: Claim | None) -> tuple[Signed, ...]:
    """Tell who answers for a claim, or for the article, and whose word still covers it."""
    given = papers.signoffs[claim.id if claim else None]
    if not given:
        return ()
    covered = _claim_hash(papers, claim) if claim else article_hash(papers)
    return tuple(Signed(signoff, signoff.sha256 == covered) for signoff in given)


def article_hash(papers: Dossier) -> str:
    """Compute the SHA-256 of what a sign-off of the article covers: its text and every claim."""
    claims = sorted(papers.claims, key=lambda claim: claim.number)
    return hash_of_article(papers.version, [(one, _claim_hash(papers, one)) for one in claims])


def _claim_hash(papers: Dossier, claim: Claim) -> str:
    key = claim.id
    evidence = papers.evidence[key]
    covered = Covered(
        anchors=papers.anchors[key],
        verdict=current(papers.verdicts[key]),
        evidence=evidence,
        sources=[papers.sources[one.source] for one in evidence if one.source in papers.sources],
        searches=papers.searches[key],
        contacts=papers.contacts[key],
        proposals=papers.proposals[key],
        exemptions=papers.exemptions[key],
    )
    return hash_of(claim, covered)


def as_of(papers: Dossier) -> str:
    """Tell when the latest thing that the report holds was put on the desk."""
    times: list[str | None] = [papers.version.added, *(claim.marked for claim in papers.claims)]
    times += (one.given for one in _each(papers.verdicts))
    times += (one.added for one in _each(papers.evidence))
    times += (one.written for one in _each(papers.notes))
    times += (time for one in _each(papers.proposals) for time in (one.proposed, one.decided))
    times += (time for one in _each(papers.queries) for time in (one.asked, one.answered))
    times += (time for one in _each(papers.contacts) for time in (one.made, one.answered))
    times += (one.searched for one in _each(papers.searches))
    times += (one.granted for one in _each(papers.exemptions))
    times += (one.signed for of in papers.signoffs.values() for one in of)
    return max(time for time in times if time)


def _each(by_claim: dict[Id, list[T]]) -> Iterator[T]:
    return (record for records in by_claim.values() for record in records)


def _place(claim: Claim, anchors: dict[Id, list[Anchor]]) -> tuple[bool, int, int]:
    placed = [a.start for a in anchors[claim.id] if a.status is not AnchorStatus.ORPHANED]
    return not placed, min(placed, default=0), claim.number


def _by_claim(records: Iterable[T]) -> dict[Id, list[T]]:
    grouped: dict[Id, list[T]] = defaultdict(list)
    for record in records:
        grouped[record.claim].append(record)
    return grouped
