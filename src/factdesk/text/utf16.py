"""Between code points, in which positions are kept, and UTF-16 units, in which Qt counts."""

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Translates positions in one text; in logarithmic time in the number of astral characters."""

    __slots__ = ("_code_points", "_units")

    def __init__(self, text: str) -> None:
        astral = () if text.isascii() else _ASTRAL.finditer(text)
        self._code_points = [match.start() for match in astral]
        self._units = [position + index for index, position in enumerate(self._code_points)]

    def to_utf16(self, position: int) -> int:
        """Translate a code point's position to that of its first UTF-16 unit."""
        return position + bisect_left(self._code_points, position)

    def to_code_point(self, unit: int) -> int:
        """Translate a UTF-16 unit's position to that of the code point it belongs to."""
        return unit - bisect_left(self._units, unit)
