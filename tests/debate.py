"""A debate of 1,400 lines in which one claim is made again and again, and its busy checkers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from random import Random
from typing import TypeVar

from factdesk.desk import articles, wishes
from factdesk.errors import FactdeskError
from factdesk.importers.base import Document, Draft, DraftBlock, DraftLeftOut
from factdesk.model import wishes as wished
from factdesk.model.article import Article, Version
from factdesk.model.claim import Claim, WorkState
from factdesk.model.edit import Edit
from factdesk.model.record import Id
from factdesk.model.remark import Remark, Remarked
from factdesk.model.sheet import CiteWish
from factdesk.model.source import Stance, Visibility
from factdesk.model.span import BlockKind, Span
from factdesk.model.workflow import Decision, Force, Priority, Role, Rule
from factdesk.store.store import Store
from factdesk.text.anchors import occurrences

T = TypeVar("T")

LINES = 1_400
AGAIN = "crime in Halvern fell by half in five years"
_SPEAKERS = ("MODERATOR", "SOLHEIM", "BRANDT", "A VOICE FROM THE HALL")
_SAID = (
    f"I say it once more: {AGAIN}, and everybody knows it.",
    "We built 1,200 flats and you built none 🏚.",
    "That is not what the harbour office counted.",
    "It was the first budget without a deficit since 1987.",
    "Let me finish, please.",
    "“Nobody drives to work any more”, you told the council.",
    "Two in three pupils learn a second language today.",
)


def transcript() -> Draft:
    """Write the debate down, a block a line, with one line that importing left out."""
    dice = Random(LINES)  # noqa: S311 - the same each time
    lines = [f"{dice.choice(_SPEAKERS)}: {dice.choice(_SAID)}" for _ in range(LINES)]
    return Draft(
        title="The Halvern debate",
        blocks=tuple(DraftBlock(BlockKind.PARAGRAPH, line) for line in lines),
        left_out=(DraftLeftOut(BlockKind.PARAGRAPH, "Read also: the tolls", "Teaser", 700),),
        language="en",
        media_type="text/plain",
        read_with="a test",
    )


def import_debate(store: Store) -> Article:
    """Put it on a desk."""
    article, edit = articles.add(
        store, Document(name="debate.txt", content=b"debate"), transcript()
    )
    store.apply(edit)
    return article


class Checkers:
    """Wish for anything that can be wished for a claim, in any order, by turns."""

    def __init__(self, store: Store, article: Id, dice: Random) -> None:
        self.store, self.article, self.dice = store, article, dice

    def wish(self, kind: type, claim: Claim) -> object:
        """Make up a wish of a kind; a record that there is not leads to a refusal."""
        return self._makers[kind](claim)

    def plan(self, kind: type) -> Edit:
        """Plan what somebody wishes for the first claim of which something comes."""
        edit = Edit("", ())
        for claim in self.at_work():
            with suppress(FactdeskError):
                edit = wishes.plan(self.store, claim, self.wish(kind, claim), self._checker())
            if edit.changes:
                break
        return edit

    def at_work(self) -> list[Claim]:
        """List those claims that are worked on now, in any order."""
        recent = self.store.claims_in(self.article)[-9:]
        return self.dice.sample(recent, len(recent))

    def first(self, of: Callable[[Id], Sequence[T]]) -> T:
        """Find the first record of a kind at those claims."""
        return next(record for claim in self.at_work() for record in of(claim.id))

    def span(self) -> Span:
        """Choose some words, now and then those that are said again and again."""
        text = self.version.text
        if self.dice.random() < 0.3:
            return self.dice.choice(occurrences(text, AGAIN))
        start = self.dice.randrange(len(text) - 80)
        return Span(start, start + self.dice.randrange(9, 80))

    @property
    def version(self) -> Version:
        """The text as it is now."""
        return self.store.latest_version(self.article)

    @property
    def _makers(self) -> dict[type, Callable[[Claim], object]]:
        dice, any_of = self.dice, self._any_of
        return {
            wished.FieldWish: self._field,
            wished.ClaimantWish: lambda _: wished.ClaimantWish(dice.choice(["", "P. Solheim"])),
            wished.AssignWish: lambda _: wished.AssignWish(dice.choice(["", self._checker()])),
            wished.StateWish: lambda _: wished.StateWish(dice.choice([*WorkState]), "because"),
            wished.CrossOffWish: lambda _: wished.CrossOffWish(dice.choice(["", "seen"])),
            wished.ExceptionWish: lambda _: wished.ExceptionWish(dice.choice([*Rule]), "late"),
            wished.JudgeWish: lambda _: wished.JudgeWish(self._rating()),
            CiteWish: self._cite,
            wished.TakeOverWish: lambda _: wished.TakeOverWish(self._other()),
            wished.SearchWish: lambda _: wished.SearchWish("archive", "the figure", "nothing"),
            wished.ContactWish: lambda _: wished.ContactWish("harbour office", deadline="2026-12"),
            wished.ContactAnswer: lambda c: wished.ContactAnswer(any_of(c.id, "contacts"), "Yes."),
            wished.QueryWish: lambda _: wished.QueryWish("Where from?"),
            wished.QueryAnswer: lambda c: wished.QueryAnswer(any_of(c.id, "queries"), "From her."),
            wished.ChangeWish: lambda _: wished.ChangeWish("half", "a third", force=Force.MUST),
            wished.DecisionWish: lambda c: wished.DecisionWish(
                any_of(c.id, "proposals"), dice.choice([*Decision])
            ),
            wished.SetAsideWish: lambda c: wished.SetAsideWish(
                Remark(Remarked.SINGLE, "one source", c.id), "seen"
            ),
            wished.TakeUpWish: lambda _: wished.TakeUpWish(any_of(self.article, "set_asides")),
            wished.TickWish: lambda _: wished.TickWish("Is there a counter-example?"),
            wished.NoteWish: lambda _: wished.NoteWish("Call them again."),
            wished.SignWish: lambda _: wished.SignWish(dice.choice([*Role])),
            wished.VoteWish: lambda _: wished.VoteWish(self._rating()),
            wished.PlaceWish: lambda _: wished.PlaceWish((self.span(), self.span())),
            wished.SplitWish: lambda _: wished.SplitWish((self.span(), self.span())),
            wished.RemovalWish: self._removal,
            wished.BringBackWish: lambda c: wished.BringBackWish(c.id, 1),
        }

    def kinds(self) -> list[type]:
        """Name all that is wished for."""
        return [*self._makers]

    def _field(self, _claim: Claim) -> wished.FieldWish:
        field, value = self.dice.choice(
            [("wording", "It fell."), ("rationale", "*Why*"), ("priority", Priority.CENTRAL)]
        )
        return wished.FieldWish(field, value)

    def _cite(self, claim: Claim) -> CiteWish:
        piece = self.dice.choice([piece.id for piece in self.store.evidence(claim.id)] + [""])
        return CiteWish(
            title="Port yearbook",
            url=self.dice.choice(["", "https://port.example/2025"]),
            stance=self.dice.choice([*Stance]),
            evidence=piece,
            quote="down by 12 percent",
            visibility=self.dice.choice([*Visibility]),
        )

    def _removal(self, claim: Claim) -> wished.RemovalWish:
        return wished.RemovalWish(*self.dice.choice([*self._parts(claim), ("note", "gone")]))

    def _parts(self, claim: Claim) -> Iterator[tuple[str, Id]]:
        for record in self.store.parts_of_claim(claim.id):
            if type(record).__name__ != "Verdict":
                yield type(record).__name__.lower(), record.id

    def _any_of(self, key: Id, of: str) -> Id:
        records = getattr(self.store, of)(key)
        return self.dice.choice(records).id if records else "gone"

    def _checker(self) -> Id:
        return self.dice.choice(self.store.checkers()).id

    def _rating(self) -> str:
        scale = self.store.scale(self.store.article(self.article).scale)
        return self.dice.choice(scale.offered).code

    def _other(self) -> Id:
        return self.at_work()[0].id
