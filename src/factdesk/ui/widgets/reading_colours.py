"""Grounds for highlights on which the text stays readable, on light paper and on dark."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QPalette

CONTRAST = 4.5
"""The least ratio between text and ground (WCAG 2, level AA)."""

HIGH = 7.0
"""The same where high contrast is wanted (level AAA): on paper and ink that are black and white."""

_PURE = 20.0


class ReadingColours(NamedTuple):
    """The paper, the ink, and two hues for what is selected and what was found; ``#rrggbb``."""

    paper: str
    ink: str
    muted: str
    accent: str
    match: str
    least: float = CONTRAST

    @classmethod
    def of(cls, palette: QPalette) -> "ReadingColours":
        """Take the colours that go with a palette."""
        paper, ink = palette.base().color(), palette.text().color()
        light = luminance(paper.name()) > luminance(ink.name())
        least = HIGH if contrast(paper.name(), ink.name()) > _PURE else CONTRAST
        faint = mix(ink.name(), paper.name(), 0.62)
        return cls(
            paper=paper.name(),
            ink=ink.name(),
            muted=readable(faint, paper.name(), ink.name(), least),
            accent=readable("#0a58ca" if light else "#7ab7ff", paper.name(), ink.name(), least),
            match="#e8b400" if light else "#d9a300",
            least=least,
        )

    def ground(self, hue: str, strength: float) -> str:
        """Blend a hue into the paper, up to a strength of 0 to 1, but never past readability."""
        return _ground(self.paper, self.ink, hue, strength, self.least)

    def faint(self, hue: str) -> str:
        """Make a hue that does not call for attention; where high contrast is wanted, it stays."""
        return hue if self.least > CONTRAST else self.ground(hue, 0.7)

    def line(self, hue: str) -> str:
        """Make a hue strong enough for lines and glyphs on the paper."""
        return readable(hue, self.paper, self.ink, self.least)


def luminance(colour: str) -> float:
    """Compute WCAG's relative luminance, from 0 for black to 1 for white."""
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Compute WCAG's contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, into: str, strength: float) -> str:
    """Blend so much of a colour into another."""
    return "#" + "".join(
        f"{round(a * strength + b * (1 - strength)):02x}"
        for a, b in zip(_channels(colour), _channels(into), strict=True)
    )


@lru_cache(maxsize=1024)
def readable(hue: str, paper: str, ink: str, least: float = CONTRAST) -> str:
    """Move a hue toward the ink until it stands out from the paper."""
    for step in range(21):
        colour = mix(ink, hue, step / 20)
        if contrast(colour, paper) >= least:
            return colour
    return ink


@lru_cache(maxsize=1024)
def _ground(paper: str, ink: str, hue: str, strength: float, least: float) -> str:
    for step in range(20, 0, -1):
        colour = mix(hue, paper, strength * step / 20)
        if contrast(colour, ink) >= least:
            return colour
    return paper


def _channels(colour: str) -> tuple[int, int, int]:
    named = QColor(colour)
    return named.red(), named.green(), named.blue()


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
