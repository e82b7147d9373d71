"""The window by keyboard alone: everything is reached, nothing traps, everything has a name."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from factdesk.desk import modes
from factdesk.model.article import Article, Mode
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.ui.colours import contrast
from factdesk.ui.main_window import MainWindow
from factdesk.ui.theme import SCHEMES, Scheme

MOST = 250  # Tab presses: far more than there are controls


def reachable(root: QWidget) -> set[QWidget]:
    """Give what the Tab key must reach: what is seen and takes the keyboard from it."""
    return {
        part
        for part in root.findChildren(QWidget)
        if part.isVisible()
        and part.isEnabled()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and part.focusProxy() is None
        and not isinstance(part, QScrollArea)
        and part.window() is root.window()
    }


def walk(root: QWidget, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the walk is back where it began."""
    start = QApplication.focusWidget()
    assert start is not None
    walked = [start]
    for _ in range(MOST):
        before = QApplication.focusWidget()
        assert before is not None
        QTest.keyClick(before, key)
        after = QApplication.focusWidget()
        assert after is not before, f"{name(before)} traps the keyboard"
        assert after is not None
        if after is start:
            return walked
        walked.append(after)
    pytest.fail(f"the walk through {root} has no end: {[name(part) for part in walked[-6:]]}")


def name(part: QWidget) -> str:
    """Say what a screen reader says, or the class where it says nothing."""
    face = QAccessible.queryAccessibleInterface(part)
    told = face.text(QAccessible.Text.Name) if face else ""
    return told or part.accessibleName() or type(part).__name__


def unnamed(root: QWidget) -> list[str]:
    """List what takes the keyboard, or is pressed, and has no name."""
    return [
        f"{type(part).__name__} in {type(part.parent()).__name__}"
        for part in root.findChildren(QWidget)
        if part.isVisible()
        and (part in reachable(root) or isinstance(part, QAbstractButton))
        and name(part) == type(part).__name__
        and not part.objectName().startswith("qt_")
    ]


@pytest.fixture
def busy(story: Article, window: MainWindow, desk: Store, qtbot: QtBot) -> MainWindow:
    """The window in the middle of a line check, a claim at hand."""
    window.session.do(lambda: modes.change(desk, story, Mode.LINE_CHECK))
    window.open_article(story.id)
    window.opened.mark(Span(0, 11))
    qtbot.waitUntil(window.page.header.status.coverage.isVisible, timeout=2000)
    window.activateWindow()
    window.page.view.setFocus()
    qtbot.waitUntil(window.page.view.hasFocus, timeout=2000)
    return window


def test_tab_reaches_every_control_and_comes_back(busy: MainWindow) -> None:
    walked = walk(busy)
    missed = reachable(busy) - set(walked)
    assert not missed, sorted(map(name, missed))


def test_the_way_back_is_the_same_way(busy: MainWindow) -> None:
    there, back = walk(busy), walk(busy, Qt.Key.Key_Backtab)
    assert set(there) == set(back)


def test_every_control_of_the_window_has_a_name(busy: MainWindow) -> None:
    assert unnamed(busy) == []


@pytest.mark.parametrize("action", ["keys", "describe", "house", "scales", "sign_off"])
def test_every_dialog_is_walked_and_named(busy: MainWindow, action: str, qtbot: QtBot) -> None:
    busy.actions_by_name[action].trigger()
    dialog = next(
        top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not busy
    )
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None, timeout=2000)
    focused = dialog.focusWidget()
    assert focused is not None
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus, timeout=2000)
    missed = reachable(dialog) - set(walk(dialog))
    assert not missed, sorted(map(name, missed))
    assert unnamed(dialog) == []
    dialog.close()


@pytest.mark.parametrize("view", ["overview", "palette"])
def test_what_lies_over_the_page_is_left_by_escape(
    busy: MainWindow, view: str, qtbot: QtBot
) -> None:
    busy.actions_by_name[view].trigger()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused is not busy.page.view
    qtbot.keyClick(focused, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is busy.page.view
    assert unnamed(busy) == []


_PAIRS: dict[str, Callable[[Scheme], tuple[str, str]]] = {
    "text on the window": lambda scheme: (scheme.text, scheme.window),
    "text on paper": lambda scheme: (scheme.text, scheme.base),
    "text on what is chosen": lambda scheme: (scheme.text, scheme.tint),
    "text on what is hovered": lambda scheme: (scheme.text, scheme.hover),
    "quiet text on the window": lambda scheme: (scheme.muted, scheme.window),
    "quiet text on paper": lambda scheme: (scheme.muted, scheme.base),
    "quiet text on what is chosen": lambda scheme: (scheme.muted, scheme.tint),
    "a link on the window": lambda scheme: (scheme.accent, scheme.window),
    "what is late on the window": lambda scheme: (scheme.bad, scheme.window),
    "what is late on what is chosen": lambda scheme: (scheme.bad, scheme.tint),
    "the main button": lambda scheme: (scheme.on_accent, scheme.accent),
}


@pytest.mark.parametrize(
    "scheme", SCHEMES, ids=["light", "dark", "high contrast light", "high contrast dark"]
)
@pytest.mark.parametrize("pair", _PAIRS)
def test_text_is_read_on_its_ground(scheme: Scheme, pair: str) -> None:
    ink, ground = _PAIRS[pair](scheme)
    assert contrast(QColor(ink), QColor(ground)) >= scheme.contrast >= 4.5
