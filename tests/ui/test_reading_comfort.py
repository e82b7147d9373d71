"""Reading as one likes it: spacing, and the page with one claim alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from factdesk import preferences
from factdesk.model.article import Article
from factdesk.model.span import Span
from factdesk.ui.main_window import MainWindow
from factdesk.ui.models.claim_filter import ClaimFilter


def test_lines_are_set_wider_and_the_place_stays(story: Article, window: MainWindow) -> None:
    window.open_article(story.id)
    view = window.page.view
    before = view.geometry_of_text.rect(Span(0, len(view.text))).height()
    window.actions_by_name["lines_wide"].trigger()
    assert view.geometry_of_text.rect(Span(0, len(view.text))).height() > before * 1.1
    assert window.actions_by_name["lines_wide"].isChecked()
    assert preferences.load().leading == 175


def test_one_choice_does_not_forget_another(window: MainWindow) -> None:
    window.filters.keep(ClaimFilter(state="final"))
    window.page.view.zoom_in()
    assert preferences.load().filters == ((("state", "final"),),)
    assert preferences.load().zoom == 110


def test_page_and_claim_alone_until_a_list_is_asked_for(
    story: Article, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_article(story.id)
    window.opened.mark(Span(0, 11))
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.page.view.isVisible()
    assert window.panel.isVisible()
    assert not window.articles.isVisible()
    assert not window.claims.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.articles.isVisible()
    assert QApplication.focusWidget() is window.claims.bar.field
    qtbot.keyClick(window, Qt.Key.Key_F11)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.claims.isVisible()
