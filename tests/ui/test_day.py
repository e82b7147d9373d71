"""A checker's day without a mouse: from the import of the sample to the sign-off of the article."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.keys import ALT, CTRL, ENTER, SHIFT, Keys

from factdesk import sample
from factdesk.desk import signoffs
from factdesk.model.article import Article, Mode
from factdesk.model.claim import WorkState
from factdesk.model.workflow import Decision, Role
from factdesk.store.store import Store
from factdesk.ui.dialogs.signoff import SignOffDialog
from factdesk.ui.main_window import MainWindow

#: Keys beside typed text that marking, judging and citing a pasted link may take.
GOAL = 12

K = Qt.Key


class Day:
    """What the checker does again and again."""

    def __init__(self, window: MainWindow, desk: Store, qtbot: QtBot) -> None:
        self.window, self.desk, self.qtbot = window, desk, qtbot
        self.keys = Keys()

    def wait(self, until: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(until, timeout=5000)

    def find(self, command: str) -> None:
        """Do something by its name."""
        self.keys.press(K.Key_K, held=CTRL)
        self.keys.type(command)
        self.keys.press(ENTER)

    def import_sample(self) -> Article:
        self.keys.press(K.Key_I, held=ALT)
        self.keys.type("Ada Quill")
        self.keys.press(K.Key_Tab, K.Key_Space, K.Key_Down, K.Key_Down, ENTER)
        self.keys.press(K.Key_Tab, K.Key_Space)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(sample.article()))])
        QGuiApplication.clipboard().setMimeData(mime)
        with self.qtbot.waitSignal(self.window.imports.finished, timeout=20_000):
            self.keys.press(K.Key_V, held=CTRL)
        self.keys.press(K.Key_L, held=ALT)
        self.wait(self.window.page.header.status.coverage.isVisible)
        assert self.window.opened.article is not None
        return self.window.opened.article

    def mark_next(self) -> str:
        self.keys.press(K.Key_U, K.Key_M)
        assert self.window.at_hand.claim is not None
        return self.window.at_hand.claim

    def cite(self, link: str, title: str) -> None:
        QGuiApplication.clipboard().setText(link)
        self.keys.press(K.Key_C)
        self.keys.type(title)
        self.keys.press(ENTER)

    def confirm(self) -> int:
        """Mark, cite and cross off the next sentence; tells the keys it took."""
        before = self.keys.count
        claim = self.mark_next()
        self.cite("https://port.halvern.example/2025#:~:text=2.4%20million", "Port yearbook")
        self.keys.press(K.Key_X)
        assert self.desk.claim(claim).state is WorkState.FINAL
        return self.keys.count - before

    def correct(self) -> int:
        """Judge the next sentence wrong, say why, cite, and propose other words."""
        before = self.keys.count
        claim = self.mark_next()
        self.keys.press(K.Key_4, K.Key_W)
        self.keys.type("From 2.1 to 2.4 million is a rise of 14 percent.")
        self.keys.press(K.Key_Escape)
        self.cite("https://port.halvern.example/2024", "Port yearbook 2024")
        self.keys.press(K.Key_E)
        self.keys.type("Other words.")
        self.keys.press(ENTER)
        self.keys.press(K.Key_S, K.Key_F)
        assert self.desk.claim(claim).state is WorkState.FINAL
        return self.keys.count - before

    def ask(self) -> None:
        """Ask the writer about the next sentence, and take the answer down."""
        claim = self.mark_next()
        self.keys.press(K.Key_Q)
        self.keys.type("Who says so?")
        self.keys.press(ENTER)
        assert self.desk.claim(claim).state is WorkState.QUERY_OUT
        self.keys.press(K.Key_Tab, held=SHIFT)
        self.keys.press(K.Key_Space)
        self.keys.type("The mayor, on Monday.")
        self.keys.press(ENTER)
        assert self.desk.queries(claim)[0].answer
        self.keys.press(K.Key_X)
        self.keys.type("the writer was there")
        self.keys.press(ENTER)
        assert self.desk.claim(claim).state is WorkState.FINAL

    def sign_off(self) -> None:
        self.keys.press(K.Key_S, held=CTRL | SHIFT)
        self.wait(lambda: self.window.article_at_hand.dialog is not None)
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, SignOffDialog)
        self.wait(dialog.agree.isEnabled)
        self.keys.press(ENTER)


@pytest.fixture
def day(window: MainWindow, desk: Store, qtbot: QtBot) -> Day:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=2000)
    return Day(window, desk, qtbot)


def test_from_import_to_sign_off_without_a_mouse(day: Day) -> None:
    article = day.import_sample()
    assert day.desk.article(article.id).mode is Mode.LINE_CHECK
    assert day.desk.checkers()[-1].name == "Ada Quill"
    assert day.correct() <= GOAL, "with the reason, other words and the state"
    day.ask()
    status = day.window.page.header.status
    while "unmarked" in status.coverage.text():
        assert day.confirm() == 5 <= GOAL
    (proposal,) = [
        one for claim in day.desk.claims_in(article.id) for one in day.desk.proposals(claim.id)
    ]
    assert proposal.decision is Decision.OPEN
    day.sign_off()
    day.wait(lambda: bool(day.desk.signoffs_of_article(article.id)))
    (given,) = signoffs.of_article(day.desk, day.desk.article(article.id))
    assert given.valid
    assert given.signoff.role is Role.CHECKER
    assert given.signoff.override == ""
