import pytest
from PySide6.QtTest import QAbstractItemModelTester

from factdesk.model.lines import ArticleLine
from factdesk.ui.models.articles import ArticlesModel, Order

pytestmark = pytest.mark.usefixtures("qapp")

LINES = [
    ArticleLine("a", "Bears", added="2026-01-02T10:00:00Z", published="2025", claims=5, judged=1),
    ArticleLine("b", "ants", added="2026-01-03T10:00:00Z", published="2025-06-01", claims=2),
    ArticleLine("c", "Cats", added="2026-01-01T10:00:00Z", published="2025-06"),
]


@pytest.fixture
def model() -> ArticlesModel:
    made = ArticlesModel()
    made.setProperty(
        "tester",
        QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made),
    )
    made.show_lines(LINES)
    return made


@pytest.mark.parametrize(
    ("order", "wanted"),
    [(Order.ADDED, "bac"), (Order.TITLE, "bac"), (Order.PUBLISHED, "bca"), (Order.OPEN, "abc")],
)
def test_articles_are_sorted_as_asked(model: ArticlesModel, order: Order, wanted: str) -> None:
    model.sort_by(order)
    assert "".join(model.line(row).article for row in range(model.rowCount())) == wanted


def test_an_article_added_now_stands_first(model: ArticlesModel) -> None:
    model.put_line(ArticleLine("d", "Deer", added="2026-01-04T00:00:00Z"))
    assert model.row_of("d") == 0


def test_a_row_is_said_in_words(model: ArticlesModel) -> None:
    assert model.data(model.index(1)) == "Bears, 2025, 1 of 5 judged"


def test_judging_moves_an_article_down_the_list_of_open_work(model: ArticlesModel) -> None:
    model.sort_by(Order.OPEN)
    model.put_line(LINES[0]._replace(judged=5))
    assert model.row_of("a") == 1
