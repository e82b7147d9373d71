"""What is wished for a claim, as data: widgets say it, `factdesk.desk.wishes` plans the edit."""

from typing import NamedTuple

from factdesk.model.claim import WorkState
from factdesk.model.record import Id, PartialDate
from factdesk.model.remark import Remark
from factdesk.model.span import Span
from factdesk.model.workflow import Decision, Force, Role, Rule


class FieldWish(NamedTuple):
    """Another value for one field of the claim; ``typed`` where it is a step of typing."""

    field: str
    value: object
    typed: bool = False


class ClaimantWish(NamedTuple):
    """Who made the claim, by name; empty for nobody known."""

    name: str


class AssignWish(NamedTuple):
    """Whose claim it is; empty for nobody's."""

    checker: Id


class StateWish(NamedTuple):
    """How far the work is, and why."""

    state: WorkState
    reason: str = ""


class CrossOffWish(NamedTuple):
    """Crossed off, with its evidence or with the reason why none is needed."""

    waiver: str = ""


class ExceptionWish(NamedTuple):
    """A recorded exception from a rule."""

    rule: Rule
    reason: str


class JudgeWish(NamedTuple):
    """A verdict by the rating's code; empty to withdraw the one that stands."""

    rating: str


class TakeOverWish(NamedTuple):
    """What an earlier claim was checked with."""

    earlier: Id


class SetAsideWish(NamedTuple):
    """A remark of the program does not matter here, for a reason."""

    remark: Remark
    reason: str


class TakeUpWish(NamedTuple):
    """A remark that was set aside shall count again."""

    aside: Id


class SearchWish(NamedTuple):
    """Looked there for that, found this."""

    place: str
    sought: str
    found: str = ""


class ContactWish(NamedTuple):
    """Somebody was asked."""

    whom: str
    how: str = ""
    question: str = ""
    deadline: PartialDate | None = None
    on_record: bool = True
    confidential: bool = False


class ContactAnswer(NamedTuple):
    """What came back from somebody who was asked; empty where nobody answered."""

    contact: Id
    answer: str


class QueryWish(NamedTuple):
    """A question to the writer."""

    text: str
    deadline: PartialDate | None = None


class QueryAnswer(NamedTuple):
    """What the writer answered."""

    query: Id
    answer: str


class ChangeWish(NamedTuple):
    """Other words for those of the article."""

    original: str
    replacement: str
    reason: str = ""
    force: Force = Force.SHOULD


class DecisionWish(NamedTuple):
    """What becomes of a proposed change."""

    proposal: Id
    decision: Decision


class NoteWish(NamedTuple):
    """A remark."""

    text: str


class TickWish(NamedTuple):
    """A suggested question was gone into; of one that is ticked, that it was not."""

    question: str


class SignWish(NamedTuple):
    """Somebody answers for the claim in a role."""

    role: Role


class VoteWish(NamedTuple):
    """A vote for a rating; a checker's later one replaces the earlier."""

    rating: str


class PlaceWish(NamedTuple):
    """More places where the claim stands."""

    spans: tuple[Span, ...]


class SplitWish(NamedTuple):
    """Parts of a compound claim, each to be a claim of its own."""

    spans: tuple[Span, ...]


class RemovalWish(NamedTuple):
    """A part of the claim is taken away: a record by its identity and the name of its table."""

    kind: str
    record: Id


class BringBackWish(NamedTuple):
    """A record is to be what it was after its change of that number."""

    record: Id
    number: int
