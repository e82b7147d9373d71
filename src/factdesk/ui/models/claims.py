"""The claims of one article, in the order of its text."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from factdesk.model.lines import ClaimLine
from factdesk.model.record import Id
from factdesk.ui.models.lines import LinesModel


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims to show; what is empty or None does not narrow.

    ``text`` is looked for without regard to case in reference, quote, wording and verdict;
    ``state`` is a work state; ``rating`` the code of a verdict.
    """

    text: str = ""
    judged: bool | None = None
    state: str = ""
    rating: str = ""

    def accepts(self, line: ClaimLine) -> bool:
        """Tell whether the claim is among those wanted."""
        return (
            (self.judged is None or line.judged == self.judged)
            and (not self.state or line.state == self.state)
            and (not self.rating or line.rating == self.rating)
            and (not self.text or self.text.casefold() in _searched(line))
        )


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims there are, shown or not."""

    claims: int = 0
    judged: int = 0

    @property
    def open(self) -> int:
        """How many wait for a verdict."""
        return self.claims - self.judged


def _searched(line: ClaimLine) -> str:
    return f"{line.reference}\n{line.quote}\n{line.wording}\n{line.label}".casefold()


def _place(line: ClaimLine) -> tuple[int, int]:
    return line.start, line.number


class ClaimsModel(LinesModel[ClaimLine]):
    """Claims by their first place in the text, narrowed by a `ClaimFilter`."""

    counted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_place, parent)
        self.filter = ClaimFilter()
        self.counts = Counts()

    def words(self, line: ClaimLine) -> str:
        """Say a claim in words."""
        return f"{line.reference}, {line.label or 'not judged'}: {line.quote}"

    def hint(self, line: ClaimLine) -> str:
        """Say the whole quote, and the wording if it differs."""
        wording = f"\n\n{line.wording}" if line.wording else ""
        return f"{line.reference} · {line.state}\n“{line.quote}”{wording}"

    def narrow(self, wanted: ClaimFilter) -> None:
        """Show only those claims."""
        if wanted != self.filter:
            self.filter = wanted
            self._rearrange(_place, None if wanted == ClaimFilter() else wanted.accepts)

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

    def _recount(self, before: ClaimLine | None, after: ClaimLine | None) -> None:
        born = (after is not None) - (before is not None)
        judged = (after is not None and after.judged) - (before is not None and before.judged)
        self._count(Counts(self.counts.claims + born, self.counts.judged + judged))

    def _count(self, counts: Counts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counted.emit(counts)
