"""Questions about articles and their versions."""

import json

from factdesk.errors import NotFound
from factdesk.model.article import Article, Original, Version
from factdesk.model.export import Export
from factdesk.model.lines import ArticleLine
from factdesk.model.record import Id
from factdesk.store.reading import Reading, found

#: How the list of articles can be sorted; each order is served by an index.
ORDERS = {
    "added": "key DESC",
    "title": "title COLLATE NOCASE, key",
    "published": "published DESC, key DESC",
}


class ArticleReading(Reading):
    """What the desk knows of articles."""

    def article(self, key: Id) -> Article:
        """Read an article.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Article, "id = ?", key), "such article")

    def article_named(self, name: str) -> Article:
        """Find an article by identity, a unique beginning of one, or slug.

        Raises:
            NotFound: if none answers, or more than one.
        """
        exact = self._one(Article, "id = ?1 OR slug = ?1 ORDER BY id = ?1 DESC", name)
        if exact is not None:
            return exact
        upto = name + "\U0010ffff"
        begun = self._all(Article, "id >= ? AND id < ? LIMIT 2", name, upto) if name else []
        if len(begun) != 1:
            what = "More than one article begins" if begun else "No article answers"
            joint = "with" if begun else "to"
            raise NotFound(f"{what} {joint} “{name}”.", "`factdesk list` shows what there is.")
        return begun[0]

    def article_lines(
        self, order: str = "added", *, limit: int = -1, offset: int = 0
    ) -> list[ArticleLine]:
        """List articles in one of `ORDERS`, a page at a time."""
        statement = f"""
            SELECT id, title, publisher, published, added, mode,
                (SELECT count(*) FROM claim WHERE claim.article = article.id),
                (SELECT count(DISTINCT claim.id) FROM claim JOIN verdict ON verdict.claim = claim.id
                 WHERE claim.article = article.id AND verdict.withdrawn IS NULL),
                language
            FROM article ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?"""  # noqa: S608 - ours
        return [ArticleLine(*row) for row in self._rows(statement, (limit, offset))]

    def article_line(self, article: Id) -> ArticleLine | None:
        """Read one line of the list."""
        statement = """
            SELECT id, title, publisher, published, added, mode,
                (SELECT count(*) FROM claim WHERE claim.article = article.id),
                (SELECT count(DISTINCT claim.id) FROM claim JOIN verdict ON verdict.claim = claim.id
                 WHERE claim.article = article.id AND verdict.withdrawn IS NULL),
                language
            FROM article WHERE id = ?"""
        rows = self._rows(statement, (article,))
        return ArticleLine(*rows[0]) if rows else None

    def article_ids(self) -> list[Id]:
        """List all articles, the oldest first."""
        return [row[0] for row in self._rows("SELECT id FROM article ORDER BY key")]

    def slugs_like(self, slug: str) -> set[str]:
        """List the slugs that begin like this one."""
        rows = self._rows(
            "SELECT slug FROM article WHERE slug >= ? AND slug < ?", (slug, slug + "\U0010ffff")
        )
        return {row[0] for row in rows}

    def articles_at(self, addresses: set[str]) -> list[Article]:
        """Find the articles with one of these addresses: their own, or where they came from."""
        wanted = json.dumps(sorted(addresses))
        these = "IN (SELECT value FROM json_each(?))"
        return self._all(
            Article, f"canonical_url {these} OR url {these} ORDER BY key", wanted, wanted
        )

    def articles_titled(self, title: str) -> list[Article]:
        """Find the latest few articles of that title, whatever the case."""
        return self._all(Article, "title = ? COLLATE NOCASE ORDER BY key DESC LIMIT 5", title)

    def articles_with(self, words: str) -> list[Article]:
        """Find the articles in whose texts these words stand as a phrase."""
        phrase = '"' + words.replace('"', " ") + '"'
        return self._all(
            Article,
            "id IN (SELECT article FROM version WHERE key IN "
            "(SELECT rowid FROM version_search WHERE version_search MATCH ? LIMIT 5))",
            phrase,
        )

    def article_of_original(self, original: Id) -> Article | None:
        """Find the article that was read from these bytes, by their SHA-256."""
        return self._one(
            Article,
            "id = (SELECT article FROM version WHERE original = ? ORDER BY key LIMIT 1)",
            original,
        )

    def article_of_claim(self, claim: Id) -> Id | None:
        """Tell in which article a claim stands."""
        rows = self._rows("SELECT article FROM claim WHERE id = ?", (claim,))
        return rows[0][0] if rows else None

    def exports(self, article: Id) -> list[Export]:
        """Read which reports of an article have left the desk, the first first."""
        return self._all(Export, "article = ? ORDER BY key", article)

    def last_export(self) -> Export | None:
        """Read which report left the desk last."""
        return self._one(Export, "TRUE ORDER BY key DESC")

    def original(self, sha256: str) -> Original | None:
        """Read the bytes that a version was made of."""
        return self._one(Original, "id = ?", sha256)

    def has_original(self, sha256: str) -> bool:
        """Tell whether these bytes are kept already."""
        return bool(self._rows("SELECT 1 FROM original WHERE id = ?", (sha256,)))

    def shared_original(self, sha256: str, article: Id) -> bool:
        """Tell whether another article was read from these bytes too."""
        statement = "SELECT 1 FROM version WHERE original = ? AND article <> ? LIMIT 1"
        return bool(self._rows(statement, (sha256, article)))

    def media_type(self, original: Id) -> str:
        """Tell what kind of document the bytes are, without reading them."""
        rows = self._rows("SELECT media_type FROM original WHERE id = ?", (original,))
        return rows[0][0] if rows else ""

    def latest_version(self, article: Id) -> Version:
        """Read the text as it is now.

        Raises:
            NotFound: if the article has none.
        """
        version = self._one(Version, "article = ? ORDER BY number DESC", article)
        return found(version, "version of that article")

    def version(self, key: Id) -> Version:
        """Read a version.

        Raises:
            NotFound: if there is none of that identity.
        """
        return found(self._one(Version, "id = ?", key), "such version")

    def version_count(self, article: Id) -> int:
        """Count the versions of an article."""
        rows = self._rows("SELECT count(*) FROM version WHERE article = ?", (article,))
        return int(rows[0][0])

    def versions(self, article: Id) -> list[Version]:
        """Read all versions of an article, the first first."""
        return self._all(Version, "article = ? ORDER BY number", article)
