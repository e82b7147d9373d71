"""Is a document a new version of an article that is there?"""

from collections.abc import Iterable

from factdesk.importers.base import Draft
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.text.canonical import assemble
from factdesk.text.sentences import sentences

#: From this share of common sentences on, two texts of one title are versions of one article.
SHARED = 0.3

#: From this share on, whatever their titles.
NEARLY_ALL = 0.7


def article_of(store: Store, draft: Draft) -> Article | None:
    """Find the article that a draft is likely a new version of: the same address, or like text."""
    for article in store.articles_at({draft.canonical_url, draft.url} - {""}):
        return article
    text, _ = assemble(draft.blocks)
    for article in store.articles_titled(draft.title):
        if shared(store.latest_version(article.id).text, text) >= SHARED:
            return article
    for article in store.articles_with(_telling(text)):
        if shared(store.latest_version(article.id).text, text) >= NEARLY_ALL:
            return article
    return None


def shared(one: str, other: str) -> float:
    """Compute the share of the shorter text's sentences that the other has too, from 0 to 1."""
    first, second = _said(one), _said(other)
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0


def _said(text: str) -> set[str]:
    return {text[start:stop] for start, stop in sentences(text)}


def _telling(text: str) -> str:
    """Choose the words of the longest sentence: they stand in no other article."""
    longest: Iterable[str] = max(_said(text), key=len, default="").split()
    return " ".join(list(longest)[:12])
