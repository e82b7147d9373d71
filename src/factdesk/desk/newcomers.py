"""What claims from elsewhere bring along: people, sources and verdicts; known ones serve again."""

from typing import NamedTuple
from uuid import UUID, uuid5

from factdesk.desk import verdicts
from factdesk.errors import NotFound
from factdesk.importers.claims.base import ForeignChange, ForeignNote, ForeignSource
from factdesk.model.article import Article
from factdesk.model.claim import Claim, Claimant, Note
from factdesk.model.record import Id, Record
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Rating, Scale, Verdict
from factdesk.model.workflow import ChangeProposal, Decision
from factdesk.store.store import Store
from factdesk.text.addresses import split

#: The source of the identities that records get whose own is none of ours.
ELSEWHERE = UUID("5d1c1f0e-3a52-4b0f-9f06-5e4a3a8f6f11")


class Given(NamedTuple):
    """A rating on its scale."""

    scale: Scale
    rating: Rating


class Newcomers:
    """Makes the records of one import; ``shared`` are those that several claims may name.

    ``checker`` is who imports, and signs what nobody else of this desk has signed.
    """

    def __init__(self, store: Store, article: Article, checker: Id | None) -> None:
        self._store, self._article, self._checker = store, article, checker
        self._claimants: dict[str, Claimant] = {}
        self._checkers = {one.name: one.id for one in store.checkers()}
        self._sources: dict[tuple[str, str], Source] = {}
        self._ratings: dict[str, Given | None] = {}
        self.shared: list[Record] = []

    def claimant(self, name: str) -> Id | None:
        """Name who made a claim."""
        name = name.strip()
        if not name:
            return None
        if name not in self._claimants:
            known = self._store.claimant_called(name)
            self._claimants[name] = known or Claimant(name=name)
            if known is None:
                self.shared.append(self._claimants[name])
        return self._claimants[name].id

    def note(self, claim: Claim, foreign: ForeignNote) -> Note:
        """Keep what was said: signed if somebody of this desk said it, else with the name before.

        The same words of the same hand on the same claim are one note, however often they come.
        """
        signed = self._checkers.get(foreign.author)
        named = f"{foreign.author}: {foreign.text}"
        said = f"{claim.id} note {foreign.author} {foreign.written} {foreign.text}"
        return Note(
            id=str(uuid5(ELSEWHERE, said)),
            claim=claim.id,
            text=named if foreign.author and not signed else foreign.text,
            checker=signed or self._checker,
            written=foreign.written or claim.marked,
        )

    def proposal(self, claim: Claim, change: ForeignChange) -> ChangeProposal:
        """Propose the change, or keep that it was made."""
        signed = self._checkers.get(change.author)
        proposed = change.proposed or claim.marked
        return ChangeProposal(
            claim=claim.id,
            original=change.original,
            replacement=change.replacement,
            reason=f"Tracked by {change.author}." if change.author and not signed else "",
            decision=Decision.ACCEPTED if change.made else Decision.OPEN,
            checker=signed,
            proposed=proposed,
            decided=proposed if change.made else None,
        )

    def verdict(self, claim: Claim, label: str) -> Verdict | None:
        """Give the verdict of that label; None where no scale of the desk has it."""
        given = self._rating(label)
        if given is None:
            return None
        return Verdict(
            claim=claim.id,
            number=1,
            scale=given.scale.id,
            rating=given.rating.code,
            label=given.rating.label,
            value=given.rating.value,
            place=given.rating.place,
            rationale=claim.rationale,
            checker=self._checker,
            given=claim.marked,
        )

    def evidence(self, claim: Claim, foreign: ForeignSource, number: int) -> Evidence:
        """Cite a source as the claim's evidence of that number."""
        return Evidence(
            claim=claim.id,
            source=self._source(foreign, claim).id,
            number=number,
            stance=foreign.stance,
            quote=foreign.quote,
            locator=foreign.locator,
            accessed=foreign.accessed or claim.marked[:10],
            added=claim.marked,
        )

    def _rating(self, label: str) -> Given | None:
        if label not in self._ratings:
            try:
                self._ratings[label] = Given(
                    *verdicts.find_rating(self._store, self._article, label)
                )
            except NotFound:
                self._ratings[label] = None
        return self._ratings[label]

    def _source(self, foreign: ForeignSource, claim: Claim) -> Source:
        url = foreign.url.strip()
        title = foreign.title.strip() or split(url).netloc or url
        key = (url, "" if url else title)
        if key not in self._sources:
            known = self._store.source_at(url)
            self._sources[key] = known or Source(title=title, url=url, added=claim.marked)
            if known is None:
                self.shared.append(self._sources[key])
        return self._sources[key]
