import hypothesis.strategies as st
from hypothesis import given
from tests.ui.reading import place_at

from factdesk.ui.widgets.brushes import Style
from factdesk.ui.widgets.places import Form, Place
from factdesk.ui.widgets.ribbons import LANES, ribbons
from factdesk.ui.widgets.runs import sweep
from factdesk.ui.widgets.span_index import SpanIndex

PLACES = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(Form)), max_size=9
).map(
    lambda drawn: [
        place_at((start, start + length), f"C{number}", form)
        for number, (start, length, form) in enumerate(drawn)
    ]
)


def over(places: list[Place], position: int) -> list[Place]:
    return [place for place in places if place.start <= position < place.stop]


@given(PLACES, st.integers(0, 50), st.integers(1, 40))
def test_each_position_lies_in_one_run_with_all_that_lies_over_it(
    places: list[Place], start: int, length: int
) -> None:
    stop = start + length
    runs = sweep(SpanIndex(places).touching(start, stop), start, stop)
    for position in range(start, stop):
        here = [run for run in runs if run.start <= position < run.stop]
        assert sorted(p for run in here for p in run.places) == sorted(over(places, position))
        assert len(here) <= 1
    assert all(start <= run.start < run.stop <= stop for run in runs)


@given(PLACES, st.integers(0, 90))
def test_a_part_of_the_text_is_swept_as_the_whole_is(places: list[Place], cut: int) -> None:
    whole = sweep(SpanIndex(places).touching(0, 100), 0, 100)
    parts = [
        run
        for start, stop in ((0, cut), (cut, 100))
        for run in sweep(SpanIndex(places).touching(start, stop), start, stop)
    ]
    for position in range(100):
        assert [run.places for run in whole if run.start <= position < run.stop] == [
            run.places for run in parts if run.start <= position < run.stop
        ]


@given(PLACES)
def test_each_position_is_underlined_as_often_as_there_are_places_and_lanes(
    places: list[Place],
) -> None:
    painted = ribbons(sweep(places, 0, 100), None)
    for position in range(100):
        lines = [
            ribbon
            for ribbon in painted
            if ribbon.start <= position < ribbon.stop and ribbon.lane >= 0
        ]
        assert len(lines) == min(LANES, len(over(places, position)))
        assert sorted(ribbon.lane for ribbon in lines) == list(range(len(lines)))


def test_a_ribbon_goes_on_over_the_runs_it_passes() -> None:
    places = [place_at((0, 50), "C1"), place_at((10, 20), "C2", Form.DASHED)]
    painted = ribbons(sweep(places, 0, 100), None)
    assert [(r.start, r.stop, r.style, r.lane) for r in sorted(painted)] == [
        (0, 50, Style.SOLID, -1),
        (0, 50, Style.LINE, 0),
        (10, 20, Style.DASHED, 1),
    ]


def test_the_chosen_claim_shows_its_ground_under_smaller_ones() -> None:
    places = [place_at((0, 50), "C1"), place_at((10, 20), "C2")]
    painted = ribbons(sweep(places, 0, 100), "C1")
    grounds = [ribbon for ribbon in painted if ribbon.lane < 0]
    assert [(r.start, r.stop, r.style) for r in grounds] == [(0, 50, Style.CHOSEN)]
