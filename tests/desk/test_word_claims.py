"""What others have marked in a Word document, taken onto an article."""

import io

import docx
import pytest
from tests.exporters.checked_desk import desk
from tests.importers.test_word_claims import (
    BEGUN,
    changed,
    comment,
    p,
    run,
    start,
    stop,
    word_file,
)

from factdesk.desk import annotations, articles, checkers, opening, reports
from factdesk.desk.arrivals import Arrival, Status
from factdesk.exporters.registry import format_named
from factdesk.importers.base import Document, Draft
from factdesk.importers.registry import read
from factdesk.model.article import Version
from factdesk.model.claim import AnchorStatus
from factdesk.model.report import Audience
from factdesk.model.workflow import Decision
from factdesk.store.store import Store


def imported(store: Store, content: bytes) -> tuple[Version, Draft]:
    document = Document(name="draft.docx", content=content)
    draft = read(document)
    article, edit = articles.add(store, document, draft)
    store.apply(edit)
    return store.latest_version(article.id), draft


def arrive(store: Store, version: Version, draft: Draft) -> list[Arrival]:
    edit, arrived = annotations.put_on(store, version, draft.claims)
    store.apply(edit)
    assert list(store.findings()) == []
    return list(arrived)


def words(store: Store, version: Version, arrival: Arrival) -> list[str]:
    return [anchor.exact for anchor in store.anchors(arrival.claim.id, version.id)]


def test_a_comment_becomes_a_claim_with_its_thread(store: Store) -> None:
    checker, edit = checkers.introduce(store, "Ada Quill")
    store.apply(edit)
    told = comment(1), comment(2, "Two").replace("Ada  Quill", "Bo Lind")
    body = p(
        BEGUN,
        start(1),
        run("41 million"),
        stop(1),
        run(" tonnes, "),
        start(2),
        run("it said."),
        stop(2),
    )
    version, draft = imported(store, word_file(body, told))
    one, two = arrive(store, version, draft)
    assert [one.status, two.status] == [Status.PLACED, Status.PLACED]
    assert words(store, version, one) == ["41 million"]
    (signed,), (named,) = store.notes(one.claim.id), store.notes(two.claim.id)
    assert (signed.text, signed.checker, signed.written) == (
        "Sure?", checker.id, "2026-03-04T10:05:00Z"
    )  # fmt: skip
    assert (named.text, named.checker) == ("Bo Lind: Two", None)


def test_the_same_document_again_brings_only_what_was_answered_meanwhile(store: Store) -> None:
    body = p(BEGUN, start(1), run("41 million"), stop(1), run(" tonnes."))
    version, draft = imported(store, word_file(body, [comment(1)]))
    (first,) = arrive(store, version, draft)
    (again,) = arrive(store, version, draft)
    assert (again.status, again.claim.id) == (Status.PRESENT, first.claim.id)
    claim = draft.claims[0]
    answered = claim.model_copy(
        update={"notes": (*claim.notes, claim.notes[0].model_copy(update={"text": "Yes."}))}
    )
    arrive(store, version, draft.model_copy(update={"claims": (answered,)}))
    told = [note.text for note in store.notes(first.claim.id)]
    assert told == ["Ada Quill: Sure?", "Ada Quill: Yes."]


def test_one_undo_takes_everything_back(store: Store) -> None:
    edits = changed("del", "41"), changed("ins", "42")
    version, draft = imported(store, word_file(p(BEGUN, *edits, run(" tonnes."))))
    before = store.counts()
    edit, _ = annotations.put_on(store, version, draft.claims)
    store.apply(edit)
    assert store.counts()["claim"] == 1
    store.apply(edit.inverse())
    assert store.counts() | {"journal": 0} == before | {"journal": 0}


