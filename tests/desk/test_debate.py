"""Every verb of the desk in any order on a long debate; all of it undone to the exact rows."""

import inspect
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import CodeType, FrameType

import pytest
from tests.debate import AGAIN, LINES, import_debate
from tests.newsroom import Newsroom, newsroom
from tests.store.test_state_machine import rows

from factdesk import desk
from factdesk.desk import claims, reports, sheets, wishes
from factdesk.errors import FactdeskError
from factdesk.model.article import Article
from factdesk.model.claim import AnchorStatus
from factdesk.model.edit import Edit
from factdesk.model.span import Span
from factdesk.model.wishes import PlaceWish
from factdesk.store.store import Store

VERBS = 500


@pytest.fixture
def debate(store: Store) -> Article:
    return import_debate(store)


def planners() -> dict[CodeType, str]:
    """Name every function of the desk that plans an edit."""
    found: dict[CodeType, str] = {}
    for entry in pkgutil.iter_modules(desk.__path__):
        module = import_module(f"{desk.__name__}.{entry.name}")
        for name, one in inspect.getmembers(module, inspect.isfunction):
            answer = str(inspect.signature(one).return_annotation)
            own = one.__module__ == module.__name__ and not name.startswith("_")
            if own and answer.endswith(("Edit", "Edit]", "Edit | None", "Revision")):
                found[one.__code__] = f"{entry.name}.{name}"
    return found


@contextmanager
def watched(called: set[CodeType]) -> Iterator[None]:
    """Note which functions are called."""

    def note(frame: FrameType, event: str, _of: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(None)


class Work:
    """What was done, to be undone."""

    def __init__(self, room: Newsroom) -> None:
        self.room, self.store = room, room.store
        self.done: list[Edit] = []
        self.called: set[CodeType] = set()
        self.fruitful: set[str] = set()

    def do(self, name: str) -> None:
        """Do something if it can be done now."""
        verb = self.room.verbs()[name]
        try:
            with watched(self.called):
                edit = verb()
        except (FactdeskError, IndexError, StopIteration):  # refused, or there is none to do it to
            return
        if edit.changes:
            self.store.apply(edit)
            self.done.append(edit)
            self.fruitful.add(name)

    def left(self) -> set[str]:
        """Name what has been done by nobody yet."""
        return self.room.verbs().keys() - self.fruitful

    def undo(self, down_to: int) -> None:
        while len(self.done) > down_to:
            self.store.apply(self.done.pop().inverse())


def places_fit(store: Store, article: Article) -> bool:
    version = store.latest_version(article.id)
    return all(
        version.text[anchor.start : anchor.stop] == anchor.exact
        for anchor in store.anchors_in(version.id)
        if anchor.status is not AnchorStatus.ORPHANED
    )


def every_claim_is_told_once(store: Store, article: Article) -> bool:
    told = [finding.claim.number for finding in reports.gather(store, article).findings]
    return sorted(told) == sorted(claim.number for claim in store.claims_in(article.id))


def test_after_five_hundred_verbs_all_holds_and_all_is_undone(
    store: Store, debate: Article
) -> None:
    work = Work(newsroom(store, debate, seed=1965))
    start = rows(store)
    for name in work.room.verbs():
        work.do(name)
    middle, so_far = rows(store), len(work.done)
    while len(work.done) < VERBS or (work.left() and len(work.done) < 2 * VERBS):
        for name in work.room.shuffled():
            work.do(name)
        if len(work.done) > VERBS / 2:
            assert places_fit(store, debate)
            assert every_claim_is_told_once(store, debate)
    assert list(store.findings()) == []
    missed = {name for code, name in planners().items() if code not in work.called}
    assert not missed, "the newsroom does not do everything that the desk can"
    assert not work.left(), "nothing came of these"
    work.undo(so_far)
    assert rows(store) == middle
    work.undo(0)
    assert rows(store) == start


def test_the_newsroom_wishes_all_that_can_be_wished(store: Store, debate: Article) -> None:
    assert set(newsroom(store, debate, seed=1).kinds()) == set(wishes._PLANS)


def test_one_claim_stands_wherever_it_is_said(store: Store, debate: Article) -> None:
    version = store.latest_version(debate.id)
    assert version.text.count("\n\n") == LINES - 1
    start = version.text.index(AGAIN)
    claim, edit = claims.mark(store, version, Span(start, start + len(AGAIN)))
    store.apply(edit)
    elsewhere = sheets.elsewhere(store, claim, version)
    assert len(elsewhere) == version.text.count(AGAIN) - 1 > 100
    wish = PlaceWish(tuple(place.span for place in elsewhere))
    store.apply(wishes.plan(store, claim, wish, None))
    assert not sheets.elsewhere(store, claim, version)
    (line,) = {line.number for line in sheets.claim_lines(store, version)}
    assert line == 1
    assert len(store.anchors(claim.id, version.id)) == version.text.count(AGAIN)
    assert every_claim_is_told_once(store, debate)
