import pytest

from factdesk.model.span import Span
from factdesk.text.boundaries import snap_to_graphemes, snap_to_words, word_at


def selected(text: str, part: str) -> str:
    """Give the words that selecting a part of a text by hand stands for."""
    start = text.index(part)
    span = snap_to_words(text, Span(start, start + len(part)))
    return text[span.start : span.stop]


@pytest.mark.parametrize(
    ("cluster", "split"),
    [
        ("👩\u200d🚀", 1),
        ("🇩🇪", 1),
        ("👍🏽", 1),
        ("x\u0323\u0307", 2),
        ("\u1100\u1161\u11a8", 1),
        ("क्ष", 2),
    ],
)
def test_a_border_within_a_cluster_moves_out_of_it(cluster: str, split: int) -> None:
    text = f"東京{cluster}都 {cluster}"
    assert snap_to_graphemes(text, Span(0, 2 + split)) == (0, 2 + len(cluster))
    assert snap_to_graphemes(text, Span(2 + split, len(text))) == (2, len(text))


def test_flags_are_counted_in_pairs_from_the_first() -> None:
    text = "🇩🇪" * 50
    assert snap_to_graphemes(text, Span(51, 53)) == (50, 54)


def test_a_place_beyond_the_text_is_brought_back_into_it() -> None:
    assert snap_to_graphemes("text", Span(-3, 40)) == (0, 4)


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("some 1,350 troops", "3", "1,350"),
        ("some 1\u00a0350\u202f000 men", "35", "1\u00a0350\u202f000"),
        ("rose by $4.5bn.", "5", "$4.5bn"),
        ("at −5 degrees", "5", "−5"),
        ("about 12% more", "2", "12%"),
        ("at 10:30 on 7/17/2026", "0 on 7", "10:30 on 7/17/2026"),
        ("the U.S. Army", "S", "U.S."),
        ("an e.g. here", "e.", "e.g."),
        ("they don’t know", "t k", "don’t know"),
        ("a well-known fact", "own f", "well-known fact"),
        ("AT&T said", "T s", "AT&T said"),
        ("asked @some_one", "one", "@some_one"),
        ("he said “Hello, world” to", "llo, wor", "Hello, world"),
        ("he said “Hello, world” to", "“Hel", "“Hello"),
        ("he said “Hello, world” to", "rld”", "world”"),
        ("he — she", "—", "—"),
        ("the word, here", " word, ", "word,"),
        ("one\n\ntwo three", "e\n\nt", "one\n\ntwo"),
        ("東京都に行く", "京", "京"),
        ("東京の1,350人", "3", "1,350"),
        ("می\u200cروم خانه", "رو", "می\u200cروم"),
        ("a 👩\u200d🚀 flew", "🚀", "👩\u200d🚀"),
    ],
)
def test_half_a_word_means_the_word(text: str, part: str, words: str) -> None:
    assert selected(text, part) == words


def test_white_space_alone_means_the_word_it_begins_at_or_nothing() -> None:
    assert snap_to_words("one two", Span(3, 4)) == (0, 3)
    assert snap_to_words("one   two", Span(4, 5)) == (4, 4)
    assert snap_to_words("", Span(0, 0)) == (0, 0)


def test_a_caret_between_two_words_is_at_the_second() -> None:
    assert word_at("𝔘no, 東京", 1) == (0, 3)
    assert word_at("no, 東京", 2) == (0, 2)
    assert word_at("no, 東京", 3) == (3, 3)
    assert word_at("no, 東京", 5) == (5, 6)
