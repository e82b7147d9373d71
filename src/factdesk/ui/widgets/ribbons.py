"""Turns runs into ribbons: what is painted in one go, however many runs it passes."""

from collections.abc import Iterable
from typing import NamedTuple

from factdesk.ui.widgets.brushes import Style
from factdesk.ui.widgets.places import Form, Place
from factdesk.ui.widgets.runs import Run

LANES = 3
"""So many underlines have room below a line; for more, the ground and the menu speak."""

_SLOTS = LANES + 3
_SOLID, _CHECKED_OFF, _HATCHED = Form.SOLID, Form.CHECKED_OFF, Form.HATCHED  # looked up often


class Ribbon(NamedTuple):
    """Code points from start to stop that are painted alike; the lane is that of an underline."""

    start: int
    stop: int
    place: Place
    style: Style
    lane: int

    @property
    def begins(self) -> bool:
        """Tell whether the place begins here."""
        return self.start == self.place.start

    @property
    def ends(self) -> bool:
        """Tell whether the place ends here."""
        return self.stop == self.place.stop


def ribbons(runs: Iterable[Run], claim: str | None) -> list[Ribbon]:
    """Join what goes on from run to run; the claim is the one that is chosen.

    The smallest place with a ground shows it, unless the chosen claim does. Underlines take lanes
    from the largest place to the smallest, so that the lines of nested places lie below each other.
    """
    done: list[Ribbon] = []
    going: list[Place | None] = [None] * _SLOTS
    since, at = [0] * _SLOTS, 0
    for run in runs:
        layers = _layers(run.places, claim)
        for slot, place in enumerate(layers):
            was = going[slot]
            if was is not place or at != run.start:
                if was is not None:
                    done.append(_ribbon(since[slot], at, was, slot, claim))
                since[slot] = run.start
        going, at = layers, run.stop
    for slot, was in enumerate(going):
        if was is not None:
            done.append(_ribbon(since[slot], at, was, slot, claim))
    return done


def _layers(places: tuple[Place, ...], claim: str | None) -> list[Place | None]:
    """Choose whose underlines a run shows, in lanes, then whose ground, hatching and strike."""
    ground = chosen = hatched = struck = None
    for place in places:
        form = place.look.form
        if form is _SOLID:
            ground = place
        elif form is _CHECKED_OFF:
            ground = struck = place
        elif form is _HATCHED:
            hatched = place
        if place.claim == claim:
            chosen = place
    lanes = [*places[:LANES], None, None, None]
    return [*lanes[:LANES], chosen or ground, hatched, struck]


def _ribbon(start: int, stop: int, place: Place, slot: int, claim: str | None) -> Ribbon:
    if slot < LANES:
        return Ribbon(start, stop, place, Style.DASHED if _dashed(place) else Style.LINE, slot)
    if slot > LANES:
        return Ribbon(start, stop, place, Style.HATCHED if slot == LANES + 1 else Style.STRUCK, -1)
    if place.claim == claim:
        return Ribbon(start, stop, place, Style.CHOSEN, -1)
    solid = place.look.form is _SOLID
    return Ribbon(start, stop, place, Style.SOLID if solid else Style.CHECKED_OFF, -1)


def _dashed(place: Place) -> bool:
    return place.look.form is Form.DASHED
