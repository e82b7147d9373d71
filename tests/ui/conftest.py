"""A window on a desk of its own, as a user finds it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.story import import_story

from factdesk import preferences
from factdesk.desk import opening
from factdesk.importers.readers import Readers
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui.main_window import MainWindow


@pytest.fixture
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the preferences and window sizes of whoever runs the tests out of them."""
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings")
    )
    monkeypatch.setattr(preferences, "path", lambda: tmp_path / "preferences.json")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Store]:
    """A desk in a file: the window's threads open it beside."""
    with opening.open_desk(tmp_path / "desk.factdesk") as store:
        yield store


@pytest.fixture(scope="session")
def reader() -> Iterator[Readers]:
    """Warm readers for all windows."""
    with Readers() as reader:
        yield reader


@pytest.fixture
def story(desk: Store) -> Article:
    """The story, on that desk."""
    return import_story(desk)


@pytest.fixture
def window(
    qtbot: QtBot,
    qapp: QApplication,
    desk: Store,
    reader: Readers,
    own_settings: None,  # noqa: ARG001 - wanted for what it does
) -> Iterator[MainWindow]:
    """The window on that desk, shown and laid out."""
    window = starting.open_window(desk, reader)
    qtbot.addWidget(window)
    window.resize(1300, 820)
    with qtbot.waitExposed(window):
        window.show()
    starting.begin(window, [])
    qapp.processEvents()
    yield window
    window.tasks.end()


@pytest.fixture(scope="session", autouse=True)
def clipboard_left_empty(qapp: QApplication) -> Iterator[None]:
    """Leave nothing of ours on the clipboard: offscreen, Qt frees it after Python has ended."""
    yield
    qapp.clipboard().clear()
