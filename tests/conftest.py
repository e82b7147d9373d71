"""What many tests need: the data of others where it is, and a desk in memory."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.story import import_story

from factdesk.desk import opening
from factdesk.model.article import Article, Version
from factdesk.store.store import Store

TOP = Path(__file__).parent.parent

# How quick a busy machine is, is no property of the program.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


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


@pytest.fixture
def article(store: Store) -> Article:
    """An article on the desk."""
    return import_story(store)


@pytest.fixture
def version(store: Store, article: Article) -> Version:
    """The article's only version."""
    return store.latest_version(article.id)
