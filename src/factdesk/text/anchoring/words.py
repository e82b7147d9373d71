"""Where the longer words of a text stand, to find phrases without reading the text again."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import islice

_WORD = re.compile(r"\w{4,}")
_ENOUGH = 16  # among so many words of a phrase there is a rare one


class Words:
    """An index of a text's words of four letters and more, made when it is first asked."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word begins, in the order of the text."""
        places: dict[str, list[int]] = {}
        for match in _WORD.finditer(self.text):
            places.setdefault(match[0], []).append(match.start())
        return places

    def has_once(self, phrase: str) -> bool:
        """Tell whether a phrase, cut out wherever it may be, stands in the text exactly once."""
        return len(list(islice(self.starts_of(phrase), 2))) == 1

    def has_twice(self, phrase: str) -> bool:
        """Tell whether a phrase stands in the text more than once."""
        return len(list(islice(self.starts_of(phrase), 2))) > 1

    def starts_of(self, phrase: str) -> Iterator[int]:
        """Find the places of a phrase one by one, in the order of the text."""
        words = list(islice(_WORD.finditer(phrase), _ENOUGH))
        inner = [word for word in words if word.start() > 0 and word.end() < len(phrase)]
        return self._around_rarest(phrase, inner) if inner else self._one_by_one(phrase)

    def rarest(self, phrase: str, number: int, limit: int) -> list[list[int]]:
        """Give the places of the rarest words of a phrase, as far as they are rare."""
        found = (self.places.get(word, []) for word in dict.fromkeys(_WORD.findall(phrase)))
        rare = sorted((places for places in found if 0 < len(places) <= limit), key=len)
        return rare[:number]

    def _around_rarest(self, phrase: str, words: list[re.Match[str]]) -> Iterator[int]:
        """Look where the rarest word stands; words at the phrase's ends may be cut off."""
        places, offset = min(
            ((self.places.get(word[0], []), word.start()) for word in words),
            key=lambda found: len(found[0]),
        )
        for place in places:
            if place >= offset and self.text.startswith(phrase, place - offset):
                yield place - offset

    def _one_by_one(self, phrase: str) -> Iterator[int]:
        start = self.text.find(phrase)
        while start >= 0:
            yield start
            start = self.text.find(phrase, start + 1)
