"""Things that were dropped together, and what became of them."""

from dataclasses import dataclass, field

from factdesk.desk.claim_files import ClaimFile
from factdesk.errors import FactdeskError
from factdesk.model.record import Id
from factdesk.ui.dropped import Source


@dataclass(slots=True)
class Batch:
    """What became of the things that were dropped together."""

    total: int = 0
    imported: list[Id] = field(default_factory=list)
    present: list[Id] = field(default_factory=list)
    failed: list[tuple[Source, FactdeskError]] = field(default_factory=list)
    warnings: dict[Id, tuple[str, ...]] = field(default_factory=dict)
    marked: dict[Id, ClaimFile] = field(default_factory=dict)
    order: dict[Id, int] = field(default_factory=dict)
    is_beside_work: bool = False

    @property
    def done(self) -> int:
        """How many are behind us."""
        return len(self.imported) + len(self.present) + len(self.failed)

    @property
    def first(self) -> Id | None:
        """The first new article in the order dropped, else the first that was here."""
        return next(iter(self.imported + self.present), None)

    @property
    def to_show(self) -> Id | None:
        """The article to show: the first, but none in the place of one at work."""
        return None if self.is_beside_work else self.first

    def number(self, number: int) -> None:
        """Say which of the things dropped it was that has just come in."""
        for article in (*self.imported[-1:], *self.present[-1:]):
            self.order.setdefault(article, number)

    def keep(self, here: set[Id]) -> None:
        """Put the articles into the order dropped; forget those that were removed meanwhile."""
        for came in (self.imported, self.present):
            came[:] = [each for each in came if each in here]
            came.sort(key=self.order.__getitem__)
        for told in (self.warnings, self.marked):
            for gone in told.keys() - here:
                del told[gone]
