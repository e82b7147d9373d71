"""How Factdesk looks: schemes as data, laid over Qt's Fusion style on every platform."""

from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import Protocol

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from factdesk.ui.colours import READABLE, readable

#: Spacing in device-independent pixels: within a control, between controls, between groups.
TIGHT, GAP, ROOM, MARGIN = 4, 8, 16, 20

#: How much smaller secondary text is than the system's font.
SMALL = 0.9


class Hued(Protocol):
    """Whatever has a hue for each scheme: a rating, a claim's line."""

    @property
    def light(self) -> str:
        """The hue on a light ground, ``#rrggbb`` or empty."""

    @property
    def dark(self) -> str:
        """The hue on a dark ground, ``#rrggbb`` or empty."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours by what they are for, each ``#rrggbb``.

    ``window`` is the ground of everything, ``base`` that of what is read and typed; ``line``
    separates, ``field`` borders what can be filled in; ``tint`` is the ground of what is chosen,
    ``edge`` its frame. Text stands out from its ground by ``contrast`` at least.
    """

    is_dark: bool
    window: str
    base: str
    text: str
    muted: str
    line: str
    field: str
    thumb: str
    hover: str
    tint: str
    accent: str
    accent_hover: str
    on_accent: str
    good: str
    warning: str
    bad: str
    edge: str
    contrast: float = READABLE

    def hue(self, hued: Hued) -> QColor:
        """Tell the hue of a rating here; muted for what has none."""
        return QColor((hued.dark if self.is_dark else hued.light) or self.muted)

    def ink(self, hued: Hued) -> QColor:
        """Tell the hue as text can wear it on `base`, `window` and `tint`."""
        return readable(self.hue(hued), QColor(self.tint), QColor(self.text), self.contrast)

    def wash(self, hued: Hued, strength: int = 40) -> QColor:
        """Tell the hue as a ground on which text stays readable; strength is an alpha."""
        colour = self.hue(hued)
        colour.setAlpha(strength)
        return colour


LIGHT = Scheme(
    is_dark=False,
    window="#f6f7f8",
    base="#ffffff",
    text="#1c2025",
    muted="#5a626d",
    line="#e3e6ea",
    field="#cfd4da",
    thumb="#c3c9d0",
    hover="#eceff2",
    tint="#dfeafb",
    accent="#2160c4",
    accent_hover="#1a50a6",
    on_accent="#ffffff",
    good="#176b3a",
    warning="#7a4b00",
    bad="#b3202c",
    edge="#dfeafb",
)

DARK = Scheme(
    is_dark=True,
    window="#1a1c20",
    base="#212429",
    text="#e5e8ec",
    muted="#a3abb6",
    line="#2e3238",
    field="#434952",
    thumb="#4a515b",
    hover="#2a2e34",
    tint="#26385a",
    accent="#86b4ff",
    accent_hover="#a3c6ff",
    on_accent="#10203c",
    good="#7fd6a0",
    warning="#f0c070",
    bad="#ff9a9a",
    edge="#26385a",
)

#: Where contrast counts for more than quiet: everything has a border, nothing is grey on grey.
HIGH_LIGHT = Scheme(
    is_dark=False,
    window="#ffffff",
    base="#ffffff",
    text="#000000",
    muted="#2e2e2e",
    line="#5c5c5c",
    field="#000000",
    thumb="#4a4a4a",
    hover="#ececec",
    tint="#cfe2ff",
    accent="#003a9e",
    accent_hover="#00266b",
    on_accent="#ffffff",
    good="#00461f",
    warning="#5a3300",
    bad="#8a0010",
    edge="#003a9e",
    contrast=7.0,
)

HIGH_DARK = Scheme(
    is_dark=True,
    window="#000000",
    base="#000000",
    text="#ffffff",
    muted="#d6d6d6",
    line="#a0a0a0",
    field="#ffffff",
    thumb="#b8b8b8",
    hover="#262626",
    tint="#0b2f66",
    accent="#ffe15c",
    accent_hover="#fff0a8",
    on_accent="#000000",
    good="#8cf0ae",
    warning="#ffd27a",
    bad="#ffb3b3",
    edge="#ffe15c",
    contrast=7.0,
)

SCHEMES = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)

_BY_INK = {QColor(ink).rgb(): scheme for scheme in SCHEMES for ink in (scheme.muted, scheme.text)}


def scheme_of(widget: QWidget) -> Scheme:
    """Tell the scheme a widget is shown in, by its text: a style sheet may clear the ground."""
    ink = widget.palette().windowText().color()
    return _BY_INK.get(ink.rgb()) or (DARK if ink.lightness() > 128 else LIGHT)


def palette(scheme: Scheme) -> QPalette:
    """Make the palette that Fusion paints with."""
    role = QPalette.ColorRole
    made = QPalette(QColor(scheme.window))
    colours = {
        role.Window: scheme.window,
        role.Base: scheme.base,
        role.AlternateBase: scheme.hover,
        role.Button: scheme.base,
        role.ToolTipBase: scheme.base,
        role.Highlight: scheme.accent if scheme.contrast > READABLE else scheme.tint,
        role.Accent: scheme.accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Mid: scheme.line,
        role.Midlight: scheme.hover,
        role.PlaceholderText: scheme.muted,
    } | dict.fromkeys((role.Text, role.WindowText, role.ButtonText, role.ToolTipText), scheme.text)
    colours[role.HighlightedText] = scheme.on_accent if scheme.contrast > READABLE else scheme.text
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, QColor(scheme.muted))
    return made


def stylesheet(scheme: Scheme) -> str:
    """Fill the scheme's colours into the style sheet."""
    assets = files("factdesk.ui") / "assets"
    text = (assets / "style.qss").read_text(encoding="utf-8")
    names: dict[str, object] = asdict(scheme) | {
        "assets": str(assets).replace("\\", "/"),
        "tone": "dark" if scheme.is_dark else "light",
    }
    for name in sorted(names, key=len, reverse=True):  # `accent_hover` before `accent`
        text = text.replace(f"@{name}", str(names[name]))
    return text


def wear(app: QApplication, scheme: Scheme) -> None:
    """Dress the whole program in the scheme; every widget is told by a PaletteChange."""
    app.setPalette(palette(scheme))
    app.setStyleSheet(stylesheet(scheme))
