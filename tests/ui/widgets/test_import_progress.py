from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from factdesk.ui.widgets.import_progress import ImportProgress


def test_progress_shows_itself_while_there_is_work(qtbot: QtBot) -> None:
    progress = ImportProgress()
    qtbot.addWidget(progress)
    assert not progress.isVisible()
    progress.show_progress(2, 12, "page.html")
    assert progress.isVisible()
    assert progress._words.text == "Importing 3 of 12  page.html"
    assert progress.bar.value() == 2
    with qtbot.waitSignal(progress.cancel_wished):
        qtbot.mouseClick(progress.cancel, Qt.MouseButton.LeftButton)
    progress.show_progress(12, 12)
    assert not progress.isVisible()
