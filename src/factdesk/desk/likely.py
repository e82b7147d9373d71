"""Is a document a new version of an article that is there?"""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl, urlencode

from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.text.addresses import split
from factdesk.text.canonical import assemble
from factdesk.text.sentences import sentences

#: From this share of common sentences on, two texts of one title are versions of one article.
SHARED = 0.3

#: From this share on, whatever their titles.
NEARLY_ALL = 0.7

# So many of the longest sentences are looked for, by so many words each.
_SENTENCES, _WORDS = 5, 12

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "at_medium", "at_campaign")


def article_of(store: Store, document: Document, draft: Draft) -> Article | None:
    """Find the article that a document is likely a new version of: same address, or like text."""
    text, _ = assemble(draft.blocks)
    addresses = {draft.canonical_url, draft.url, document.url} - {""}
    known = store.articles_at({form for url in addresses for form in forms(url)})
    is_page = any(split(url).path.strip("/") for url in addresses)
    if found := _best(store, known, text, 0.0 if is_page else SHARED):
        return found
    if draft.title and (found := _best(store, store.articles_titled(draft.title), text, SHARED)):
        return found
    kin = {one.id: one for words in _telling(text) for one in store.articles_with(words)}
    return _best(store, kin.values(), text, NEARLY_ALL)


def has_text(store: Store, article: Article, draft: Draft) -> bool:
    """Tell whether the article reads as a draft does, to the letter."""
    return store.latest_version(article.id).text == assemble(draft.blocks)[0]


def shared(one: str, other: str) -> float:
    """Compute the share of the shorter text's sentences that the other has too, from 0 to 1."""
    first, second = _said(one), _said(other)
    fewer = min(len(first), len(second))
    return len(first & second) / fewer if fewer else 0.0


def forms(url: str) -> Iterator[str]:
    """Write an address as it may be known: without what only tells where a reader came from."""
    yield url
    parts = split(url)
    if not parts.scheme.startswith("http"):
        return
    query = parse_qsl(parts.query, keep_blank_values=True)
    plain = urlencode([pair for pair in query if not pair[0].lower().startswith(_TRACKING)])
    host = parts.netloc.removeprefix("www.")
    path = parts.path.rstrip("/")
    for scheme in ("http", "https"):
        for server in (host, f"www.{host}"):
            for slash in ("", "/"):
                bare = parts._replace(scheme=scheme, netloc=server, path=path + slash, fragment="")
                yield bare._replace(query=plain).geturl()


def _best(store: Store, known: Iterable[Article], text: str, least: float) -> Article | None:
    """Choose the article that has most in common with a text, if that is enough."""
    shares = {one.id: shared(store.latest_version(one.id).text, text) for one in known}
    best = max(shares, key=lambda article: shares[article], default=None)
    return store.article(best) if best is not None and shares[best] >= least else None


def _said(text: str) -> set[str]:
    return {text[start:stop] for start, stop in sentences(text)}


def _telling(text: str) -> Iterator[str]:
    """Choose words of the longest sentences: those stand in no other article."""
    for sentence in sorted(_said(text), key=len, reverse=True)[:_SENTENCES]:
        yield " ".join(sentence.split()[:_WORDS])
