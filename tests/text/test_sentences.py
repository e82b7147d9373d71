import pytest

from factdesk.model.span import Span
from factdesk.text import sentences as splitting
from factdesk.text.sentences import sentence_around, sentences


def split(text: str) -> list[str]:
    return [text[start:stop] for start, stop in sentences(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Smith met J. R. Ewing and Gov. Newsom.",
        "It is the U.S. Army that St. Louis saw.",
        "It rose by 3.5 percent to $1.2 billion.",
        "See No. 5 and Fig. 3 of Jan. 6.",
        "“What?” he asked.",
        "“No.” she wrote.",
        "Yahoo! is a company.",
        "Well... maybe.",
        "… Then he came.",
        "1. Wash your hands.",
        "They met at 5 p.m. Thursday.",
        "Acme Inc. Chairman Lee left.",
        "Am 3. Oktober kam Dr. Meier, z.B. mit 5 Mio. Euro.",
        "Im 16. Jahrhundert kam er auf den 9. Platz.",
        "「そう。」と言った。",
        "No stop at the end",
    ],
)
def test_not_every_stop_ends_a_sentence(sentence: str) -> None:
    assert split(f"{sentence}\nThe rest.") == [sentence, "The rest."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He lives in the U.S.", "The end."),
        ("They left at 5 p.m.", "He stayed."),
        ("“It is over.”", "“Is it?”"),
        ("(He left.)", "[She stayed.]"),
        ("Is that so?!", "Yes."),
        ("Wait...", "Then he came."),
        ("Was it? No.", "It was not."),
        ("So do I.", "And you?"),
        ("It was 2019.", "Then came 2020."),
        ("Él vino.", "¿Quién?"),
        ("Она пришла.", "Он ушёл."),
    ],
)
def test_a_sentence_ends_where_its_reader_would_pause(first: str, second: str) -> None:
    assert split(f"{first}  {second}")[-1] == second


def test_cjk_stops_need_no_space() -> None:
    assert split("これは文です。次の文！「そう。」") == ["これは文です。", "次の文！", "「そう。」"]


def test_a_line_break_always_ends_a_sentence() -> None:
    assert split("A heading\n\nby Mr.\nSmith went on \n") == [
        "A heading",
        "by Mr.",
        "Smith went on",
    ]


def test_the_sentences_around_a_place_are_found_in_its_lines() -> None:
    text = "Heading\n\nOne is here. Two is 😀 here. Three.\n\nFour."
    two = text.index("is 😀")
    around = sentence_around(text, Span(two, two + 2))
    assert text[around.start : around.stop] == "Two is 😀 here."
    across = sentence_around(text, Span(two, text.index("ree.")))
    assert text[across.start : across.stop] == "Two is 😀 here. Three."
    caret = sentence_around(text, Span(two, two))
    assert caret == around


def test_a_place_in_no_sentence_is_left_as_it_is() -> None:
    assert sentence_around("One.\n\nTwo.", Span(5, 5)) == (5, 5)
    assert sentence_around("", Span(0, 0)) == (0, 0)


def test_a_long_line_is_split_once_for_all_places_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"Sentence number {number} stands in a transcript." for number in range(50))
    split_lines: list[str] = []

    def counted(line: str) -> list[Span]:
        split_lines.append(line)
        return sentences(line)

    monkeypatch.setattr(splitting, "sentences", counted)
    for place in sentences(text):
        assert sentence_around(text, Span(place.start + 3, place.start + 4)) == place
    assert split_lines == [text]
