"""Finds the places that lie in a stretch of text, however many there are elsewhere."""

from collections.abc import Iterable, Iterator

from factdesk.ui.widgets.places import Place

_GROUND = 10  # storey 0 has cells of 2**10 code points
_RISE = 3  # and each storey above has cells eight times as long


class SpanIndex:
    """Places by anchor, in a house of cells.

    Each storey cuts the text into cells of one length. A place lives on the lowest storey whose
    cells are not shorter than itself, so it lies in two cells at most, and a place over everything
    is no special case: putting and dropping cost the same whatever the size.
    """

    __slots__ = ("_cells", "_places", "_storeys")

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._places: dict[str, Place] = {}
        self._cells: dict[tuple[int, int], dict[str, Place]] = {}
        self._storeys: dict[int, int] = {}
        for place in places:
            self.put(place)

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places.values())

    def get(self, anchor: str) -> Place | None:
        """Look a place up by its anchor."""
        return self._places.get(anchor)

    def put(self, place: Place) -> None:
        """Take a place in, instead of the one with the same anchor."""
        self.drop(place.anchor)
        self._places[place.anchor] = place
        storey = _storey(place)
        self._storeys[storey] = self._storeys.get(storey, 0) + 1
        for cell in _cells(storey, place.start, place.stop):
            self._cells.setdefault((storey, cell), {})[place.anchor] = place

    def drop(self, anchor: str) -> Place | None:
        """Forget the place with this anchor and return it, or None where there is none."""
        place = self._places.pop(anchor, None)
        if place is None:
            return None
        storey = _storey(place)
        self._storeys[storey] -= 1
        if not self._storeys[storey]:
            del self._storeys[storey]
        for cell in _cells(storey, place.start, place.stop):
            lodgers = self._cells[storey, cell]
            del lodgers[anchor]
            if not lodgers:
                del self._cells[storey, cell]
        return place

    def touching(self, start: int, stop: int) -> list[Place]:
        """List the places that share a code point with ``start:stop``, the first to start first.

        None touches an empty stretch. Of those that start together the longest is first, then
        the order is that of the anchors.
        """
        if start >= stop:
            return []
        found = [
            place
            for storey in self._storeys
            for cell in _cells(storey, start, stop)
            for place in self._cells.get((storey, cell), {}).values()
            if place.start < stop
            and start < place.stop
            and cell == max(start, place.start) >> _shift(storey)  # else met in two cells
        ]
        found.sort(key=reading_order)
        return found


def reading_order(place: Place) -> tuple[int, int, str]:
    """Sort by start, what encloses before what is enclosed."""
    return place.start, -place.stop, place.anchor


def size_order(place: Place) -> tuple[int, int, str]:
    """Sort the largest first, the smallest, which lies on top, last."""
    return place.start - place.stop, place.start, place.anchor


def _shift(storey: int) -> int:
    return _GROUND + _RISE * storey


def _storey(place: Place) -> int:
    bits = (place.stop - place.start - 1).bit_length()
    return max(0, -(-(bits - _GROUND) // _RISE))


def _cells(storey: int, start: int, stop: int) -> range:
    shift = _shift(storey)
    return range(start >> shift, ((stop - 1) >> shift) + 1)
