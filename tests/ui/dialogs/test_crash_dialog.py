from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from factdesk.ui.dialogs.crash import CrashDialog


def test_the_first_word_is_that_the_work_is_safe(qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChildren(QLabel)[0].text() == "Your work is safe."


def test_the_report_is_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    qtbot.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback …"


def test_one_goes_on_or_quits(qtbot: QtBot) -> None:
    dialog = CrashDialog("Traceback …")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    dialog.show()
    qtbot.mouseClick(dialog.leave, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Rejected
