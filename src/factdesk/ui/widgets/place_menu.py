"""Offers the choice where several claims lie over one another."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.ui.widgets.places import Place


def one_per_claim(places: Iterable[Place]) -> list[Place]:
    """Keep the smallest place of each claim, the smallest first."""
    smallest: dict[str, Place] = {}
    for place in sorted(places, key=lambda place: place.stop - place.start):
        smallest.setdefault(place.claim, place)
    return list(smallest.values())


class PlaceMenu(QMenu):
    """One line a claim, with glyph and label; the first, the smallest, is ready to be taken."""

    def __init__(
        self, places: Iterable[Place], pick: Callable[[str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Claims at this place"))
        for place in places:
            words = f"{place.look.glyph} {place.label}".strip()
            action = self.addAction(words.replace("&", "&&"))
            action.setData(place.claim)
        self.triggered.connect(lambda action: pick(action.data()))

    def offer(self, point: QPoint) -> None:
        """Open at a point of the screen, without waiting for the answer."""
        self.popup(point)
        self.setActiveAction(self.actions()[0])
