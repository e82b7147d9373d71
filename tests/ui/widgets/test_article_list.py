import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from factdesk.model.lines import ArticleLine, SearchHit, SnippetPart
from factdesk.ui.models.articles import ArticlesModel, Order
from factdesk.ui.widgets.article_list import ArticleList
from factdesk.ui.widgets.line_list import LineList

HITS = [
    SearchHit("a", "c1", "Bears", (SnippetPart("the "), SnippetPart("bear", bold=True)), 4, 8),
    SearchHit("b", "", "Ants", (SnippetPart("Bear", bold=True),), 0, 4),
    SearchHit("a", "", "Bears", (SnippetPart("a bear"),), 90, 94),
]


@pytest.fixture
def articles(qtbot: QtBot) -> ArticleList:
    model = ArticlesModel()
    made = ArticleList(model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.show_lines(
        [
            ArticleLine("a", "Bears", added="2026-01-02T10:00:00Z", claims=5, judged=1),
            ArticleLine("b", "Ants", added="2026-01-01T10:00:00Z"),
        ]
    )
    made.resize(300, 500)
    made.show()
    return made


def middle(rows: LineList, row: int) -> QPoint:
    return rows.visualRect(rows.model().index(row, 0)).center()


def test_a_click_picks_an_article_once(articles: ArticleList, qtbot: QtBot) -> None:
    picked: list[str] = []
    articles.article_picked.connect(picked.append)
    qtbot.mouseClick(
        articles.rows.viewport(), Qt.MouseButton.LeftButton, pos=middle(articles.rows, 1)
    )
    assert picked == ["b"]


def test_arrow_keys_look_and_enter_opens(articles: ArticleList, qtbot: QtBot) -> None:
    articles.select_article("a")
    with qtbot.assertNotEmitted(articles.article_picked):
        qtbot.keyClick(articles.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(articles.article_picked) as picked:
        qtbot.keyClick(articles.rows, Qt.Key.Key_Return)
    assert picked.args == ["b"]


def test_words_are_searched_when_the_typing_rests(articles: ArticleList, qtbot: QtBot) -> None:
    wished: list[str] = []
    articles.search_wished.connect(wished.append)
    articles.focus_search()
    with qtbot.waitSignal(articles.search_wished):
        qtbot.keyClicks(articles.field, "bear")
    assert wished == ["bear"]


def test_hits_stand_under_their_articles_and_open_at_their_place(
    articles: ArticleList, qtbot: QtBot
) -> None:
    articles.field.setText("bear")
    articles.show_hits(HITS)
    said = [articles.found.model().index(row, 0).data() for row in range(5)]
    assert said == ["Bears", "the bear", "a bear", "Ants", "Bear"]
    with qtbot.waitSignal(articles.hit_picked) as picked:
        qtbot.mouseClick(
            articles.found.viewport(), Qt.MouseButton.LeftButton, pos=middle(articles.found, 2)
        )
    assert picked.args == [HITS[2]]
    with qtbot.waitSignal(articles.article_picked) as opened:
        qtbot.mouseClick(
            articles.found.viewport(), Qt.MouseButton.LeftButton, pos=middle(articles.found, 3)
        )
    assert opened.args == ["b"]


def test_escape_ends_the_search_and_the_list_is_back(articles: ArticleList, qtbot: QtBot) -> None:
    articles.field.setText("bear")
    articles.show_hits(HITS)
    assert articles.found.isVisible()
    with qtbot.waitSignal(articles.search_wished, check_params_cb=lambda words: not words):
        qtbot.keyClick(articles.field, Qt.Key.Key_Escape)
    assert articles.rows.isVisible()


def test_a_search_that_finds_nothing_says_so(articles: ArticleList) -> None:
    articles.field.setText("wolf")
    articles.show_hits(())
    assert articles._remark.text() == "Nothing found for “wolf”."
    assert articles._remark.isVisible()


def test_sorting_keeps_the_chosen_article_and_is_told(articles: ArticleList, qtbot: QtBot) -> None:
    articles.select_article("a")
    offer = next(act for act in articles._orders.actions() if act.text() == Order.TITLE)
    with qtbot.waitSignal(articles.order_picked) as picked:
        offer.trigger()
    assert picked.args == ["Title"]
    assert articles.rows.currentIndex().row() == 1
