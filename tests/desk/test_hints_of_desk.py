"""Hints on the desk: coverage, kinds, what is not wanted."""

from itertools import chain

import pytest

from factdesk.desk import articles, claims, hints, revisions
from factdesk.errors import Refused
from factdesk.importers.base import Document, Draft
from factdesk.model.article import Article, Version
from factdesk.model.claim import ClaimKind
from factdesk.model.hint import HintPlace, HintSettings
from factdesk.model.span import BlockKind, Span
from factdesk.store.store import Store
from factdesk.text.canonical import digest
from factdesk.text.hints import Hint, english

SHIPPED = HintSettings()

STRIKES = (
    "About 1,350 dockers went on strike in Kestrel Bay, the first time since 1965.",
    "The harbour lost 41 percent of its trade.",
)

FOUNDED = "Ada Lindqvist of the Alder guild founded the harbour company in 1871."


def drafted(*blocks: tuple[BlockKind, str], language: str = "en") -> Draft:
    told = {"title": "Strikes", "language": language, "read_with": "test"}
    return Draft.model_validate({**told, "media_type": "text/plain", "blocks": blocks})


def add(store: Store, *blocks: tuple[BlockKind, str], language: str = "en") -> Article:
    draft = drafted(*blocks, language=language)
    article, edit = articles.add(store, Document(content=repr(blocks).encode()), draft)
    store.apply(edit)
    return article


def strikes(store: Store) -> Article:
    return add(store, *((BlockKind.PARAGRAPH, words) for words in STRIKES))


def found(store: Store, article: Article, chosen: HintSettings = SHIPPED) -> list[HintPlace]:
    version = store.latest_version(article.id)
    return list(chain.from_iterable(hints.places(article, version, chosen)))


def words(store: Store, article: Article, places: list[HintPlace]) -> list[str]:
    text = store.latest_version(article.id).text
    return [text[place.start : place.stop] for place in places]


def row(start: int, stop: int, score: float = 0.9, *, repeat: bool = False) -> Hint:
    return Hint(start, stop, score, (), repeat=repeat)


def test_a_version_is_judged_sentence_by_sentence(article: Article, version: Version) -> None:
    rows = hints.of_version(article, version, SHIPPED)
    assert rows
    assert all(
        version.text[r.start : r.stop].strip() == version.text[r.start : r.stop] for r in rows
    )


def test_another_language_is_refused_in_words(article: Article, version: Version) -> None:
    french = article.model_copy(update={"language": "fr-CH"})
    with pytest.raises(Refused, match="fr-CH"):
        hints.of_version(french, version, SHIPPED)


def test_a_regional_tag_of_english_is_english() -> None:
    assert hints.lexicon_for("en-GB") is hints.lexicon_for("") is english()


def test_checkable_is_what_is_over_the_threshold_and_no_repeat() -> None:
    rows = [row(0, 5), row(6, 9, 0.2), row(10, 15, repeat=True), row(16, 20, english().threshold)]
    assert hints.checkable(rows) == [rows[0], rows[3]]
    assert hints.checkable(rows, 0.1) == [rows[0], rows[1], rows[3]]


def test_places_carry_their_sentence_and_reason(store: Store) -> None:
    article = strikes(store)
    places = found(store, article)
    assert words(store, article, places) == [
        "About 1,350 dockers", "the first time since 1965", "41 percent",
    ]  # fmt: skip
    assert places[0].reason == "checkable: a figure, hedged “about”"
    assert places[0].sentence == places[1].sentence == Span(0, len(STRIKES[0]))
    assert places[0].words == digest(STRIKES[0])


def test_a_sentence_of_which_no_words_stand_out_is_one_place(store: Store) -> None:
    article = add(store, (BlockKind.PARAGRAPH, FOUNDED))
    (only,) = found(store, article)
    assert words(store, article, [only]) == [FOUNDED]
    assert (only.kind, only.reason) == ("", "checkable as a whole: a year")
    assert only.span == only.sentence


def test_nothing_is_found_in_headings_and_captions_or_of_hidden_kinds(store: Store) -> None:
    article = add(
        store,
        (BlockKind.HEADING, STRIKES[0]),
        (BlockKind.CAPTION, STRIKES[1]),
        (BlockKind.PARAGRAPH, STRIKES[0]),
    )
    places = found(store, article, HintSettings(hidden=("number",)))
    assert words(store, article, places) == ["the first time since 1965"]
    assert places[0].start > len(STRIKES[0])


