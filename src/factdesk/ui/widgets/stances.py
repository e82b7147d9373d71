"""How the stances of evidence look: never by colour alone."""

from factdesk.model.source import Stance
from factdesk.ui.theme import Scheme

GLYPHS: dict[Stance, str] = {
    Stance.SUPPORTS: "+",
    Stance.REFUTES: "−",  # noqa: RUF001 - a minus sign on purpose
    Stance.QUALIFIES: "±",
    Stance.CONTEXT: "≡",
    Stance.ORIGIN: "↗",
    Stance.NO_INFORMATION: "∅",
}


def stance_ink(scheme: Scheme, stance: Stance) -> str:
    """Tell the colour a stance is written in."""
    inks = {
        Stance.SUPPORTS: scheme.good,
        Stance.REFUTES: scheme.bad,
        Stance.QUALIFIES: scheme.warning,
    }
    return inks.get(stance, scheme.muted)


def stance_title(stance: Stance) -> str:
    """Name a stance with its glyph."""
    return f"{GLYPHS[stance]}  {stance.capitalize()}"
