"""Places are marked in a difference, on either side and in both at once."""

from hypothesis import given
from hypothesis import strategies as st

from factdesk.model.span import Span
from factdesk.text.anchoring import difference
from factdesk.text.anchoring.marking import Mark, Piece, Side, pieces

OLD = "Robin won the race by 41 metres.\n\nThe harbour was closed. Nobody saw it."
NEW = "Elisa won the race by 44 metres.\n\nThe harbour was closed."


def mark(text: str, words: str, name: str) -> Mark:
    start = text.index(words)
    return Mark(name, Span(start, start + len(words)))


WAS = [mark(OLD, "Robin", "C1"), mark(OLD, "41 metres", "C2"), mark(OLD, "Nobody saw it", "C3")]
IS = [mark(NEW, "Elisa", "C1"), mark(NEW, "44 metres", "C2")]


def shown(side: Side) -> str:
    """Write a difference down with its places in brackets."""
    return "".join(map(written, pieces(difference(OLD, NEW), (OLD, NEW), (WAS, IS), side)))


def written(piece: Piece) -> str:
    sign = {"delete": "-", "insert": "+", "equal": ""}[piece.op]
    opened = "".join(f"<{name}>" for name in piece.begun)
    closed = "".join(f"</{name}>" for name in reversed(piece.ended))
    return f"{opened}{sign}{piece.text}{sign}{closed}"


def test_places_are_marked_on_either_side() -> None:
    assert shown(Side.OLD) == (
        "<C1>-Robin-</C1> won the race by <C2>-41- metres</C2>.\n\nThe harbour was closed."
        "- -<C3>-Nobody saw it-</C3>-.-"
    )
    assert shown(Side.NEW) == (
        "<C1>+Elisa+</C1> won the race by <C2>+44+ metres</C2>.\n\nThe harbour was closed."
    )


def test_a_place_goes_on_over_what_was_there_and_what_has_come() -> None:
    assert shown(Side.BOTH) == (
        "<C1>-Robin-+Elisa+</C1> won the race by <C2>-41-+44+ metres</C2>.\n\n"
        "The harbour was closed."
        "- -<C3>-Nobody saw it-</C3>-.-"
    )


def test_a_place_that_is_lost_is_marked_in_the_words_that_stay() -> None:
    lost = [mark(OLD, "won the race by 41", "C9")]
    told = pieces(difference(OLD, NEW), (OLD, NEW), (lost, []))
    assert [piece.text for piece in told if piece.names] == [
        " won the race by ".strip() + " ",
        "41",
    ]


def test_the_same_place_under_two_names_and_within_another_is_told_once_each() -> None:
    marks = [mark(OLD, "won the race", name) for name in ("C10", "C2")]
    marks.append(mark(OLD, "race", "C3"))
    (first, inner) = (
        piece for piece in pieces(difference(OLD, OLD), (OLD, OLD), (marks, marks)) if piece.names
    )
    assert (first.text, first.begun, first.ended) == ("won the ", ("C2", "C10"), ())
    assert (inner.text, inner.begun, inner.ended) == ("race", ("C3",), ("C2", "C3", "C10"))


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)), max_size=6))
def test_both_sides_are_shown_to_the_letter_whatever_is_marked(
    places: list[tuple[int, int]],
) -> None:
    marks = [
        Mark(f"C{n}", Span(at, min(len(OLD), at + long))) for n, (at, long) in enumerate(places)
    ]
    runs, texts = difference(OLD, NEW), (OLD, NEW)
    told = pieces(runs, texts, (marks, IS), Side.OLD)
    assert "".join(piece.text for piece in told) == OLD
    for place in marks:
        inside = "".join(piece.text for piece in told if place.name in piece.names)
        assert inside == OLD[slice(*place.span)]
    assert "".join(p.text for p in pieces(runs, texts, (marks, IS), Side.NEW)) == NEW
