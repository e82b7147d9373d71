"""A character of a page, where it stands."""

from typing import NamedTuple


class Character(NamedTuple):
    """A character and its loose box, in points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """The height of its font."""
        return self.top - self.bottom
