"""Arithmetic on colours: how well one is read on another, and what reads well enough."""

from PySide6.QtGui import QColor

#: The least contrast of text on its ground that WCAG 2 (AA) allows.
READABLE = 4.5


def _channel(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: QColor) -> float:
    """Tell the relative luminance as WCAG 2 defines it, from 0 (black) to 1 (white)."""
    red, green, blue = (_channel(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Tell how far two colours stand apart, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(one: QColor, other: QColor, share: float) -> QColor:
    """Mix `share` (0 to 1) of the other colour into the one."""
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * share,
        one.greenF() + (other.greenF() - one.greenF()) * share,
        one.blueF() + (other.blueF() - one.blueF()) * share,
    )


def readable(colour: QColor, ground: QColor, ink: QColor, least: float = READABLE) -> QColor:
    """Move the colour towards the ink until it stands out so much from the ground."""
    for step in range(11):
        mixed = blend(colour, ink, step / 10)
        if contrast(mixed, ground) >= least:
            return mixed
    return ink
