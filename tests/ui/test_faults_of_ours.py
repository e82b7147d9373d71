"""A fault of ours, wherever it arises, ends in the dialog that says that the work is safe."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from factdesk.desk.articles import describe
from factdesk.model.article import Article
from factdesk.store.store import Store
from factdesk.ui import app
from factdesk.ui.dialogs.crash import CrashDialog
from factdesk.ui.main_window import MainWindow

WORDS = "Zebrastripe"


def fault() -> None:
    raise LookupError(WORDS)


def in_a_slot(window: MainWindow) -> None:
    action = window.actions_by_name["zoom_in"]
    action.triggered.connect(fault)
    action.trigger()
    action.triggered.disconnect(fault)


def in_a_worker(window: MainWindow) -> None:
    window.tasks.run(fault, lambda _done: None, lambda _failed: None)
    window.tasks.finish()


@pytest.mark.parametrize("arise", [in_a_slot, in_a_worker])
def test_a_fault_is_told_without_its_words_and_one_works_on(
    qtbot: QtBot,
    window: MainWindow,
    story: Article,
    desk: Store,
    monkeypatch: pytest.MonkeyPatch,
    arise: Callable[[MainWindow], None],
) -> None:
    told: list[str] = []

    def go_on(dialog: CrashDialog) -> int:
        told.append(dialog.report.toPlainText())
        return CrashDialog.DialogCode.Accepted

    monkeypatch.setattr(CrashDialog, "exec", go_on)
    with qtbot.captureExceptions() as caught:
        arise(window)
        qtbot.waitUntil(lambda: bool(caught), timeout=5_000)
    ((kind, error, trace),) = caught
    app.explain(kind, error, trace)
    (report,) = told
    assert "LookupError" in report
    assert "in fault" in report
    assert WORDS not in report
    assert window.session.do(lambda: describe(story, title="Worked on"))
    assert desk.article(story.id).title == "Worked on"