def test_a_change_is_open_where_the_words_still_stand_and_accepted_where_it_is_made(
    store: Store,
) -> None:
    edits = p(BEGUN, changed("del", "41"), changed("ins", "42"), run(" million tonnes."))
    made, draft = imported(store, word_file(edits))
    still, _ = imported(store, word_file(p(BEGUN, run("41 million tonnes."))))
    for version, quote, decision in (
        (made, "42", Decision.ACCEPTED),
        (still, "41", Decision.OPEN),
    ):
        (arrival,) = arrive(store, version, draft)
        assert arrival.status is Status.PLACED
        assert words(store, version, arrival) == [quote]
        (proposal,) = store.proposals(arrival.claim.id)
        assert (proposal.original, proposal.replacement) == ("41", "42")
        assert (proposal.decision, proposal.reason) == (decision, "Tracked by Ed.")
        assert proposal.proposed == "2026-03-04T10:05:00Z"
        assert [a.status for a in arrive(store, version, draft)] == [Status.PRESENT]


def test_changes_that_search_and_replace_made_are_as_many_claims(store: Store) -> None:
    edit = changed("del", "Robin") + changed("ins", "Elisa")
    body = p(run("First "), edit, run(" won, then "), edit, run(" lost."))
    version, draft = imported(store, word_file(body))
    arrived = arrive(store, version, draft)
    assert [arrival.status for arrival in arrived] == [Status.PLACED, Status.PLACED]
    assert len({arrival.claim.id for arrival in arrived}) == 2


def test_a_comment_at_a_point_needs_review(store: Store) -> None:
    body = p(BEGUN, run("41 million"), start(1) + stop(1), run(" tonnes."))
    version, draft = imported(store, word_file(body, [comment(1)]))
    (arrival,) = arrive(store, version, draft)
    assert (arrival.status, arrival.quotes) == (Status.REVIEW, ("million",))
    (anchor,) = store.anchors(arrival.claim.id, version.id)
    assert anchor.status is AnchorStatus.NEEDS_REVIEW


def exported(store: Store, article: str) -> bytes:
    form = format_named("docx")
    report = reports.rendered(store, store.article(article), form, Audience.INTERNAL)
    return report.content


def test_our_own_annotated_copy_comes_back_to_its_claims_with_what_was_answered() -> None:
    store, article = desk()
    with store:
        version = store.latest_version(article.id)
        before = store.claim_ids(article.id)
        document = docx.Document(io.BytesIO(exported(store, article.id)))
        runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
        new = next(run for run in runs if "who runs the harbour" in run.text)
        document.add_comment(new, "Since when?", author="The Editor")
        content = io.BytesIO()
        document.save(content)
        draft = read(Document(name="copy.docx", content=content.getvalue()))
        commented = {c.reference for c in draft.claims if c.reference}
        arrived = arrive(store, version, draft)
        assert {a.claim.reference for a in arrived if a.status is Status.PRESENT} == commented
        assert len(store.claim_ids(article.id)) == len(before) + 1
        (fresh,) = [arrival for arrival in arrived if arrival.status is Status.PLACED]
        assert [note.text for note in store.notes(fresh.claim.id)] == ["The Editor: Since when?"]


@pytest.fixture
def other() -> Store:
    made = Store.in_memory()
    opening.found(made)
    return made


def test_our_own_annotated_copy_has_the_same_places_on_another_desk(other: Store) -> None:
    store, article = desk()
    with store, other:
        version = store.latest_version(article.id)
        version_there, draft = imported(other, exported(store, article.id))
        arrived = arrive(other, version_there, draft)
        changes = [claim.change for claim in draft.claims]
        there = [
            words(other, version_there, arrival)
            for arrival, change in zip(arrived, changes, strict=True)
            if change is None
        ]
        assert [(c.original, c.replacement) for c in changes if c] == [("41", "40.6")]
        here = [
            [_changed(a.exact, nth) for nth, a in enumerate(store.anchors(key, version.id))]
            for key, _ in store.claim_ids(article.id)
        ]
        placed = [
            quotes
            for key, quotes in zip(store.claim_ids(article.id), here, strict=True)
            if any(a.status is not AnchorStatus.ORPHANED for a in store.anchors(key[0], version.id))
        ]
        assert sorted(there) == sorted(placed)
        assert {arrival.status for arrival in arrived} == {Status.PLACED}


def _changed(quote: str, nth: int) -> str:
    """Make the change that is tracked at the first place, as the other desk reads it."""
    return quote.replace("41 million", "40.6 million") if nth == 0 else quote
