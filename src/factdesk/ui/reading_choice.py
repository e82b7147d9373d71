"""How the user likes to read, remembered."""

from PySide6.QtCore import QObject

from factdesk import preferences
from factdesk.preferences import Typeface
from factdesk.ui.widgets.article_view import ArticleView
from factdesk.ui.widgets.reading import Face, Reading


class ReadingChoice(QObject):
    """Keeps face and zoom of the page in the preferences."""

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._chosen = preferences.load()
        view.zoom_changed.connect(self._keep_zoom)

    def apply(self) -> None:
        """Dress the page as it was left."""
        face = Face(self._chosen.typeface)
        self._view.set_reading(Reading(face=face, zoom=self._chosen.zoom))

    def change_face(self) -> None:
        """Go from serif to sans and back."""
        serif = self._chosen.typeface is Typeface.SERIF
        self._keep(typeface=Typeface.SANS if serif else Typeface.SERIF)
        self.apply()

    def _keep_zoom(self, zoom: int) -> None:
        self._keep(zoom=zoom)

    def _keep(self, **choice: object) -> None:
        self._chosen = self._chosen.model_copy(update=choice)
        preferences.save(self._chosen)
