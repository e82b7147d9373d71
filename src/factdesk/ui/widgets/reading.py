"""How a checker likes to read: which letters, how large, how long a line."""

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetricsF

ZOOMS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The steps of the zoom, in per cent."""

_FAMILIES = {
    "serif": ["Charter", "Source Serif 4", "Noto Serif", "Georgia", "P052", "DejaVu Serif"],
    "sans": ["Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans"],
}
_BODY = 12.5  # points at 100 %
_PROSE = "The committee said on Tuesday that spending rose for the first time since 1965, by 3.2%. "


class Face(StrEnum):
    """The two kinds of letters."""

    SERIF = "serif"
    SANS = "sans"


class Reading(NamedTuple):
    """The reader's choice; zoom in per cent, measure in characters of the body text to a line.

    ``leading`` is the distance of two lines in per cent of their height: below each is room for
    underlines.
    """

    face: Face = Face.SERIF
    zoom: int = 100
    measure: int = 68
    leading: int = 140

    def font(self) -> QFont:
        """Make the font of the body text."""
        serif = self.face is Face.SERIF
        font = QFont(_FAMILIES[self.face])
        font.setStyleHint(QFont.StyleHint.Serif if serif else QFont.StyleHint.SansSerif)
        font.setPointSizeF(_BODY * self.zoom / 100)
        return font

    def other_font(self) -> QFont:
        """Make the font of what accompanies the text, in the other face."""
        return self._replace(face=Face.SANS if self.face is Face.SERIF else Face.SERIF).font()

    def column(self) -> float:
        """Compute the width in pixels that a full line of prose needs."""
        return QFontMetricsF(self.font()).horizontalAdvance(_PROSE) / len(_PROSE) * self.measure

    def zoomed(self, steps: int) -> "Reading":
        """Go so many steps larger, or smaller where negative, as far as there are any."""
        nearest = min(range(len(ZOOMS)), key=lambda index: abs(ZOOMS[index] - self.zoom))
        return self._replace(zoom=ZOOMS[min(max(nearest + steps, 0), len(ZOOMS) - 1)])
