"""Hints on the desk: coverage, kinds, questions."""

import pytest

from factdesk.desk import claims, hints
from factdesk.errors import Refused
from factdesk.model.article import Article, Version
from factdesk.model.claim import ClaimKind
from factdesk.model.span import Span
from factdesk.store.store import Store
from factdesk.text.hints import Hint, HintSpan, english


def row(start: int, stop: int, score: float = 0.9, *, repeat: bool = False) -> Hint:
    return Hint(start, stop, score, (), repeat=repeat)


def test_a_version_is_judged_sentence_by_sentence(article: Article, version: Version) -> None:
    rows = hints.of_version(article, version)
    assert rows
    assert all(
        version.text[r.start : r.stop].strip() == version.text[r.start : r.stop] for r in rows
    )


def test_another_language_is_refused_in_words(article: Article, version: Version) -> None:
    german = article.model_copy(update={"language": "de-AT"})
    with pytest.raises(Refused, match="de-AT"):
        hints.of_version(german, version)


def test_a_regional_tag_of_english_is_english() -> None:
    assert hints.lexicon_for("en-GB") is hints.lexicon_for("") is english()


def test_checkable_is_what_is_over_the_threshold_and_no_repeat() -> None:
    rows = [row(0, 5), row(6, 9, 0.2), row(10, 15, repeat=True), row(16, 20, english().threshold)]
    assert hints.checkable(rows) == [rows[0], rows[3]]
    assert hints.checkable(rows, 0.1) == [rows[0], rows[1], rows[3]]


def test_a_sentence_is_covered_by_any_claim_that_touches_it() -> None:
    rows = [row(0, 10), row(11, 20), row(21, 30), row(31, 40)]
    assert hints.unmarked(rows, [Span(35, 36), Span(8, 12)]) == [rows[2]]
    assert hints.unmarked(rows, []) == rows
    assert hints.unmarked(rows, [Span(0, 40)]) == []
    assert hints.unmarked(rows, [Span(10, 11)]) == rows


def test_marking_a_claim_covers_its_sentence(
    store: Store, article: Article, version: Version
) -> None:
    rows = hints.of_version(article, version)
    _, edit = claims.mark(store, version, Span(rows[0].start, rows[0].start + 4))
    store.apply(edit)
    places = [anchor.span for anchor in store.anchors_in(version.id)]
    assert hints.unmarked(rows, places) == rows[1:]


@pytest.mark.parametrize(
    ("kind", "claim"),
    [("percent", ClaimKind.PERCENTAGE), ("first", ClaimKind.FIRST_SINCE), ("doubt", None)],
)
def test_a_hint_becomes_a_claim_of_its_kind(kind: str, claim: ClaimKind | None) -> None:
    assert hints.claim_kind(HintSpan(kind, 0, 1, "")) is claim


def test_a_dismissed_hint_stays_so_while_its_sentence_stands_as_it_was(
    store: Store, article: Article, version: Version
) -> None:
    sentence = Span(*hints.of_version(article, version)[0][:2])
    place = Span(sentence.start + 3, sentence.start + 9)
    store.apply(hints.dismiss(version, sentence, place, None))
    dismissed = hints.Dismissed(store.dismissals(article.id))
    moved = "Before it all. " + version.text
    later = [Span(one.start + 15, one.stop + 15) for one in (sentence, place)]
    assert dismissed.has(version.text, sentence, place)
    assert dismissed.has(moved, *later)
    assert not dismissed.has(moved.upper(), *later)
    assert not dismissed.has(version.text, sentence, Span(place.stop, place.stop + 4))


def test_dismissed_hints_come_back_by_undo_and_by_wish(store: Store, version: Version) -> None:
    edit = hints.dismiss(version, Span(0, 30), Span(0, 9), None)
    store.apply(edit)
    store.apply(edit.inverse())
    assert store.dismissals(version.article) == []
    store.apply(edit)
    store.apply(hints.restore(store, version.article))
    assert store.dismissals(version.article) == []
    assert list(store.findings()) == []