def test_facts_are_unmarked_while_no_claim_touches_them_and_they_are_wanted(store: Store) -> None:
    article = strikes(store)
    version = store.latest_version(article.id)
    first, second = hints.unmarked_facts(store, article)
    assert words(store, article, [first, second]) == ["About 1,350 dockers", "41 percent"]
    store.apply(hints.dismiss(version, second, None))
    assert hints.unmarked_facts(store, article) == [first]
    store.apply(claims.mark(store, version, Span(first.stop + 2, first.stop + 9))[1])
    assert hints.unmarked_facts(store, article) == []


def test_a_sentence_with_two_hints_is_left_out_when_both_are_dismissed(store: Store) -> None:
    article = strikes(store)
    version = store.latest_version(article.id)
    first, second, _ = found(store, article)
    store.apply(hints.dismiss(version, first, None))
    assert hints.unmarked_facts(store, article)[0] == second
    store.apply(hints.dismiss(version, second, None))
    assert len(hints.unmarked_facts(store, article)) == 1


@pytest.mark.parametrize("language", ["", "en"])
def test_a_text_that_does_not_read_like_english_has_none_whatever_it_says(
    store: Store, language: str
) -> None:
    words = "Le port de Kestrel Bay a perdu en 2025 un tiers de ses 1 350 ouvriers, dit-il. " * 4
    article = add(store, (BlockKind.PARAGRAPH, words.strip()), language=language)
    with pytest.raises(Refused, match="does not read like English"):
        found(store, article)
    assert hints.unmarked_facts(store, article) == []


@pytest.mark.parametrize("language", ["", "de", "de-AT"])
def test_german_is_read_by_its_own_lexicon(store: Store, language: str) -> None:
    said = "Der Hafen von Kestrel Bay hat 2025 ein Drittel der rund 1.350 Arbeiter verloren."
    article = add(store, (BlockKind.PARAGRAPH, " ".join([said] * 4)), language=language)
    places = found(store, article)
    assert words(store, article, places) == ["ein Drittel der", "rund 1.350 Arbeiter"]


def test_of_another_language_no_fact_is_asked_for(store: Store) -> None:
    article = add(store, (BlockKind.PARAGRAPH, STRIKES[0]), language="fr")
    assert hints.unmarked_facts(store, article) == []
    with pytest.raises(Refused):
        found(store, article)


@pytest.mark.parametrize(
    ("kind", "claim"),
    [("percent", ClaimKind.PERCENTAGE), ("first", ClaimKind.FIRST_SINCE), ("doubt", None)],
)
def test_a_hint_becomes_a_claim_of_its_kind(kind: str, claim: ClaimKind | None) -> None:
    assert hints.claim_kind(kind) is claim


def test_a_dismissed_hint_stays_so_in_a_new_version_while_its_sentence_stands(
    store: Store,
) -> None:
    article = strikes(store)
    version = store.latest_version(article.id)
    first, _, third = found(store, article)
    for place in (first, third):
        store.apply(hints.dismiss(version, place, None))
    blocks = tuple(
        (BlockKind.PARAGRAPH, one)
        for one in ("It began on a Monday.", STRIKES[0], STRIKES[1].replace("41", "40"))
    )
    draft = drafted(*blocks)
    store.apply(revisions.revise(store, article, Document(content=b"later"), draft).edit)
    dismissed = hints.Dismissed(store.dismissals(article.id))
    left = [place for place in found(store, article) if not dismissed.has(place)]
    assert words(store, article, left) == ["the first time since 1965", "40 percent"]


def test_dismissed_hints_come_back_by_undo_and_by_wish(store: Store) -> None:
    article = strikes(store)
    version, (place, *_) = store.latest_version(article.id), found(store, article)
    edit = hints.dismiss(version, place, None)
    store.apply(edit)
    assert store.dismissals(article.id)[0].exact == "About 1,350 dockers"
    store.apply(edit.inverse())
    assert store.dismissals(article.id) == []
    store.apply(edit)
    store.apply(hints.restore(store, article.id))
    assert store.dismissals(article.id) == []
    assert list(store.findings()) == []
