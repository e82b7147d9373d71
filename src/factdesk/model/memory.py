"""What a desk remembers: earlier claims like a passage, and how a source fared."""

from typing import NamedTuple

from factdesk.model.record import Id
from factdesk.model.source import Source
from factdesk.model.verdict import Rating


class Memory(NamedTuple):
    """An earlier claim, with its current verdict; what is said of one is empty without it.

    ``likeness`` counts only in comparison with the others of one answer; more is more alike.
    """

    claim: Id
    reference: str
    article: Id
    title: str
    published: str
    wording: str
    quote: str
    state: str
    label: str
    place: str
    given: str
    scale: Id
    rating: str
    likeness: float

    @property
    def words(self) -> str:
        """The claim in its own words, or in those of its place."""
        return self.wording or self.quote


class SourceUse(NamedTuple):
    """Where a source was cited, for what, and which verdict came of it."""

    source: Id
    source_title: str
    url: str
    claim: Id
    reference: str
    article: Id
    title: str
    stance: str
    label: str
    accessed: str
    quote: str
    locator: str


class Recollection(NamedTuple):
    """An earlier claim, the rating that stands, and what it was checked with."""

    memory: Memory
    sources: tuple[SourceUse, ...]
    rating: Rating | None = None

    @property
    def verdict(self) -> str:
        """The verdict that stands; without one, how far the work is."""
        return self.memory.label or f"Not judged · {self.memory.state}"

    @property
    def origin(self) -> str:
        """Where it was claimed, and when: the day of the verdict, else that of the article."""
        given, told = self.memory.given[:10], self.memory.published[:10]
        day = f"checked {given}" if given else told and f"published {told}"
        return " · ".join(filter(None, (self.memory.title, self.memory.reference, day)))


class SourceRecord(NamedTuple):
    """A source of the desk, and where it was cited before, the last first."""

    source: Source
    uses: tuple[SourceUse, ...]
