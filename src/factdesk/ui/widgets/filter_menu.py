"""The menu of filters: every axis with its values and counts, and the filters that were kept."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from factdesk.ui.models.claim_filter import AXES, ClaimFilter


class Offers(NamedTuple):
    """What can be chosen: counts by axis and value, the kept filters with their counts.

    ``words`` says a verdict's code as its label; other values speak for themselves.
    """

    tallies: Mapping[str, Mapping[str, int]]
    kept: Sequence[tuple[ClaimFilter, int]]
    words: Mapping[str, str]


class FilterMenu(QMenu):
    """Tells the filter that was chosen, whole."""

    filter_picked = Signal(object)
    keep_wished = Signal(object)
    forget_wished = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName("Filters")

    def offer(self, chosen: ClaimFilter, offers: Offers) -> None:
        """Make the menu for the claims as they are now."""
        self.clear()
        for wanted, count in offers.kept:
            act = self.addAction(f"{describe(wanted, offers.words)}\t{count:,}")
            act.setCheckable(True)
            act.setChecked(wanted == chosen)
            act.triggered.connect(lambda _=False, wanted=wanted: self.filter_picked.emit(wanted))
        if offers.kept:
            self.addSeparator()
        for axis, title in AXES.items():
            self._offer_axis(axis, title, chosen, offers)
        self.addSeparator()
        self._offer_keeping(chosen, offers)

    def _offer_axis(self, axis: str, title: str, chosen: ClaimFilter, offers: Offers) -> None:
        now = getattr(chosen, axis)
        values = {value for value in (*offers.tallies.get(axis, {}), now) if value}
        menu = self.addMenu(f"&{title}")
        menu.setEnabled(bool(values))
        for value in sorted(values):
            count = offers.tallies.get(axis, {}).get(value, 0)
            act = menu.addAction(f"{say(axis, value, offers.words)}\t{count:,}")
            act.setCheckable(True)
            act.setChecked(value == now)
            wanted = chosen.on(axis, "" if value == now else value)
            act.triggered.connect(lambda _=False, wanted=wanted: self.filter_picked.emit(wanted))

    def _offer_keeping(self, chosen: ClaimFilter, offers: Offers) -> None:
        is_kept = any(wanted == chosen for wanted, _ in offers.kept)
        if is_kept:
            self.addAction("&Forget this filter", lambda: self.forget_wished.emit(chosen))
        else:
            keep = self.addAction("&Keep this filter", lambda: self.keep_wished.emit(chosen))
            keep.setEnabled(chosen != ClaimFilter())
        clear = self.addAction("Show &all", lambda: self.filter_picked.emit(ClaimFilter()))
        clear.setEnabled(chosen != ClaimFilter())


def say(axis: str, value: str, words: Mapping[str, str]) -> str:
    """Say a value of an axis."""
    if axis == "rating":
        return words.get(value, value.capitalize())
    return value if axis == "assignee" else value.capitalize()


def describe(wanted: ClaimFilter, words: Mapping[str, str]) -> str:
    """Say a filter in a few words."""
    parts = [f"“{wanted.text}”"] if wanted.text else []
    if wanted.judged is not None:
        parts.append("Judged" if wanted.judged else "Open")
    for axis, value in wanted.axes.items():
        told = say(axis, value, words)
        parts.append(f"{AXES[axis]} {told.lower()}" if axis == "change" else told)
    return " · ".join(parts) or "All"
