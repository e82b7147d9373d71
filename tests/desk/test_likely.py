"""A document is recognised as a new version by its address or by its text."""

import pytest

from factdesk.desk import articles, likely, weighing
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article
from factdesk.model.span import BlockKind
from factdesk.store.store import Store

TEXT = (
    "The harbour of Kestrel Bay handled 41 million tonnes last year, the port authority said.",
    "It was the first time since 1972 that the harbour overtook Port Alder, its old rival.",
    "“We have doubled our crews”, said Mina Okafor, who runs the harbour.",
    "The council will vote on the new pier in March, before the season begins.",
)
ADDRESS = "https://www.courier.example/news/harbour?id=7"


def draft(*paragraphs: str, title: str = "Harbour counts", canonical: str = "") -> Draft:
    return Draft(
        title=title,
        canonical_url=canonical,
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, text) for text in paragraphs),
        media_type="text/html",
        read_with="a test",
    )


def taken_in(store: Store, made: Draft, url: str = "") -> Article:
    article, edit = articles.add(store, Document(url=url, content=made.title.encode()), made)
    store.apply(edit)
    return article


def found(store: Store, made: Draft, url: str = "") -> Article | None:
    return likely.article_of(store, Document(url=url, content=b"other bytes"), made)


@pytest.mark.parametrize(
    "url",
    [
        ADDRESS,
        ADDRESS + "#comments",
        ADDRESS + "&utm_source=letter&fbclid=1",
        "http://courier.example/news/harbour/?id=7",
    ],
)
def test_the_same_address_is_the_same_article_whatever_it_reads_now(store: Store, url: str) -> None:
    article = taken_in(store, draft(*TEXT, canonical=ADDRESS))
    rewritten = draft("All of it was written anew.", title="Another headline")
    assert found(store, rewritten, url) == article
    assert found(store, rewritten.model_copy(update={"canonical_url": url})) == article


def test_what_is_no_address_is_known_as_it_is_written(store: Store) -> None:
    article = taken_in(store, draft(*TEXT), url="http://[")
    assert found(store, draft("Other words."), url="http://[") == article
    assert weighing.texts_at(store, ["http://[", "http://[x"], without="") == {
        "http://[": store.latest_version(article.id).text
    }


def test_another_address_is_another_article(store: Store) -> None:
    taken_in(store, draft(*TEXT, canonical=ADDRESS))
    for url in ("https://www.courier.example/news/harbour?id=8", "https://courier.example/news"):
        assert found(store, draft("Bees swarm in the gardens.", title="Bees"), url) is None


def test_a_link_without_canonical_address_is_known_by_where_it_was_fetched(store: Store) -> None:
    article = taken_in(store, draft(*TEXT), ADDRESS)
    assert found(store, draft("All of it was written anew."), ADDRESS) == article


def test_a_site_s_front_page_makes_no_article_another_one(store: Store) -> None:
    taken_in(store, draft(*TEXT, canonical="https://courier.example/"))
    other = draft("Bees swarm in the gardens.", title="Bees", canonical="https://courier.example/")
    assert found(store, other) is None


def test_of_several_articles_at_one_address_the_most_alike_is_meant(store: Store) -> None:
    for title, text in (("Bees", "Bees swarm in the gardens."), ("Ferry", "Fares have doubled.")):
        taken_in(store, draft(text, title=title, canonical=ADDRESS))
    article = found(store, draft("Fares have doubled.", "So it is.", canonical=ADDRESS))
    assert article
    assert article.title == "Ferry"


def test_a_text_is_known_though_title_and_longest_sentence_are_others(store: Store) -> None:
    article = taken_in(store, draft(*TEXT))
    edited = (f"{TEXT[0][:-1]}, not counting what was landed elsewhere.", *TEXT[1:])
    assert found(store, draft(*edited, title="A new headline")) == article


def test_a_title_alone_makes_no_version(store: Store) -> None:
    taken_in(store, draft(*TEXT))
    assert found(store, draft("Bees swarm in the gardens.", "They do each year.")) is None


def test_a_text_of_nothing_is_like_nothing(store: Store) -> None:
    taken_in(store, draft(*TEXT))
    assert found(store, draft(title="")) is None
