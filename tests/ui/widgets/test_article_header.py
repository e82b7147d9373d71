import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.model.article import Article, LeftOut, Version
from factdesk.model.span import BlockKind
from factdesk.ui.widgets.article_header import ArticleHeader

DAY = "2026-07-17T10:00:00Z"


def article(title: str = "Bears", url: str = "https://example.org/a") -> Article:
    return Article(
        title=title,
        slug="bears",
        authors=("Robin", "Elisa"),
        publisher="The Bay",
        published="2026-07",
        url=url,
        scale="five-step",
        added=DAY,
    )


def version(left_out: int = 0, warnings: tuple[str, ...] = ()) -> Version:
    out = LeftOut(kind=BlockKind.CAPTION, text="x", reason="stands twice", position=0)
    return Version(
        article="a",
        number=1,
        text="Bears.",
        sha256="0",
        blocks=(),
        left_out=(out,) * left_out,
        original="o",
        read_with="plain",
        warnings=warnings,
        added=DAY,
    )


@pytest.fixture
def header(qtbot: QtBot) -> ArticleHeader:
    made = ArticleHeader()
    qtbot.addWidget(made)
    made.resize(500, 140)
    made.show()
    return made


def test_the_header_says_what_the_article_is(header: ArticleHeader) -> None:
    header.show_article(article(), version())
    assert header.title.text == "Bears"
    assert header.byline.text == "By Robin, Elisa · The Bay · 2026-07"
    assert not header.left_out.isVisible()
    assert not header.warnings.isVisible()


def test_a_long_title_ends_after_two_lines_with_all_of_it_as_tooltip(
    header: ArticleHeader,
) -> None:
    title = "The first time since 1965 🐻 that the harbour overtook its neighbour " * 6
    header.show_article(article(title), version())
    assert len(header.title.lines) == 2
    assert header.title.lines[1].endswith("…")
    assert header.title.toolTip() == title
    assert title.startswith(header.title.lines[0])


def test_what_was_left_out_is_counted_and_a_click_wishes_to_see_it(
    header: ArticleHeader, qtbot: QtBot
) -> None:
    header.show_article(article(), version(left_out=12))
    assert header.left_out.text() == "12 blocks left out"
    with qtbot.waitSignal(header.left_out_wished):
        qtbot.mouseClick(header.left_out, Qt.MouseButton.LeftButton)
    header.show_article(article(), version(left_out=1))
    assert header.left_out.text() == "1 block left out"


def test_the_link_leads_to_the_page_and_hides_without_one(
    header: ArticleHeader, qtbot: QtBot
) -> None:
    header.show_article(article(), version())
    with qtbot.waitSignal(header.link_wished) as wished:
        qtbot.mouseClick(header.link, Qt.MouseButton.LeftButton)
    assert wished.args == ["https://example.org/a"]
    header.show_article(article(url=""), version(warnings=("No date was found.",)))
    assert not header.link.isVisible()
    assert header.warnings.text() == "⚠ No date was found."
