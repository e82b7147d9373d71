"""What the desk has checked before, by SQLite's FTS5 with stemming."""

from itertools import accumulate

from factdesk.model.memory import Memory, SourceUse
from factdesk.model.record import Id
from factdesk.store.reading import Reading
from factdesk.text.keywords import keywords

#: Of so many claims all are weighed that share a word with a passage; of more only those that share
#: one of its rarest words: so many of them that together no more claims than these are looked at.
_FEW, _LOOKED_AT = 20_000, 2_000

_SHARE = f"""
    SELECT count(*) FROM
        (SELECT 1 FROM claim_memory WHERE claim_memory MATCH ? LIMIT {_LOOKED_AT + 1})"""  # noqa: S608

_STANDING = """verdict ON verdict.claim = claim.id AND verdict.number =
        (SELECT max(number) FROM verdict WHERE claim = claim.id AND withdrawn IS NULL)"""

# The best are chosen in the index alone; everything else is read for them only.
_LIKE = f"""
    WITH best (key, likeness) AS MATERIALIZED (
        SELECT rowid, -rank FROM claim_memory
        WHERE claim_memory MATCH :words ORDER BY rank LIMIT :deep)
    SELECT claim.id, 'C' || claim.number, article.id, article.title, article.published,
        claim.wording, claim_memory.quote, claim.state,
        coalesce(verdict.label, ''), coalesce(verdict.place, ''), coalesce(verdict.given, ''),
        coalesce(verdict.scale, ''), coalesce(verdict.rating, ''), best.likeness
    FROM best JOIN claim_memory ON claim_memory.rowid = best.key
    JOIN claim ON claim.key = best.key JOIN article ON article.id = claim.article
    LEFT JOIN {_STANDING}
    WHERE claim.id <> :without AND claim.article <> :outside
    ORDER BY best.likeness DESC, claim.key LIMIT :limit"""  # noqa: S608

_USES = f"""
    SELECT source.id, source.title, source.url, claim.id, 'C' || claim.number, article.id,
        article.title, evidence.stance, coalesce(verdict.label, ''), evidence.accessed,
        evidence.quote, evidence.locator
    FROM evidence JOIN source ON source.id = evidence.source
    JOIN claim ON claim.id = evidence.claim JOIN article ON article.id = claim.article
    LEFT JOIN {_STANDING}
    WHERE """  # noqa: S608


class MemoryReading(Reading):
    """Earlier claims and the use of sources."""

    def claims_like(
        self, text: str, limit: int = 5, without: Id = "", outside: Id = ""
    ) -> list[Memory]:
        """Find the claims most like a passage, the likest first.

        Of equals the one made first comes first. The claim at hand, ``without``, may be left out,
        and all claims of the article at hand, ``outside``.
        """
        words = self._asked_for(keywords(text))
        if not words:
            return []
        deep = limit + 1 + self.claim_count(outside)
        asked = {
            "words": words, "limit": limit, "deep": deep, "without": without, "outside": outside
        }  # fmt: skip
        return [Memory(*row) for row in self._rows(_LIKE, asked)]

    def claim_count(self, article: Id) -> int:
        """Count the claims of an article."""
        statement = "SELECT count(*) FROM claim WHERE article = ?"
        return int(self._rows(statement, (article,))[0][0])

    def _asked_for(self, words: list[str]) -> str:
        """Write the query; on a large desk the rare words choose, and all of them weigh."""
        ((last,),) = self._rows("SELECT max(key) FROM claim")
        if (last or 0) <= _FEW:
            return _any(words)
        counted = ((self._rows(_SHARE, (_any([word]),))[0][0], word) for word in words)
        known = sorted(pair for pair in counted if pair[0])
        reached = accumulate(count for count, _ in known)
        rare = [word for (_, word), sum_ in zip(known, reached, strict=True) if sum_ <= _LOOKED_AT]
        everything = [word for _, word in known]
        rare = rare or everything[:1]
        return f"({_any(rare)}) AND ({_any(everything)})" if rare else ""

    def uses_of_source(self, source: Id, limit: int = 100) -> list[SourceUse]:
        """List where a source was cited, the last first."""
        statement = f"{_USES} evidence.source = ? ORDER BY evidence.key DESC LIMIT ?"
        return [SourceUse(*row) for row in self._rows(statement, (source, limit))]

    def sources_of_claim(self, claim: Id) -> list[SourceUse]:
        """List what a claim was checked with, in the order in which it was cited."""
        statement = f"{_USES} evidence.claim = ? ORDER BY evidence.number"
        return [SourceUse(*row) for row in self._rows(statement, (claim,))]


def _any(words: list[str]) -> str:
    return " OR ".join(f'"{word}"' for word in words)
