"""Sweeps overlapping places to disjoint runs, each with all that lies over it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.span_index import size_order


class Run(NamedTuple):
    """Code points from start to stop with the same places over them, the largest place first."""

    start: int
    stop: int
    places: tuple[Place, ...]

    @property
    def top(self) -> Place:
        """The smallest place: it lies on top, and a click takes it."""
        return self.places[-1]


def sweep(places: Iterable[Place], start: int, stop: int) -> list[Run]:
    """Cut what of the places lies in ``start:stop`` into runs, in the order of the text.

    The order within a run follows from its places alone, so that a line looks the same whether it
    is painted by itself or with its page.
    """
    edges: dict[int, tuple[list[Place], list[Place]]] = {}
    for place in places:
        edges.setdefault(max(place.start, start), ([], []))[0].append(place)
        edges.setdefault(min(place.stop, stop), ([], []))[1].append(place)
    runs: list[Run] = []
    ranks: list[tuple[int, int, str]] = []
    over: list[Place] = []
    since = start
    for position in sorted(edges):
        if over:
            runs.append(Run(since, position, tuple(over)))
        opening, closing = edges[position]
        for place in closing:
            at = bisect_left(ranks, size_order(place))
            del ranks[at], over[at]
        for place in opening:
            at = bisect_left(ranks, size_order(place))
            ranks.insert(at, size_order(place))
            over.insert(at, place)
        since = position
    return runs
