"""Everything the window can do, by its name and on one sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.ui import actions
from factdesk.ui.main_window import MainWindow
from factdesk.ui.models.commands import Command, CommandsModel


def offered(window: MainWindow) -> list[str]:
    model = window.guidance.palette.model
    return [model.command(row).words for row in range(model.rowCount())]


def open_palette(window: MainWindow, qtbot: QtBot, typed: str = "") -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.guidance.palette.field, typed)


def test_the_palette_offers_every_action_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot)
    model = window.guidance.palette.model
    names = {model.command(row).name for row in range(model.rowCount())}
    entries = [entry for _, menu in actions.MENUS for entry in menu if entry.name]
    assert names == {entry.name for entry in entries} - {"palette"}
    keys = {model.command(row).name: model.command(row).key for row in range(model.rowCount())}
    assert keys["mark"] == "M"
    assert keys["export"] == "Ctrl+E"


def test_what_is_typed_is_found_and_done_and_the_keyboard_comes_back(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.page.view.selectAll()
    window.page.view.setFocus()
    open_palette(window, qtbot, "mark cl")
    assert offered(window)[0] == "Mark claim"
    qtbot.keyClick(window.guidance.palette.field, Qt.Key.Key_Return)
    assert len(desk.claims_in(story.id)) == 1
    assert not window.guidance.palette.isVisible()
    assert QApplication.focusWidget() is window.page.view


def test_arrows_choose_and_escape_leaves_everything_as_it_was(
    story: Article, window: MainWindow, desk: Store, qtbot: QtBot
) -> None:
    window.page.view.setFocus()
    open_palette(window, qtbot)
    palette = window.guidance.palette
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.rows.currentIndex().row() == 1
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.rows.currentIndex().row() == 0
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is window.page.view
    assert desk.claims_in(story.id) == []


def test_verdicts_are_called_by_their_labels(
    story: Article, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_article(story.id)
    open_palette(window, qtbot, "mostly false")
    assert offered(window) == ["Judge: Mostly false"]


def test_nothing_that_answers_is_said(window: MainWindow, qtbot: QtBot) -> None:
    open_palette(window, qtbot, "xyzzy")
    assert offered(window) == []
    qtbot.keyClick(window.guidance.palette.field, Qt.Key.Key_Return)
    assert window.guidance.palette.isVisible()


def test_begun_words_rank_before_letters_in_between() -> None:
    model = CommandsModel()
    model.show_commands(
        [Command("a", "Recite", "X"), Command("b", "Cite a source", "X"), Command("c", "Copy", "X")]
    )
    model.narrow("cite")
    assert [model.command(row).name for row in range(model.rowCount())] == ["b", "a"]


def test_the_sheet_shows_every_key(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.guidance.sheet
    assert sheet is not None
    texts = {label.text() for label in sheet.findChildren(QLabel)}
    keys = {entry.key for _, menu in actions.MENUS for entry in menu if entry.key}
    assert keys <= texts
    sheet.leave.click()
    qtbot.waitUntil(lambda: window.guidance.sheet is None, timeout=1000)


def test_no_key_has_two_meanings() -> None:
    keys = [entry.key for _, menu in actions.MENUS for entry in menu if entry.key]
    assert len(keys) == len(set(keys))


def test_every_action_does_something(window: MainWindow) -> None:
    named = {entry.name for _, menu in actions.MENUS for entry in menu if entry.name}
    assert set(window.wishes.table) == named
