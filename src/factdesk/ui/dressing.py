"""In which colours the program is shown: as the system wishes, or as the user has chosen."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication

from factdesk import preferences
from factdesk.preferences import Look
from factdesk.ui.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, Scheme, wear

_CHOSEN = {
    Look.LIGHT: LIGHT,
    Look.DARK: DARK,
    Look.HIGH_LIGHT: HIGH_LIGHT,
    Look.HIGH_DARK: HIGH_DARK,
}


class Dressing(QObject):
    """Dresses the whole program, now and whenever the system or the user changes their mind."""

    chosen = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.look = preferences.load().look
        app.setStyle("Fusion")
        hints = QGuiApplication.styleHints()
        self._dark = hints.colorScheme() is Qt.ColorScheme.Dark
        self._high = False
        hints.colorSchemeChanged.connect(self._take_scheme)
        if hasattr(hints, "accessibility"):  # from Qt 6.10 on
            wishes = hints.accessibility()
            self._high = wishes.contrastPreference() is Qt.ContrastPreference.HighContrast
            wishes.contrastPreferenceChanged.connect(self._take_contrast)
        self._dress()

    def choose(self, look: Look) -> None:
        """Show the program otherwise, from now on."""
        self.look = look
        preferences.change(look=look)
        self._dress()
        self.chosen.emit()

    @property
    def scheme(self) -> Scheme:
        """The scheme that is called for."""
        if self._high:
            as_wished = HIGH_DARK if self._dark else HIGH_LIGHT
        else:
            as_wished = DARK if self._dark else LIGHT
        return _CHOSEN.get(self.look, as_wished)

    def _take_scheme(self, wanted: Qt.ColorScheme) -> None:
        self._dark = wanted is Qt.ColorScheme.Dark
        self._dress()

    def _take_contrast(self, wanted: Qt.ContrastPreference) -> None:
        self._high = wanted is Qt.ContrastPreference.HighContrast
        self._dress()

    def _dress(self) -> None:
        wear(self._app, self.scheme)


class LookChoice(QObject):
    """The actions of one window that choose how all are shown."""

    def __init__(self, acts: dict[str, QAction], window: QObject) -> None:
        super().__init__(window)
        self._acts = acts
        app = QApplication.instance()
        self._dressing = app.findChild(Dressing) if app is not None else None
        if self._dressing is not None:
            self._dressing.chosen.connect(self._check)
        self._check()

    def choose(self, look: Look) -> None:
        """Show the program otherwise, from now on."""
        if self._dressing is not None:
            self._dressing.choose(look)

    def _check(self) -> None:
        if self._dressing is not None:
            self._acts[f"look_{self._dressing.look}"].setChecked(True)
