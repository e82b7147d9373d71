"""A newsroom that does anything to a debate, in any order."""

from collections.abc import Callable
from random import Random

from tests.debate import Checkers, transcript
from tests.story import import_story

from factdesk.desk import (
    articles,
    checkers,
    claims,
    evidence,
    exchange,
    hint_settings,
    hints,
    houses,
    modes,
    notes,
    opening,
    remarks,
    reports,
    revisions,
    scales,
    signoffs,
)
from factdesk.exporters.registry import format_named
from factdesk.importers.base import Document
from factdesk.model.article import Article, Mode
from factdesk.model.claim import Anchor, AnchorStatus
from factdesk.model.edit import Edit
from factdesk.model.hint import HintPlace
from factdesk.model.remark import Remark, Remarked
from factdesk.model.report import Audience
from factdesk.model.span import Span
from factdesk.model.workflow import Role
from factdesk.store.store import Store

Verb = Callable[[], Edit]


class Newsroom(Checkers):
    """What is done at a desk beside what is wished for one claim."""

    def verbs(self) -> dict[str, Verb]:
        """Give every way to plan an edit here, by its name; some refuse, or find nothing to do."""
        wished = {kind.__name__: self._wisher(kind) for kind in self.kinds()}
        return self._of_article() | self._of_text() | self._of_desk() | wished

    def shuffled(self) -> list[str]:
        """Name all of them in another order each time, so that none is left to chance."""
        return self.dice.sample([*self.verbs()], len(self.verbs()))

    def _wisher(self, kind: type) -> Verb:
        return lambda: self.plan(kind)

    def _of_article(self) -> dict[str, Verb]:
        store, dice = self.store, self.dice
        remark = Remark(Remarked.SINGLE, "one source", "", quote="half")
        return {
            "describe": lambda: articles.describe(self._now(), title=f"Debate {dice.random()}"),
            "mode": lambda: modes.change(store, self._now(), self._other_mode()),
            "modes": lambda: modes.change_all(store, [self.article], self._other_mode()),
            "sign article": lambda: signoffs.sign_article(
                store, self._now(), Role.EDITOR, self._checker(), "late"
            ),
            "set aside": lambda: remarks.set_aside(self.article, remark, "seen", None),
            "take up": lambda: remarks.take_up_again(dice.choice(store.set_asides(self.article))),
        }

    def _of_text(self) -> dict[str, Verb]:
        store = self.store
        marks: dict[str, Verb] = {
            f"mark {turn}": lambda: claims.mark(store, self.version, self.span())[1]
            for turn in range(6)
        }
        return marks | {
            "remove": lambda: claims.remove(store, self.at_work()[0]),
            "remove note": lambda: notes.remove(self.first(store.notes)),
            "remove evidence": lambda: evidence.remove(self.first(store.evidence)),
            "bring block back": lambda: articles.bring_back(store, self.version, 0),
            "revise": self._revise,
            "accept": lambda: revisions.accept(self.version, self._waiting()),
            "choose": lambda: revisions.choose(self.version, self._waiting(), self.span()),
            "orphan": lambda: revisions.orphan(self._waiting()),
            "leave without": self._leave_without,
            "dismiss": self._dismiss,
            "restore": lambda: hints.restore(store, self.article),
        }

    def _of_desk(self) -> dict[str, Verb]:
        store, dice = self.store, self.dice
        return {
            "house": lambda: houses.describe(store, votes=dice.randrange(2)),
            "hints": lambda: hint_settings.choose(store, threshold=dice.random()),
            "introduce": lambda: checkers.introduce(store, dice.choice(["Ada Quill", "Bo"]))[1],
            "become": lambda: checkers.become(store, "Cleo Nolan", (Role.LEGAL,))[1],
            "scale": self._scale,
            "another": self._another,
            "remove article": lambda: articles.remove(store, self._other_article()),
            "from another desk": self._from_another_desk,
        }

    def _now(self) -> Article:
        return self.store.article(self.article)

    def _other_mode(self) -> Mode:
        now = self._now().mode
        return next(mode for mode in Mode if mode is not now)

    def _revise(self) -> Edit:
        draft = transcript()
        changed = self.dice.randrange(1, len(draft.blocks))
        blocks = draft.blocks[changed:] + draft.blocks[: changed - 1]
        document = Document(name="debate.txt", content=str(self.dice.random()).encode())
        later = draft.model_copy(update={"blocks": blocks})
        return revisions.revise(self.store, self._now(), document, later).edit

    def _leave_without(self) -> Edit:
        anchor = self._waiting()
        return revisions.leave_without(self.store.claim(anchor.claim), anchor)

    def _waiting(self) -> Anchor:
        undecided = {AnchorStatus.NEEDS_REVIEW, AnchorStatus.ORPHANED}
        anchors = self.store.anchors_in(self.version.id)
        return self.dice.choice([one for one in anchors if one.status in undecided])

    def _dismiss(self) -> Edit:
        version, span = self.version, self.span()
        sentence = Span(0, len(version.text))
        place = HintPlace(*span, "number", "a figure", sentence, version.sha256)
        return hints.dismiss(version, place, self._checker())

    def _scale(self) -> Edit:
        scale = self.store.scale(self._now().scale)
        return scales.keep(self.store, scale.model_copy(update={"title": f"{self.dice.random()}"}))

    def _another(self) -> Edit:
        document = Document(name="x.txt", content=str(self.dice.random()).encode())
        draft = transcript().model_copy(update={"blocks": transcript().blocks[:9], "left_out": ()})
        return articles.add(self.store, document, draft)[1]

    def _other_article(self) -> Article:
        others = [one for one in self.store.article_ids() if one != self.article]
        return self.store.article(self.dice.choice(others))

    def _from_another_desk(self) -> Edit:
        with Store.in_memory() as other:
            opening.found(other)
            story = import_story(other, content=str(self.dice.random()).encode())
            told = reports.rendered(other, story, format_named("json"), Audience.INTERNAL)
        return exchange.take_in(self.store, exchange.read(told.content)) or Edit("", ())


def newsroom(store: Store, article: Article, seed: int) -> Newsroom:
    """Put a newsroom to work that does the same things each time."""
    return Newsroom(store, article.id, Random(seed))  # noqa: S311 - nobody guesses it
