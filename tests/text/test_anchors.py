import pytest

from factdesk.errors import NotFound
from factdesk.model.span import Span
from factdesk.text.anchors import find, locate, occurrences, surroundings


def quoted(text: str, quote: str) -> list[str]:
    return [text[start:stop] for start, stop in occurrences(text, quote)]


def test_surroundings_grow_until_they_tell_two_equal_places_apart() -> None:
    repeated = "It is said that all of it was of no use to anybody at all. "
    text = f"First. {repeated}{repeated}{repeated}Last."
    second = text.index("use", text.index("use") + 1)
    prefix, suffix = surroundings(text, Span(second, second + 3))
    assert text.count(f"{prefix}use{suffix}") == 1


def test_short_texts_are_taken_whole() -> None:
    assert surroundings("Robin won.", Span(0, 5)) == ("", " won.")


def test_surroundings_split_no_cluster() -> None:
    text = "👩\u200d🚀" * 40
    prefix, suffix = surroundings(text, Span(60, 63))
    assert len(prefix) % 3 == len(suffix) % 3 == 0


def test_overlapping_occurrences_are_not_counted() -> None:
    assert occurrences("aaaaa", "aa") == [(0, 2), (2, 4)]


def test_a_part_of_an_emoji_is_no_occurrence() -> None:
    assert occurrences("👩\u200d🚀 and 🚀", "🚀") == [(8, 9)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("he said “don’t” – twice…", '"don\'t" - twice...'),
        ("1\u00a0350\nmen", "1 350   men"),
        ("he -- she", "he — she"),
        ("one\n\ntwo", "one\u2029two"),
        ("le café", "cafe\u0301"),
        ("over [now] (sic)", " [now] (sic)\n"),
    ],
)
def test_a_quote_in_other_typography_is_found(text: str, quote: str) -> None:
    assert len(occurrences(text, quote)) == 1


def test_only_a_quote_found_nowhere_to_the_letter_is_read_loosely() -> None:
    assert quoted("it's and it’s", "it's") == ["it's"]


def test_other_words_are_never_taken_for_the_quote() -> None:
    assert occurrences("Elisa won. Robin lost.", "Robin won") == []


@pytest.mark.parametrize("quote", ["", "  ", "\u00ad"])
def test_nothing_stands_nowhere(quote: str) -> None:
    assert occurrences("Some text", quote) == []


def test_a_place_is_located_by_its_number() -> None:
    assert locate("no no", "no") == (0, 2)
    assert locate("no no", "no", 2) == (3, 5)


@pytest.mark.parametrize("occurrence", [0, -1, 3])
def test_a_wrong_number_is_answered_with_how_many_there_are(occurrence: int) -> None:
    with pytest.raises(NotFound) as error:
        locate("no no", "no", occurrence)
    assert error.value.advice == "It occurs 2 times; name one with --occurrence."


def test_a_quote_that_stands_nowhere_is_named() -> None:
    with pytest.raises(NotFound, match="“never”"):
        locate("no no", "never")


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("Łódź, CAFÉ, cafe\u0301", "café", ["CAFÉ", "cafe\u0301"]),
        ("Größe und GRÖSSE", "grosse", ["Größe", "GRÖSSE"]),
        ("the oﬃce", "ff", ["ﬃ"]),
        ("😀 İstanbul", "istan", ["İstan"]),
        ("it’s 1\u00a0350", "it's 1 350", ["it’s 1\u00a0350"]),
        ("ΟΔΟΣ οδός", "οδος", ["ΟΔΟΣ", "οδός"]),
        ("שָׁלוֹם", "שלום", ["שָׁלוֹם"]),
        ("가각", "가", ["가"]),
        ("かが", "か", ["か"]),
        ("text", "", []),
    ],
)
def test_a_reader_finds_what_he_means(text: str, needle: str, found: list[str]) -> None:
    assert [text[start:stop] for start, stop in find(text, needle)] == found


def test_a_quote_longer_than_the_text_is_not_looked_for() -> None:
    assert occurrences("the harbour", "the harbour " * 200_000) == []
    assert occurrences("so… it “is”", 'so...   it "is"') == [Span(0, 11)]
