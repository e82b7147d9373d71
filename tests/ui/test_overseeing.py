"""The desk at a glance, and who is at work at it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk import preferences
from factdesk.desk import articles, checkers, opening, research
from factdesk.desk.overview import urgency
from factdesk.model.article import Article
from factdesk.model.span import Span
from factdesk.model.workflow import Role
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow
from factdesk.ui.models.overview import OverviewModel, OverviewRow

TODAY = date(2026, 11, 24)


def listed(window: MainWindow) -> list[OverviewRow]:
    model = window.page.overview.rows.model()
    assert isinstance(model, OverviewModel)
    return [model.row(at) for at in range(model.rowCount())]


@pytest.mark.parametrize(
    ("deadline", "words"),
    [
        ("", ("", False)),
        ("2026-11-23", ("overdue since 2026-11-23", True)),
        ("2026-11-24", ("due today", False)),
        ("2026-11-25", ("due tomorrow", False)),
        ("2026-11-30", ("due in 6 days", False)),
        ("2027-01-30", ("due 2027-01-30", False)),
        ("2026-11-31", ("due 2026-11-31", False)),
        ("2026-11", ("due 2026-11", False)),
        ("2026-10", ("overdue since 2026-10", True)),
        ("2025", ("overdue since 2025", True)),
    ],
)
def test_a_deadline_is_said_as_it_is_spoken(deadline: str, words: tuple[str, bool]) -> None:
    assert urgency(deadline, TODAY) == words


def test_the_desk_shows_what_is_due_awaited_and_mine_and_leads_there(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    (claim,) = desk.claims_in(story.id)
    qtbot.keyClick(window.page.view, Qt.Key.Key_I)
    assert desk.claim(claim.id).assignee == window.session.checker
    window.session.do(lambda: research.ask_writer(desk.claim(claim.id), "Says who?", "2026-01-01"))
    window.session.do(lambda: articles.describe(story, deadline="2025-05-05"))
    window.at_hand.pick_up("")
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.page.overview.isVisible()
    shown = listed(window)
    assert [row.words for row in shown if not row.opens] == [
        "Articles",
        "Claims waiting for me",
        "Answers awaited",
    ]
    article, mine, query = (row for row in shown if row.opens)
    assert (article.late, article.remark) == (True, "overdue since 2025-05-05")
    assert (query.words, query.late) == ("Says who?", True)
    assert mine.words == "C1  The harbour"
    rows = window.page.overview.rows
    assert rows.hasFocus()
    for _ in range(2):
        qtbot.keyClick(rows, Qt.Key.Key_Down)
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert not window.page.overview.isVisible()
    assert window.at_hand.claim == claim.id


def test_escape_leads_back_to_the_article(story: Article, window: MainWindow, qtbot: QtBot) -> None:
    window.open_article(story.id)
    window.actions_by_name["overview"].trigger()
    qtbot.keyClick(window.page.overview.rows, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.page.view


def test_an_overview_that_is_seen_follows_every_edit(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.actions_by_name["overview"].trigger()
    window.session.do(lambda: articles.describe(desk.article(story.id), title="Renamed"))
    qtbot.waitUntil(lambda: listed(window)[1].words == "Renamed", timeout=2000)


def test_an_empty_desk_says_so_in_words(window: MainWindow) -> None:
    window.actions_by_name["overview"].trigger()
    assert [row.detail for row in listed(window)] == [
        "No article is on its way.",
        "No claim is assigned to you.",
        "Nobody owes an answer.",
    ]


def test_a_name_said_once_is_kept_and_every_edit_carries_it(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    line = window.page.who
    assert line.isVisible()
    assert not line.agree.isEnabled()
    qtbot.keyClicks(line.field, "Ada Quill")
    line.roles.show_roles([Role.EDITOR])
    qtbot.keyClick(line.field, Qt.Key.Key_Return)
    assert not line.isVisible()
    (checker,) = desk.checkers()
    assert (checker.name, checker.initials, checker.roles) == ("Ada Quill", "AQ", (Role.EDITOR,))
    window.opened.mark(Span(0, 11))
    (claim,) = desk.claims_in(story.id)
    assert desk.history(claim.id)[0].checker == checker.id
    assert preferences.load().checker == "Ada Quill"
    assert opening.checker_at_work(desk) == checker.id


def test_a_second_checker_at_the_desk_is_somebody_else(window: MainWindow, desk: Store) -> None:
    _, edit = checkers.introduce(desk, "Jon Berg")
    desk.apply(edit)
    window.identity.introduce("Ada Quill", ())
    names = {checker.name for checker in desk.checkers()}
    assert names == {opening.user(), "Jon Berg", "Ada Quill"}


def test_scripts_say_who_they_are_by_a_variable(
    desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(opening.NAMED_BY, "  Night   desk ")
    who = opening.checker_at_work(desk)
    assert who is not None
    assert desk.checker(who).name == "Night desk"
    assert opening.checker_at_work(desk) == who


def test_a_claim_that_is_mine_is_given_back_by_the_same_key(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.opened.mark(Span(0, 11))
    for _ in range(2):
        qtbot.keyClick(window.page.view, Qt.Key.Key_I)
    (claim,) = desk.claims_in(story.id)
    assert claim.assignee is None
