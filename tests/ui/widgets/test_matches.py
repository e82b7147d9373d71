from factdesk.model.span import Span
from factdesk.ui.widgets.matches import Matches, occurrences


def test_words_are_found_whatever_their_case_and_over_line_breaks() -> None:
    text = "😀 First Time.\n\nThe first\ntime again"
    assert occurrences(text, "first time") == [Span(2, 12), Span(19, 29)]
    assert [text[start:stop] for start, stop in occurrences(text, "FIRST TIME")] == [
        "First Time",
        "first\ntime",
    ]


def test_what_is_special_in_patterns_is_not_special_here() -> None:
    assert occurrences("3.2% (or 352%)", "3.2% (") == [Span(0, 6)]
    assert occurrences("anything", "  ") == []


def test_going_to_a_match_goes_round_and_round() -> None:
    matches = Matches([Span(5, 7), Span(1, 3)])
    assert matches.current is None
    assert matches.go_to(0) == Span(1, 3)
    assert matches.go_to(-1) == Span(5, 7)
    assert matches.go_to(2) == Span(1, 3)
    assert Matches().go_to(3) is None


def test_only_matches_in_the_stretch_are_listed() -> None:
    matches = Matches([Span(0, 5), Span(5, 8), Span(8, 9)])
    assert matches.touching(Span(5, 8)) == [Span(5, 8)]
    assert matches.touching(Span(4, 9)) == [Span(0, 5), Span(5, 8), Span(8, 9)]


def test_stepping_begins_where_the_reader_is() -> None:
    spans = [Span(0, 2), Span(5, 7), Span(8, 9)]
    assert Matches(spans).step(1, 5) == Span(5, 7)
    assert Matches(spans).step(1, 9) == Span(0, 2)
    assert Matches(spans).step(-1, 5) == Span(0, 2)
    matches = Matches(spans)
    matches.step(1, 6)
    assert matches.step(-1, 0) == Span(5, 7)
    assert Matches().step(1, 0) is None
