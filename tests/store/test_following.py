"""What others write to the desk is told, once, and one's own is not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.story import import_story

from factdesk.desk import articles, claims, opening
from factdesk.model.claim import Claim
from factdesk.model.edit import Edit
from factdesk.model.span import Span
from factdesk.store import following
from factdesk.store.store import Store


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    with (
        opening.open_desk(tmp_path / "d.factdesk") as one,
        opening.open_desk(tmp_path / "d.factdesk") as other,
    ):
        one.news()
        other.news()
        yield one, other


def mark(store: Store, article: str) -> tuple[Claim, Edit]:
    claim, edit = claims.mark(store, store.latest_version(article), Span(0, 11))
    store.apply(edit)
    return claim, edit


def test_edits_of_others_are_told_in_order_and_once(two: tuple[Store, Store]) -> None:
    one, other = two
    article = import_story(other)
    claim, edit = mark(other, article.id)
    news = one.news()
    assert [told.title for told in news.edits] == [f"Import “{article.title}”", "Mark claim"]
    assert news.edits[1] == edit
    assert one.news().edits == []
    assert other.news().edits == []
    one.apply(claims.remove(one, claim))
    assert [told.title for told in other.news().edits] == ["Remove C1"]


def test_ones_own_edits_are_no_news_between_those_of_others(two: tuple[Store, Store]) -> None:
    one, other = two
    article = import_story(one)
    claim, _ = mark(other, article.id)
    one.apply(claims.set_fields("Reword claim", one.claim(claim.id), wording="mine"))
    other.apply(claims.set_fields("Reword claim", other.claim(claim.id), wording="theirs"))
    assert [told.title for told in one.news().edits] == ["Mark claim", "Reword claim"]
    told = other.news().edits
    assert [edit.title for edit in told] == [f"Import “{article.title}”", "Reword claim"]


def test_what_the_journal_leaves_out_is_empty_and_a_removed_article_is_told(
    two: tuple[Store, Store],
) -> None:
    one, other = two
    article = import_story(other)
    other.apply(articles.remove(other, article))
    born, gone = one.news().edits
    assert {type(change.record).__name__ for change in born.changes} == (
        {"Article", "Version", "Original"}
    )
    assert all(change.after is None for change in gone.changes)


def test_of_very_many_changes_only_articles_are_told(
    two: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "MOST", 3)
    one, other = two
    article = import_story(other)
    mark(other, article.id)
    news = one.news()
    assert not news.complete
    assert [len(edit.changes) for edit in news.edits] == [2]
