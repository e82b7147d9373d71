"""The claims of one article, in the order of its text."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QObject, Signal

from factdesk.model.claim import WorkState
from factdesk.model.lines import ClaimLine
from factdesk.model.record import Id
from factdesk.model.verdict import Place
from factdesk.model.workflow import Priority
from factdesk.ui.models.claim_filter import ClaimFilter
from factdesk.ui.models.lines import LinesModel


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are, shown or not."""

    claims: int = 0
    judged: int = 0

    @property
    def open(self) -> int:
        """How many wait for a verdict."""
        return self.claims - self.judged


class Remarked(NamedTuple):
    """How many remarks on a claim count, and how many of these say that it cannot be so."""

    open: int = 0
    contradictions: int = 0

    @property
    def words(self) -> str:
        """Say how many there are."""
        return f"{self.open} open remark{'' if self.open == 1 else 's'}"


_NO_REMARKS = Remarked()


class ClaimOrder(StrEnum):
    """How claims may be sorted; the value is what the menu says."""

    PLACE = "Place in the text"
    NUMBER = "Reference"
    STATE = "State"
    VERDICT = "Verdict"
    CHANGE = "Change"
    KIND = "Kind"
    PRIORITY = "Priority"
    ASSIGNEE = "Assignee"


def _place(line: ClaimLine) -> tuple[int, int]:
    return line.start, line.number


_STATES = {state.value: number for number, state in enumerate(WorkState)}
_PLACES = {place.value: number for number, place in enumerate(Place)}
_PRIORITIES = {priority.value: number for number, priority in enumerate(Priority)}

#: Each key ends with the place, so that it tells any two lines apart; what is empty comes last.
_KEYS: dict[ClaimOrder, Callable[[ClaimLine], Any]] = {
    ClaimOrder.PLACE: _place,
    ClaimOrder.NUMBER: lambda line: (line.number, line.start),
    ClaimOrder.STATE: lambda line: (_STATES.get(line.state, 99), *_place(line)),
    ClaimOrder.VERDICT: lambda line: (
        _PLACES.get(line.place, 99),
        line.label,
        *_place(line),
    ),
    ClaimOrder.CHANGE: lambda line: (not line.change, line.change != "open", *_place(line)),
    ClaimOrder.KIND: lambda line: (not line.kind, line.kind, *_place(line)),
    ClaimOrder.PRIORITY: lambda line: (_PRIORITIES.get(line.priority, 99), *_place(line)),
    ClaimOrder.ASSIGNEE: lambda line: (
        not line.assignee,
        line.assignee.casefold(),
        *_place(line),
    ),
}


class ClaimsModel(LinesModel[ClaimLine]):
    """Claims sorted by a `ClaimOrder`, narrowed by a `ClaimFilter`."""

    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_place, parent)
        self.filter = ClaimFilter()
        self.order = ClaimOrder.PLACE
        self.counts = Counts()
        self._remarked: Mapping[Id, Remarked] = {}

    def words(self, line: ClaimLine) -> str:
        """Say a claim in words."""
        remarked = self.remarked(line.claim)
        told = f", {remarked.words}" if remarked.open else ""
        return f"{line.reference}, {line.label or 'not judged'}{told}: {line.said}"

    def hint(self, line: ClaimLine) -> str:
        """Say the whole quote, and the wording if it differs."""
        wording = f"\n\n{line.wording}" if line.wording and line.quote else ""
        remarked = self.remarked(line.claim)
        told = f" · {remarked.words}" if remarked.open else ""
        return f"{line.reference} · {line.state}{told}\n“{line.said}”{wording}"

    def remarked(self, claim: Id) -> Remarked:
        """Count the open remarks on a claim."""
        return self._remarked.get(claim, _NO_REMARKS)

    def show_remarks(self, remarked: Mapping[Id, Remarked]) -> None:
        """Take in how many remarks there are on the claims."""
        if remarked != self._remarked:
            self._remarked = remarked
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def narrow(self, wanted: ClaimFilter) -> None:
        """Show only those claims."""
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def sort_by(self, order: ClaimOrder) -> None:
        """Sort the claims anew."""
        if order != self.order:
            self.order = order
            self._arrange()

    def tally(self, axis: str) -> Counter[str]:
        """Count all claims, shown or not, by the value of one of their fields."""
        return Counter(getattr(line, axis) for line in self._known.values())

    def matching(self, wanted: ClaimFilter) -> int:
        """Count the claims that a filter would show."""
        return sum(map(wanted.accepts, self._known.values()))

    def lines(self) -> list[ClaimLine]:
        """Give all claims, shown or not."""
        return list(self._known.values())

    def show_lines(self, lines: Iterable[ClaimLine]) -> None:
        """Take in all claims of an article."""
        super().show_lines(lines)
        judged = sum(line.judged for line in self._known.values())
        self._count(Counts(len(self._known), judged))

    def put_line(self, line: ClaimLine) -> None:
        """Take in one claim."""
        before = self._known.get(line.claim)
        super().put_line(line)
        self._recount(before, line)

    def drop_line(self, identity: Id) -> None:
        """Forget one claim."""
        before = self._known.get(identity)
        super().drop_line(identity)
        self._recount(before, None)

    def _arrange(self) -> None:
        accepts = None if self.filter == ClaimFilter() else self.filter.accepts
        self._rearrange(_KEYS[self.order], accepts)

    def _recount(self, before: ClaimLine | None, after: ClaimLine | None) -> None:
        born = (after is not None) - (before is not None)
        judged = (after is not None and after.judged) - (before is not None and before.judged)
        self._count(Counts(self.counts.claims + born, self.counts.judged + judged))

    def _count(self, counts: Counts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counted.emit(counts)
