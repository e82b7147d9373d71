"""Questions about all that belongs to one article, each asked once: for reports and exports."""

from typing import TypeVar

from factdesk.model.claim import Claim, Claimant
from factdesk.model.record import Id, Record
from factdesk.model.source import Evidence, Source
from factdesk.model.verdict import Verdict
from factdesk.model.workflow import SignOff
from factdesk.store.papers import PaperReading

R = TypeVar("R", bound=Record)

_CLAIMS = "(SELECT id FROM claim WHERE article = ?)"


class DossierReading(PaperReading):
    """An article's records, whole. What is damaged is missing: compare with `claim_ids`."""

    def claims_in(self, article: Id) -> list[Claim]:
        """Read the claims by their numbers."""
        return self._all(Claim, "article = ? ORDER BY number", article)

    def verdicts_in(self, article: Id) -> list[Verdict]:
        """Read the verdicts, a claim's in the order in which they were given."""
        return self._all(Verdict, f"claim IN {_CLAIMS} ORDER BY claim, number", article)

    def evidence_in(self, article: Id) -> list[Evidence]:
        """Read the evidence, a claim's in the order in which it was cited."""
        return self._all(Evidence, f"claim IN {_CLAIMS} ORDER BY claim, number", article)

    def hanging_in(self, kind: type[R], article: Id) -> list[R]:
        """Read all records of a kind that hangs on claims, the first first."""
        return self._all(kind, f"claim IN {_CLAIMS} ORDER BY key", article)

    def signoffs_in(self, article: Id) -> list[SignOff]:
        """Read who answers for the article or for a claim of it, the first first."""
        return self._all(SignOff, "article = ? ORDER BY key", article)

    def sources_in(self, article: Id) -> list[Source]:
        """Read the sources that are cited."""
        cited = f"SELECT source FROM evidence WHERE claim IN {_CLAIMS}"  # noqa: S608 - ours
        return self._all(Source, f"id IN ({cited}) ORDER BY key", article)

    def claimants_in(self, article: Id) -> list[Claimant]:
        """Read those who made the claims."""
        named = "SELECT claimant FROM claim WHERE article = ?"
        return self._all(Claimant, f"id IN ({named}) ORDER BY key", article)
