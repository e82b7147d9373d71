"""Search over everything, by SQLite's FTS5."""

import re
from collections.abc import Iterator

from factdesk.model.lines import SearchHit, SnippetPart
from factdesk.store.reading import Reading

#: Marks around found words; canonical text holds no control characters.
_OPEN, _CLOSE = "\x02", "\x03"

#: Up to how many texts are ranked by how well they match; of more, the newest come first, for
#: ranking looks at every one of them.
_RANKED = 1000

#: How much of a text stands around the first found word, in code points.
_AROUND = 80

_ARTICLES = f"""
    SELECT article.id, article.title, '',
        snippet(article_search, -1, '{_OPEN}', '{_CLOSE}', '…', 24)
    FROM article_search JOIN article ON article.key = article_search.rowid
    WHERE article_search MATCH :words ORDER BY article_search.rowid DESC LIMIT :limit"""  # noqa: S608

_COUNT = f"""
    SELECT count(*) FROM
        (SELECT 1 FROM version_search WHERE version_search MATCH ? LIMIT {_RANKED + 1})"""  # noqa: S608

_TEXTS = f"""
    SELECT article.id, article.title, highlight(version_search, 0, '{_OPEN}', '{_CLOSE}')
    FROM version_search JOIN version ON version.key = version_search.rowid
    JOIN article ON article.id = version.article
    WHERE version_search MATCH :words AND version.number =
        (SELECT max(number) FROM version AS other WHERE other.article = version.article)
    ORDER BY """  # noqa: S608

_CLAIMS = f"""
    SELECT article.id, article.title, claim.id,
        snippet(claim_search, -1, '{_OPEN}', '{_CLOSE}', '…', 24)
    FROM claim_search JOIN claim ON claim.key = claim_search.rowid
    JOIN article ON article.id = claim.article
    WHERE claim_search MATCH :words ORDER BY claim_search.rowid DESC LIMIT :limit"""  # noqa: S608

_EVIDENCE = f"""
    SELECT article.id, article.title, claim.id,
        snippet(evidence_search, -1, '{_OPEN}', '{_CLOSE}', '…', 24)
    FROM evidence_search JOIN evidence ON evidence.key = evidence_search.rowid
    JOIN claim ON claim.id = evidence.claim JOIN article ON article.id = claim.article
    WHERE evidence_search MATCH :words ORDER BY evidence_search.rowid DESC LIMIT :limit"""  # noqa: S608

_SOURCES = f"""
    SELECT article.id, article.title, claim.id,
        snippet(source_search, -1, '{_OPEN}', '{_CLOSE}', '…', 24)
    FROM source_search JOIN source ON source.key = source_search.rowid
    JOIN evidence ON evidence.source = source.id
    JOIN claim ON claim.id = evidence.claim JOIN article ON article.id = claim.article
    WHERE source_search MATCH :words ORDER BY source_search.rowid DESC LIMIT :limit"""  # noqa: S608


class SearchReading(Reading):
    """Search over titles, texts, claims, evidence and sources."""

    def search(self, query: str, limit: int = 50) -> list[SearchHit]:
        """Find the words, all of them, the last as a beginning; “quoted” ones as a phrase."""
        words = fts_query(query)
        if not words:
            return []
        asked = {"words": words, "limit": limit}
        hits: list[SearchHit] = []
        for statement in (_ARTICLES, _CLAIMS, _EVIDENCE, _SOURCES):
            hits += (
                SearchHit(row[0], row[2], row[1], _parts(row[3]))
                for row in self._rows(statement, asked)
            )
        return [*hits, *self._texts(asked)][:limit]

    def _texts(self, asked: dict[str, object]) -> Iterator[SearchHit]:
        ((matches,),) = self._rows(_COUNT, (asked["words"],))
        order = "version_search.rowid DESC" if matches > _RANKED else "rank"
        for article, title, marked in self._rows(f"{_TEXTS} {order} LIMIT :limit", asked):
            start = marked.index(_OPEN)
            stop = marked.index(_CLOSE) - 1
            yield SearchHit(article, "", title, _parts(_around(marked, start)), start, stop)


def fts_query(query: str) -> str:
    """Write what the user typed as an FTS5 query in which no character has a special meaning."""
    phrases = re.findall(r'"([^"]+)"|“([^”]+)”|(\S+)', query)
    terms = [term for phrase in phrases if (term := _term("".join(phrase)))]
    if terms and query[-1:] not in {'"', "”", " "}:
        terms[-1] += "*"
    return " ".join(terms)


def _term(words: str) -> str:
    """Quote words; what has no letter or digit in it cannot be found and is left out."""
    return '"' + words.replace('"', " ") + '"' if re.search(r"\w", words) else ""


def _around(marked: str, place: int) -> str:
    """Cut the surroundings of a place out of a marked text, from word to word."""
    before, after = marked[max(0, place - _AROUND) : place], marked[place : place + 2 * _AROUND]
    if place > _AROUND:
        before = "…" + before[before.find(" ") + 1 :]
    if place + 2 * _AROUND < len(marked):
        after = after[: after.rfind(" ")] + "…"
    return " ".join((before + after).split("\n"))


def _parts(marked: str) -> tuple[SnippetPart, ...]:
    return tuple(_split(marked))


def _split(marked: str) -> Iterator[SnippetPart]:
    for number, run in enumerate(re.split(f"[{_OPEN}{_CLOSE}]", marked)):
        if run:
            yield SnippetPart(run, bold=number % 2 == 1)
