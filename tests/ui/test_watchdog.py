"""The debugging option that tells how long the window did not answer."""

import time

import pytest
from pytestqt.qtbot import QtBot

from factdesk.ui import watchdog
from factdesk.ui.watchdog import Watchdog


def test_a_thread_that_is_busy_is_late_by_as_much(qtbot: QtBot) -> None:
    dog = Watchdog()
    qtbot.wait(20)
    time.sleep(0.2)
    qtbot.wait(20)
    waits = dog.stop()
    assert waits.longest >= 190
    assert waits.answers > 1


def test_what_keeps_it_busy_is_told(qtbot: QtBot, capfd: pytest.CaptureFixture[str]) -> None:
    dog = Watchdog(alarm=0.05)
    qtbot.wait(20)
    time.sleep(0.2)
    dog.stop()
    assert "test_what_keeps_it_busy_is_told" in capfd.readouterr().err


def test_nobody_watches_unasked(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:  # noqa: ARG001 - a watchdog needs an application
    monkeypatch.delenv(watchdog.OPTION, raising=False)
    assert watchdog.asked_for() is None
    monkeypatch.setenv(watchdog.OPTION, "0")
    dog = watchdog.asked_for()
    assert dog is not None
    dog.stop()
