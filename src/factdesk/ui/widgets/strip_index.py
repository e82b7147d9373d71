"""What lies where in a text, in so many bins: as much as a narrow strip can show."""

from collections.abc import Iterable, Iterator

from factdesk.model.hint import HintPlace
from factdesk.ui.widgets.places import Form, Look, Place

#: Into how many bins a text is cut, however long it is.
BINS = 320

#: What is to be seen first where several lie together: what still wants work.
_URGENCY = {
    Form.HATCHED: 0,
    Form.DASHED: 1,
    Form.UNDERLINED: 2,
    Form.SOLID: 3,
    Form.CHECKED_OFF: 4,
}


class StripIndex:
    """Counts the looks of the places in each bin; a place in or out costs no look at the others."""

    def __init__(self, length: int) -> None:
        """Cut a text of so many code points into bins."""
        self._length = max(length, 1)
        self._bins: list[dict[Look, int]] = [{} for _ in range(BINS)]
        self._hinted = [False] * BINS

    def put(self, place: Place) -> None:
        """Take a place in."""
        for held in self._bins[self._under(place.start, place.stop)]:
            held[place.look] = held.get(place.look, 0) + 1

    def drop(self, place: Place) -> None:
        """Forget a place that was taken in."""
        for held in self._bins[self._under(place.start, place.stop)]:
            left = held.get(place.look, 0) - 1
            if left > 0:
                held[place.look] = left
            else:
                held.pop(place.look, None)

    def show_hints(self, hints: Iterable[HintPlace]) -> None:
        """Take in where hints begin; what was known of that is forgotten."""
        self._hinted = [False] * BINS
        for hint in hints:
            self._hinted[min(hint.start, self._length - 1) * BINS // self._length] = True

    def hints(self) -> Iterator[int]:
        """List the bins without a place in which a hint begins."""
        pairs = enumerate(zip(self._hinted, self._bins, strict=True))
        return (number for number, (hinted, held) in pairs if hinted and not held)

    def looks(self) -> list[Look | None]:
        """Tell of each bin the look to be shown: the most urgent, of those the commonest."""
        return [
            min(held, key=lambda look, held=held: (_URGENCY[look.form], -held[look]))  # type: ignore[misc] # a lambda's default
            if held
            else None
            for held in self._bins
        ]

    def position(self, share: float) -> int:
        """Tell which code point lies at a share (0 to 1) of the text."""
        return min(self._length - 1, max(0, int(share * self._length)))

    def share(self, position: int) -> float:
        """Tell where a code point lies, from 0 to 1."""
        return position / self._length

    def _under(self, start: int, stop: int) -> slice:
        first = min(start, self._length - 1) * BINS // self._length
        last = (min(stop, self._length) * BINS - 1) // self._length
        return slice(first, max(first, last) + 1)
