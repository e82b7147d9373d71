import hypothesis.strategies as st
from hypothesis import given
from tests.ui.reading import place_at

from factdesk.ui.widgets.places import Place
from factdesk.ui.widgets.span_index import SpanIndex

LENGTH = 100_000
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, LENGTH)).map(
    lambda drawn: (drawn[0], min(drawn[0] + drawn[1], LENGTH))
)
SHORT = st.tuples(st.integers(0, 5_000), st.integers(1, 200)).map(lambda d: (d[0], sum(d)))
DEEDS = st.lists(st.tuples(st.booleans(), st.integers(0, 9), SPANS | SHORT))


@given(DEEDS, SPANS | SHORT)
def test_it_finds_what_a_list_finds_after_any_puts_and_drops(
    deeds: list[tuple[bool, int, tuple[int, int]]], asked: tuple[int, int]
) -> None:
    index, naive = SpanIndex(), dict[str, Place]()
    for putting, number, span in deeds:
        place = place_at(span, f"C{number}")
        if putting:
            index.put(place)
            naive[place.anchor] = place
        else:
            assert index.drop(place.anchor) == naive.pop(place.anchor, None)
    start, stop = asked
    expected = [place for place in naive.values() if place.start < stop and start < place.stop]
    found = index.touching(start, stop)
    assert sorted(found) == sorted(expected)
    assert [place.start for place in found] == sorted(place.start for place in found)
    assert len(index) == len(naive)
    assert set(index) == set(naive.values())


@given(SPANS)
def test_no_place_lies_in_more_than_two_cells(span: tuple[int, int]) -> None:
    index = SpanIndex([place_at(span)])
    assert len(index._cells) <= 2


def test_nothing_touches_an_empty_stretch() -> None:
    assert SpanIndex([place_at((0, 10))]).touching(5, 5) == []


def test_nothing_is_left_behind_by_what_was_dropped() -> None:
    index = SpanIndex([place_at((0, LENGTH)), place_at((5, 6), "C2")])
    index.drop("C1")
    index.drop("C2")
    assert (index._cells, index._storeys, index._places) == ({}, {}, {})


def test_a_place_put_again_is_where_it_was_put_last() -> None:
    index = SpanIndex([place_at((10, 20))])
    index.put(place_at((5_000, 5_010)))
    assert index.touching(0, 100) == []
    assert index.touching(5_009, 5_011) == [place_at((5_000, 5_010))]
    assert index.get("C1") == place_at((5_000, 5_010))
