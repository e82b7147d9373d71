"""What the user chose once and for all; window sizes are not among it."""

from enum import StrEnum
from pathlib import Path

import platformdirs
from pydantic import BaseModel, ConfigDict, Field


class Typeface(StrEnum):
    """The face in which articles are read."""

    SERIF = "serif"
    SANS = "sans"


class Look(StrEnum):
    """In which colours the program is shown."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_LIGHT = "high_light"
    HIGH_DARK = "high_dark"


class Preferences(BaseModel):
    """The user's choices. What an older or newer program wrote and we do not know is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    look: Look = Look.SYSTEM
    typeface: Typeface = Typeface.SERIF
    zoom: int = Field(default=100, ge=50, le=300, description="per cent")
    leading: int = Field(default=140, ge=100, le=250, description="of the text, in per cent")
    order: str = "added"
    checker: str = ""
    roles: tuple[str, ...] = ()
    colour_by: str = "verdict"
    hints: bool = True
    filters: tuple[tuple[tuple[str, str], ...], ...] = Field(
        default=(), description="kept filters of claims, each as pairs of an axis and its value"
    )
    columns: dict[str, dict[str, str]] = Field(
        default={}, description="of tables of claims: by the signature of its head, field to column"
    )
    export_format: str = "md"
    export_audience: str = "internal"
    export_folder: str = ""


def path() -> Path:
    """Tell where the preferences lie."""
    return platformdirs.user_config_path("factdesk") / "preferences.json"


def load() -> Preferences:
    """Read the preferences; those that cannot be read are as on the first day."""
    try:
        return Preferences.model_validate_json(path().read_bytes())
    except (OSError, ValueError):
        return Preferences()


def change(**choice: object) -> Preferences:
    """Keep some choices beside all others, also those that another window has made meanwhile."""
    chosen = load().model_copy(update=choice)
    save(chosen)
    return chosen


def save(preferences: Preferences) -> None:
    """Write the preferences; a place that cannot be written costs only the memory of them."""
    place = path()
    draft = place.with_suffix(".new")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(preferences.model_dump_json(indent=2), encoding="utf-8")
        draft.replace(place)
    except OSError:
        return
