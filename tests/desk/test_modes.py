"""The mode of an article, and the scale that goes with it."""

import pytest
from tests.story import import_story

from factdesk.desk import claims, modes, verdicts
from factdesk.errors import Refused
from factdesk.model.article import Article, Mode, Version
from factdesk.model.desk import House
from factdesk.model.edit import Change, Edit
from factdesk.model.span import Span
from factdesk.store.store import Store


def test_the_scale_changes_with_the_mode_and_back(store: Store, article: Article) -> None:
    edit = modes.change(store, article, Mode.LINE_CHECK)
    store.apply(edit)
    after = store.article(article.id)
    assert (after.mode, after.scale) == (Mode.LINE_CHECK, "line-check")
    store.apply(modes.change(store, after, Mode.CLAIM_REVIEW))
    assert store.article(article.id) == article
    assert modes.change(store, article, article.mode).changes == ()


def test_the_mode_stays_once_something_is_judged(
    store: Store, article: Article, version: Version
) -> None:
    claim, edit = claims.mark(store, version, Span(0, 11))
    store.apply(edit)
    store.apply(modes.change(store, article, Mode.LINE_CHECK))
    article = store.article(article.id)
    scale = store.scale(article.scale)
    store.apply(verdicts.judge(store, claim, scale, scale.offered[0]))
    with pytest.raises(Refused, match="one claim is judged"):
        modes.change(store, article, Mode.CLAIM_REVIEW)


def test_an_article_comes_in_the_mode_of_the_house_on_the_scale_of_the_mode(store: Store) -> None:
    house = store.house()
    assert isinstance(house, House)
    after = house.model_copy(update={"mode": Mode.LINE_CHECK})
    store.apply(Edit("Policy", (Change(house, after),)))
    article = import_story(store)
    assert (article.mode, article.scale) == (Mode.LINE_CHECK, "line-check")


def test_a_house_that_only_checks_lines_reviews_on_five_steps() -> None:
    house = House(id="house", scale="line-check")
    assert modes.scale_for(house, Mode.CLAIM_REVIEW) == "five-step"


def test_several_articles_change_in_one_edit_and_those_that_are_gone_do_not_matter(
    store: Store, article: Article
) -> None:
    other = import_story(store, content=b"another")
    edit = modes.change_all(store, [article.id, "gone", other.id], Mode.LINE_CHECK)
    assert edit.title == "Open 2 articles for line check"
    store.apply(edit)
    assert store.article(other.id).scale == "line-check"
    assert modes.change_all(store, [], Mode.LINE_CHECK).changes == ()
