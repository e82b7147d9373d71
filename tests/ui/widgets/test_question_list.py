"""The questions of a claim's kind, ticked off in the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk.desk import questions
from factdesk.model.article import Article
from factdesk.model.claim import Claim, ClaimKind
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.main_window import MainWindow
from factdesk.ui.widgets.question_list import QuestionList


def marked(window: MainWindow, desk: Store, story: Article, kind: ClaimKind | None) -> Claim:
    window.opened.mark(Span(0, 11), kind)
    return desk.claims_in(story.id)[-1]


def listed(window: MainWindow) -> QuestionList:
    return window.panel.paper.questions


def test_a_first_is_asked_for_its_counter_example_and_keeps_the_ticks(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    claim = marked(window, desk, story, ClaimKind.FIRST_SINCE)
    shown = listed(window)
    assert not shown.body.isVisible()
    assert shown.head.summary == "0 of 3"
    qtbot.keyClick(window.page.view, Qt.Key.Key_Q, Qt.KeyboardModifier.ShiftModifier)
    assert shown.body.isVisible()
    assert QApplication.focusWidget() is shown.questions[0].box
    qtbot.keyClick(shown.questions[0].box, Qt.Key.Key_Space)
    qtbot.mouseClick(shown.questions[2].words, Qt.MouseButton.LeftButton)
    ticks = desk.ticks(claim.id)
    assert [one.question for one in ticks] == [shown.questions[i].words.text() for i in (0, 2)]
    assert "counter-example" in ticks[1].question
    assert shown.head.summary == "2 of 3"
    assert desk.checkers()[0].name in shown.questions[0].toolTip()
    window.session.undo_stack.undo()
    assert [question.box.isChecked() for question in shown.questions] == [True, False, False]
    shown.questions[0].box.click()
    assert desk.ticks(claim.id) == []


def test_a_tick_stays_when_the_kind_changes(
    story: Article, window: MainWindow, desk: Store
) -> None:
    claim = marked(window, desk, story, ClaimKind.DIRECT_QUOTE)
    listed(window).questions[1].box.click()
    window.panel.paper.details.kind.kind_picked.emit("number")
    shown = [question.words.text() for question in listed(window).questions]
    assert shown[:3] == list(questions.suggested(ClaimKind.NUMBER))
    assert shown[3:] == [questions.suggested(ClaimKind.DIRECT_QUOTE)[1]]
    assert listed(window).head.summary == "1 of 4"
    assert len(desk.ticks(claim.id)) == 1


def test_a_claim_without_a_kind_asks_nothing_and_says_why(
    story: Article, window: MainWindow, desk: Store
) -> None:
    marked(window, desk, story, None)
    assert not listed(window).isVisible()
    window.actions_by_name["questions"].trigger()
    assert "no questions" in window.panel.prompt.words.text()
