"""The ways to import that ask first: file dialogs, the sample; and what Factdesk is."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from factdesk import __version__, sample
from factdesk.ui.imports import Imports


class Chooser(QObject):
    """Asks for files and folders and hands them to the imports."""

    def __init__(self, imports: Imports, window: QWidget) -> None:
        super().__init__(window)
        self._imports, self._window = imports, window

    def choose_files(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self._window, "Import articles")
        self._imports.take_in(Path(name) for name in names)

    def choose_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._window, "Import a folder")
        if name:
            self._imports.take_in([Path(name)])

    def take_sample(self) -> None:
        """Import the sample article."""
        self._imports.take_in([sample.article()])

    def about(self) -> None:
        """Say what this is."""
        QMessageBox.about(
            self._window,
            "About Factdesk",
            f"Factdesk {__version__}\n\nThe desk of a professional fact-checker.\n"
            "Everything stays on this computer.",
        )
