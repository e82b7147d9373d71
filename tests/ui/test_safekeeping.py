"""Backups in the window: made, compared, and put in the desk's place."""

import os
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from factdesk.desk import articles, backups
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.ui import app as starting
from factdesk.ui import care, door
from factdesk.ui.dialogs.backups import BackupsDialog
from factdesk.ui.main_window import MainWindow


def opened(qtbot: QtBot, window: MainWindow) -> BackupsDialog:
    window.actions_by_name["backups"].trigger()
    dialog = window.safekeeping.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Looking" not in dialog.preview.text())
    return dialog


def previewed(qtbot: QtBot, dialog: BackupsDialog) -> str:
    qtbot.waitUntil(lambda: "Comparing" not in dialog.preview.text())
    return dialog.preview.text()


def test_a_desk_without_backups_gets_one(qtbot: QtBot, window: MainWindow, story: Article) -> None:
    dialog = opened(qtbot, window)
    assert "no backup yet" in dialog.preview.text()
    assert not dialog.restore.isEnabled()
    dialog.make.click()
    qtbot.waitUntil(lambda: dialog.rows.count() == 1)
    assert "1 article" in dialog.rows.item(0).text()
    assert story.title not in previewed(qtbot, dialog)  # it is in both
    assert dialog.restore.isEnabled()


def test_the_preview_says_what_would_go_and_come_back(
    qtbot: QtBot, window: MainWindow, desk: Store, story: Article
) -> None:
    assert desk.path is not None
    backups.make(desk.path)
    desk.apply(articles.remove(desk, story))
    dialog = opened(qtbot, window)
    words = previewed(qtbot, dialog)
    assert f"1 article would come back: “{story.title}”." in words
    assert "Edits made since then, which would go: 1." in words


def test_a_backup_that_cannot_be_read_is_listed_and_not_restored(
    qtbot: QtBot, window: MainWindow, desk: Store
) -> None:
    assert desk.path is not None
    made = backups.make(desk.path).path
    made.write_bytes(b"no database at all" * 100)
    dialog = opened(qtbot, window)
    assert dialog.rows.count() == 1
    assert "cannot be restored" in dialog.preview.text()
    assert not dialog.restore.isEnabled()


def test_the_chosen_backup_takes_the_desks_place_when_the_windows_are_closed(
    qapp: QApplication, qtbot: QtBot, desk: Store, story: Article, tmp_path: Path
) -> None:
    assert desk.path is not None
    backup = backups.make(desk.path).path
    desk.apply(articles.remove(desk, story))
    path = desk.path
    desk.close()

    def restore() -> None:
        window = next(one for one in qapp.topLevelWidgets() if isinstance(one, MainWindow))
        dialog = opened(qtbot, window)
        previewed(qtbot, dialog)
        QTimer.singleShot(0, accept)
        dialog.restore.click()

    def accept() -> None:
        box = qapp.activeModalWidget()
        if isinstance(box, QMessageBox):
            box.accept()
        else:
            QTimer.singleShot(20, accept)

    with Store.open(path) as store:
        QTimer.singleShot(300, restore)
        assert starting.work(qapp, store, ()) == care.RESTORE
    assert care.chosen_backup() == backup
    QTimer.singleShot(20, accept)
    store_again = door.restored(path, backup)
    assert store_again is not None
    with store_again:
        assert [one.title for one in store_again.article_lines()] == [story.title]
        assert any("before-restore" in one.name for one in tmp_path.iterdir())
        ran: list[bool] = []
        QTimer.singleShot(300, lambda: ran.append(True) or qapp.closeAllWindows())  # type: ignore[func-returns-value] # in turn
        starting.work(qapp, store_again, ())
        assert ran  # the loop ran anew: what had ended it before was over


def test_drafts_that_ended_processes_left_are_swept_away_after_a_day(
    desk: Store, story: Article, tmp_path: Path
) -> None:
    assert story
    assert desk.path is not None
    made = backups.make(desk.path)
    old, new = tmp_path / ".factdesk-old.tmp", tmp_path / "backups" / ".factdesk-new.tmp"
    for draft in (old, new):
        draft.write_bytes(b"half")
    two_days_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(old, (two_days_ago, two_days_ago))
    backups.rotate(desk.path, made.path)
    assert not old.exists()
    assert new.exists()
