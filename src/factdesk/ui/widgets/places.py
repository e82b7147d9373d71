"""What the article view paints: places in light tuples, with their looks chosen already."""

from enum import Enum, auto
from typing import NamedTuple


class Form(Enum):
    """How a place is drawn, so that its state never hangs on colour alone."""

    UNDERLINED = auto()
    """Marked, not judged: a line below."""

    SOLID = auto()
    """Judged: a ground in the verdict's hue, and a line below."""

    CHECKED_OFF = auto()
    """Done with: ground and line, and struck out."""

    DASHED = auto()
    """A query is out: a dashed line below."""

    HATCHED = auto()
    """Needs review after a new version: a hatched ground."""


class Look(NamedTuple):
    """A form in a hue (``#rrggbb``, for the colour scheme in use) with the verdict's glyph."""

    form: Form
    hue: str
    glyph: str = ""


class Place(NamedTuple):
    """One anchor of a claim, from code point start to stop; the label is what hovering shows."""

    start: int
    stop: int
    claim: str
    anchor: str
    look: Look
    label: str
