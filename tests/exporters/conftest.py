"""The checked article on a desk, and every format written from it."""

from collections.abc import Callable, Iterator

import pytest
from tests.exporters.checked_desk import desk

from factdesk.desk import reports
from factdesk.exporters.registry import format_named
from factdesk.model.article import Article
from factdesk.model.report import Audience, Report
from factdesk.store.store import Store

Write = Callable[..., bytes]


@pytest.fixture
def checked() -> Iterator[tuple[Store, Article]]:
    """A desk in memory with the checked article on it."""
    store, article = desk()
    with store:
        yield store, article


@pytest.fixture
def write(checked: tuple[Store, Article]) -> Write:
    """Write the checked article in a format."""

    def written(form: str, audience: Audience = Audience.INTERNAL) -> bytes:
        return reports.rendered(*checked, format_named(form), audience).content

    return written


@pytest.fixture
def report(checked: tuple[Store, Article]) -> Report:
    """The whole internal report of the checked article."""
    return reports.gather(*checked, whole=True)


@pytest.fixture
def public_report(checked: tuple[Store, Article]) -> Report:
    """The whole public report of the checked article."""
    return reports.gather(*checked, Audience.PUBLIC, whole=True)
