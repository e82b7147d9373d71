import faulthandler
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot
from tests.durability.damage import overwrite_table
from tests.story import import_story

from factdesk import logs
from factdesk.desk import backups, opening
from factdesk.desk.articles import describe
from factdesk.errors import DeskUnusable
from factdesk.model.article import Article
from factdesk.model.edit import Change, Edit
from factdesk.store.store import Store
from factdesk.ui import care, door
from factdesk.ui.dialogs.damaged import DamagedDialog, Offer, Way
from factdesk.ui.main_window import MainWindow


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    """A desk with a backup, whose articles' pages were overwritten while it was open."""
    path = tmp_path / "mine.factdesk"
    with opening.open_desk(path) as store:
        import_story(store)
    backups.make(path)
    overwrite_table(path, "article")
    path.with_name("mine.factdesk-wal").write_bytes(b"\0" * 32)
    return path


def choose(way: Way) -> None:
    """Press the button of a way as soon as the dialog is there."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, DamagedDialog):
            {
                Way.RESTORE: dialog.restore,
                Way.SALVAGE: dialog.salvage,
                Way.READ: dialog.read,
                Way.QUIT: dialog.leave,
            }[way].click()
            QTimer.singleShot(0, press)
        elif isinstance(dialog, QMessageBox):
            dialog.accept()

    QTimer.singleShot(0, press)


@pytest.mark.usefixtures("qapp")
def test_a_damaged_desk_is_recognised_when_it_was_not_closed_properly_and_nothing_is_written(
    damaged: Path,
) -> None:
    before = damaged.read_bytes()
    choose(Way.QUIT)
    assert door.enter(damaged) is None
    assert damaged.read_bytes() == before


@pytest.mark.usefixtures("qapp")
def test_nothing_of_the_damaged_desks_dialog_is_cut(qtbot: QtBot) -> None:
    offers = [Offer(Path("b.factdesk"), "2026-03-04 10:05 UTC — 1 article, 3 claims, 1 verdict")]
    dialog = DamagedDialog("/a/long/way/to/the.factdesk is damaged. " * 3, offers)
    qtbot.addWidget(dialog)
    dialog.show()
    for part in (dialog.restore, dialog.salvage, dialog.read, dialog.leave, dialog.backups):
        assert part.height() >= part.sizeHint().height()
    for label in dialog.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_backup_is_restored_and_the_damaged_desk_is_kept_aside(damaged: Path) -> None:
    before = damaged.read_bytes()
    choose(Way.RESTORE)
    store = door.enter(damaged)
    assert store is not None
    with store:
        assert [line.title for line in store.article_lines()] == ["Harbour overtakes its rival"]
        assert list(store.findings()) == []
    (aside,) = damaged.parent.glob("*before-restore*.factdesk")
    assert aside.read_bytes() == before


@pytest.mark.usefixtures("qapp")
def test_what_can_be_read_is_saved_into_a_new_desk(damaged: Path) -> None:
    choose(Way.SALVAGE)
    store = door.enter(damaged)
    assert store is not None
    with store:
        assert store.path == damaged.with_name("mine-salvaged.factdesk")
        (article,) = store.article_ids()
        assert "41 million tonnes" in store.latest_version(article).text
        assert list(store.findings()) == []


@pytest.mark.usefixtures("qapp")
def test_a_damaged_desk_is_opened_for_reading_and_refuses_edits(damaged: Path) -> None:
    before = damaged.read_bytes()
    choose(Way.READ)
    store = door.enter(damaged)
    assert store is not None
    with store:
        (checker,) = store.checkers()
        after = checker.model_copy(update={"name": "Ada"})
        with pytest.raises(DeskUnusable, match="read-only"):
            store.apply(Edit("Rename", (Change(checker, after),)))
        assert store.checkers() == [checker]
    assert damaged.read_bytes() == before


def test_the_window_makes_the_days_backup_by_itself(
    window: MainWindow, desk: Store, story: Article, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert desk.path is not None
    path = desk.path
    care.begin(window)
    window.tasks.finish()
    assert backups.listed(path) == []  # it was founded today
    monkeypatch.setattr(Store, "worked_before", lambda _self, _day: True)
    care.begin(window)
    desk.apply(describe(story, title="Edited meanwhile"))
    qtbot.waitUntil(lambda: len(backups.listed(path)) == 1, timeout=20_000)
    window.tasks.finish()
    assert window.page.banners.banners == []


def test_a_network_drive_is_told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(care, "network_drive", lambda _path: "nfs4")
    care.begin(window)
    window.tasks.finish()
    assert "network drive (nfs4)" in window.page.banners.banners[-1].message


def test_a_native_crash_leaves_its_report_and_is_told_at_the_next_start(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "log" / "factdesk.log"
    monkeypatch.setattr(logs, "log_path", lambda: place)
    crashing = (
        "import sys, os\nfrom pathlib import Path\nfrom factdesk import logs\n"
        "logs.log_path = lambda: Path(sys.argv[1])\nlogs.start()\nlogs.watch_for_crashes()\n"
        "os.abort()"
    )
    source = str(Path(logs.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", crashing, str(place)],
        check=False,
        capture_output=True,
        env=os.environ | {"PYTHONPATH": source},
    )
    assert done.returncode < 0
    care.tell_crash(window)
    banner = window.page.banners.banners[-1]
    assert "crash" in banner.message
    banner.buttons[0].click()
    assert "Aborted" in QGuiApplication.clipboard().text()
    assert "Aborted" in place.with_name("last-crash.txt").read_text()
    assert logs.last_crash() is None


def test_a_start_without_a_crash_leaves_no_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "log_path", lambda: tmp_path / "factdesk.log")
    was = faulthandler.is_enabled()
    logs.watch_for_crashes()
    logs.end_watch()
    if was:
        faulthandler.enable()
    assert list(tmp_path.iterdir()) == []
    assert logs.last_crash() is None
