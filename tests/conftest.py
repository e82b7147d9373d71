"""What many tests need: the data of others where it is, and a desk in memory."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from factdesk.desk import articles, opening
from factdesk.importers.base import Document, Draft, DraftBlock
from factdesk.model.article import Article, Version
from factdesk.model.span import BlockKind
from factdesk.store.store import Store

TOP = Path(__file__).parent.parent

STORY = (
    "The harbour of Kestrel Bay handled 41 million tonnes last year 🚢, the port authority said.",
    "It was the first time since 1972 that the harbour overtook Port Alder.",
    "“We have doubled our crews”, said Mina Okafor, who runs the harbour. “We have doubled.”",
)


@pytest.fixture(scope="session")
def data() -> Path:
    """The folder of other people's pages and test data; the test is skipped where it is absent."""
    folder = Path(os.environ.get("FACTDESK_DATA", TOP.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip(f"no data of others at {folder} (set FACTDESK_DATA)")
    return folder


@pytest.fixture
def store() -> Iterator[Store]:
    """A desk in memory, just founded."""
    with Store.in_memory() as store:
        opening.found(store)
        yield store


def import_story(store: Store, *, content: bytes = b"the original bytes") -> Article:
    """Put a small article on a desk."""
    document = Document(name="harbour.txt", content=content)
    draft = Draft(
        title="Harbour overtakes its rival",
        publisher="Kestrel Courier",
        language="en",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, text) for text in STORY),
        media_type="text/plain",
        read_with="a test",
    )
    article, edit = articles.add(store, document, draft)
    store.apply(edit)
    return article


@pytest.fixture
def article(store: Store) -> Article:
    """An article on the desk."""
    return import_story(store)


@pytest.fixture
def version(store: Store, article: Article) -> Version:
    """The article's only version."""
    return store.latest_version(article.id)
