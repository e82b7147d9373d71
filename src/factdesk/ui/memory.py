"""What the window looked like when it was closed."""

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

from factdesk.model.record import Id


class WindowMemory:
    """Keeps sizes, and the article that was open, from one sitting to the next."""

    def __init__(self) -> None:
        self._settings = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "factdesk", "window"
        )

    def restore(self, window: QMainWindow, splitters: dict[str, QSplitter]) -> bool:
        """Bring the sizes back; tell whether there were any."""
        known = window.restoreGeometry(self._bytes("geometry"))
        for name, splitter in splitters.items():
            splitter.restoreState(self._bytes(name))
        return known

    def keep(self, window: QMainWindow, splitters: dict[str, QSplitter], article: Id) -> None:
        """Remember sizes and the open article."""
        self._settings.setValue("geometry", window.saveGeometry())
        for name, splitter in splitters.items():
            self._settings.setValue(name, splitter.saveState())
        self._settings.setValue("article", article)
        self._settings.sync()

    def article(self) -> Id:
        """Tell which article was open last."""
        return str(self._settings.value("article", ""))

    def _bytes(self, name: str) -> QByteArray:
        value = self._settings.value(name, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()
