"""How the user likes to read, remembered."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from factdesk import preferences
from factdesk.preferences import Typeface
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.reading import Face, Reading

#: The distances of two lines that are offered, in per cent of their height.
LEADINGS = {"close": 120, "normal": 140, "wide": 175}


class ReadingChoice(QObject):
    """Keeps face, zoom and line spacing of the page in the preferences."""

    def __init__(
        self, view: ArticleView, acts: dict[str, QAction], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._view, self._acts = view, acts
        self._chosen = preferences.load()
        view.zoom_changed.connect(lambda zoom: self._keep(zoom=zoom))

    def apply(self) -> None:
        """Dress the page as it was left."""
        chosen = self._chosen
        face = Face(chosen.typeface)
        self._view.set_reading(Reading(face=face, zoom=chosen.zoom, leading=chosen.leading))
        for name, leading in LEADINGS.items():
            self._acts[f"lines_{name}"].setChecked(leading == chosen.leading)

    def change_face(self) -> None:
        """Go from serif to sans and back."""
        serif = self._chosen.typeface is Typeface.SERIF
        self._keep(typeface=Typeface.SANS if serif else Typeface.SERIF)
        self.apply()

    def change_leading(self, name: str) -> None:
        """Set the lines closer or wider."""
        self._keep(leading=LEADINGS[name])
        self.apply()

    def _keep(self, **choice: object) -> None:
        self._chosen = preferences.change(**choice)
