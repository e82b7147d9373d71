"""Questions about the work on claims: searches, contacts, queries, changes, votes, sign-offs."""

from typing import NamedTuple

from factdesk.model.claim import Checker
from factdesk.model.record import Id
from factdesk.model.workflow import (
    ChangeProposal,
    ContactAttempt,
    Exemption,
    Query,
    SearchLog,
    SignOff,
    Tick,
    Vote,
)
from factdesk.store.reading import Reading, found


class Due(NamedTuple):
    """Something that is awaited: a query's or a contact's answer."""

    kind: str
    article: Id
    title: str
    claim: Id
    number: int
    words: str
    deadline: str


class Agendum(NamedTuple):
    """An article that is on its way; ``open`` of its ``claims`` are not done with."""

    article: Id
    title: str
    stage: str
    deadline: str
    claims: int
    open: int


class Waiting(NamedTuple):
    """A claim that waits for its assignee."""

    article: Id
    title: str
    claim: Id
    number: int
    words: str
    state: str
    priority: str


class WorkflowReading(Reading):
    """What the desk knows of the work on claims."""

    def search_logs(self, claim: Id) -> list[SearchLog]:
        """Read where was looked for a claim, the first first."""
        return self._all(SearchLog, "claim = ? ORDER BY key", claim)

    def contacts(self, claim: Id) -> list[ContactAttempt]:
        """Read who was asked about a claim, the first first."""
        return self._all(ContactAttempt, "claim = ? ORDER BY key", claim)

    def contact(self, key: Id) -> ContactAttempt:
        """Read one contact attempt.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(ContactAttempt, "id = ?", key), "such contact")

    def queries(self, claim: Id) -> list[Query]:
        """Read the questions to the writer, the first first."""
        return self._all(Query, "claim = ? ORDER BY key", claim)

    def query(self, key: Id) -> Query:
        """Read one query.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Query, "id = ?", key), "such query")

    def proposals(self, claim: Id) -> list[ChangeProposal]:
        """Read the proposed changes, the first first."""
        return self._all(ChangeProposal, "claim = ? ORDER BY key", claim)

    def proposal(self, key: Id) -> ChangeProposal:
        """Read one proposed change.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(ChangeProposal, "id = ?", key), "such change")

    def exemptions(self, claim: Id) -> list[Exemption]:
        """Read the recorded exceptions of a claim."""
        return self._all(Exemption, "claim = ? ORDER BY key", claim)

    def votes(self, claim: Id) -> list[Vote]:
        """Read the votes on a claim."""
        return self._all(Vote, "claim = ? ORDER BY key", claim)

    def ticks(self, claim: Id) -> list[Tick]:
        """Read which suggested questions of a claim were gone into."""
        return self._all(Tick, "claim = ? ORDER BY key", claim)

    def signoffs(self, claim: Id) -> list[SignOff]:
        """Read who answers for a claim."""
        return self._all(SignOff, "claim = ? ORDER BY key", claim)

    def signoffs_of_article(self, article: Id) -> list[SignOff]:
        """Read who answers for an article as a whole."""
        return self._all(SignOff, "article = ? AND claim IS NULL ORDER BY key", article)

    def checker(self, key: Id) -> Checker:
        """Read a checker.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Checker, "id = ?", key), "such checker")

    def checker_called(self, name: str) -> Checker | None:
        """Find the checker of that name."""
        return self._one(Checker, "name = ? ORDER BY key", name)

    def due(self) -> list[Due]:
        """List what is awaited on the whole desk, the most urgent first, without deadline last."""
        statement = """
            SELECT awaited, article.id, article.title, claim.id, claim.number, words, due
            FROM (SELECT 'query' AS awaited, claim AS asked, text AS words, deadline AS due
                  FROM query WHERE answered IS NULL
                  UNION ALL
                  SELECT 'contact', claim, whom, deadline FROM contactattempt
                  WHERE answered IS NULL)
            JOIN claim ON claim.id = asked JOIN article ON article.id = claim.article
            ORDER BY due IS NULL, due, article.title, claim.number"""
        return [Due._make((*row[:6], row[6] or "")) for row in self._rows(statement)]

    def agenda(self, limit: int = 200) -> list[Agendum]:
        """List the articles that are not published, the most urgent first, the newest of those."""
        statement = """
            SELECT id, title, stage, deadline,
                (SELECT count(*) FROM claim WHERE claim.article = chosen.id),
                (SELECT count(*) FROM claim WHERE claim.article = chosen.id
                 AND claim.state NOT IN ('final', 'withdrawn', 'not checked'))
            FROM (SELECT id, title, stage, deadline, key FROM article
                  WHERE stage NOT IN ('published', 'corrected')
                  ORDER BY deadline IS NULL, deadline, key DESC LIMIT ?) AS chosen
            ORDER BY deadline IS NULL, deadline, key DESC"""
        return [
            Agendum._make((*row[:3], row[3] or "", *row[4:]))
            for row in self._rows(statement, (limit,))
        ]

    def waiting(self, checker: Id, limit: int = 200) -> list[Waiting]:
        """List the claims that wait for somebody, the central ones first."""
        statement = """
            SELECT article.id, article.title, claim.id, claim.number,
                coalesce(nullif(claim.wording, ''),
                    (SELECT substr(exact, 1, 200) FROM anchor WHERE anchor.claim = claim.id
                     ORDER BY key DESC LIMIT 1), ''),
                claim.state, claim.priority
            FROM claim JOIN article ON article.id = claim.article
            WHERE claim.assignee = ? AND claim.state NOT IN ('final', 'withdrawn', 'not checked')
            ORDER BY claim.priority <> 'central', article.deadline IS NULL, article.deadline,
                article.key DESC, claim.number LIMIT ?"""
        return [Waiting(*row) for row in self._rows(statement, (checker, limit))]
