import random

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from factdesk.model.lines import ClaimLine
from factdesk.ui.models.claim_filter import AXES, ClaimFilter
from factdesk.ui.models.claims import ClaimOrder, ClaimsModel, Counts

pytestmark = pytest.mark.usefixtures("qapp")


def claim(
    number: int, start: int | None = None, rating: str = "", label: str = "", state: str = "marked"
) -> ClaimLine:
    place = number * 10 if start is None else start
    return ClaimLine(
        f"claim-{number}",
        number,
        f"anchor-{number}",
        place,
        place + 5,
        f"quote {number}",
        rating=rating,
        label=label,
        state=state,
    )


@pytest.fixture
def model() -> ClaimsModel:
    made = ClaimsModel()
    made.setProperty(
        "tester",
        QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made),
    )
    return made


def shown(model: ClaimsModel) -> list[int]:
    return [model.line(row).number for row in range(model.rowCount())]


def test_claims_stand_in_the_order_of_the_text(model: ClaimsModel) -> None:
    model.show_lines([claim(1, 50), claim(2, 10), claim(4, 10), claim(3, 99)])
    assert shown(model) == [2, 4, 1, 3]


def test_a_claim_that_stands_in_several_places_is_listed_once_at_the_first(
    model: ClaimsModel,
) -> None:
    model.show_lines([claim(1, 50), claim(2, 10), claim(1, 5)])
    assert shown(model) == [1, 2]
    assert model.counts == Counts(claims=2)


def test_a_claim_put_twice_is_replaced(model: ClaimsModel, qtbot: QtBot) -> None:
    model.show_lines([claim(1), claim(2)])
    with qtbot.assertNotEmitted(model.rowsInserted), qtbot.waitSignal(model.dataChanged):
        model.put_line(claim(2, rating="true", label="True"))
    assert model.line(1).label == "True"
    assert model.counts == Counts(claims=2, judged=1)


def test_a_claim_whose_place_changes_moves(model: ClaimsModel) -> None:
    model.show_lines([claim(1), claim(2), claim(3)])
    model.put_line(claim(1, 99))
    assert shown(model) == [2, 3, 1]


def test_filters_narrow_by_verdict_state_and_text(model: ClaimsModel) -> None:
    model.show_lines(
        [claim(1), claim(2, rating="true", label="True"), claim(3, state="query out"), claim(12)]
    )
    model.narrow(ClaimFilter(judged=False))
    assert shown(model) == [1, 3, 12]
    model.narrow(ClaimFilter(state="query out"))
    assert shown(model) == [3]
    model.narrow(ClaimFilter(rating="true"))
    assert shown(model) == [2]
    model.narrow(ClaimFilter(text="QUOTE 1"))
    assert shown(model) == [1, 12]
    model.narrow(ClaimFilter())
    assert shown(model) == [1, 2, 3, 12]


def test_a_claim_that_no_longer_fits_the_filter_leaves_and_comes_back(model: ClaimsModel) -> None:
    model.show_lines([claim(1), claim(2)])
    model.narrow(ClaimFilter(judged=False))
    model.put_line(claim(1, rating="true"))
    assert shown(model) == [2]
    assert model.row_of("claim-1") is None
    model.put_line(claim(1))
    assert shown(model) == [1, 2]
    assert model.counts == Counts(claims=2)


def test_dropping_a_claim_that_is_not_there_changes_nothing(model: ClaimsModel) -> None:
    model.show_lines([claim(1)])
    model.drop_line("no such claim")
    assert shown(model) == [1]
    model.drop_line("claim-1")
    assert shown(model) == []
    assert model.counts == Counts()


def test_any_order_of_changes_ends_as_a_fresh_list_would(model: ClaimsModel) -> None:
    dice = random.Random(7)  # noqa: S311 - dice for a test
    model.narrow(ClaimFilter(judged=False))
    kept: dict[str, ClaimLine] = {}
    for _ in range(300):
        number = dice.randrange(1, 30)
        if dice.random() < 0.3:
            model.drop_line(f"claim-{number}")
            kept.pop(f"claim-{number}", None)
        else:
            line = claim(number, dice.randrange(50), rating=dice.choice(["", "true"]))
            model.put_line(line)
            kept[line.claim] = line
    wanted = sorted((line.start, line.number) for line in kept.values() if not line.judged)
    assert [(model.line(row).start, model.line(row).number) for row in range(model.rowCount())] == (
        wanted
    )
    assert model.counts == Counts(len(kept), sum(line.judged for line in kept.values()))


def test_a_hundred_thousand_claims_are_held_and_change_one_by_one() -> None:
    model = ClaimsModel()
    model.show_lines([claim(number) for number in range(1, 100_001)])
    for number in range(50_000, 50_100):
        model.drop_line(f"claim-{number}")
        model.put_line(claim(number))
        model.put_line(claim(number, rating="true"))
    assert model.rowCount() == 100_000
    assert model.counts.judged == sum(model.line(row).judged for row in range(model.rowCount()))


def test_every_axis_narrows_and_sorts(model: ClaimsModel) -> None:
    special = claim(7, 90, rating="true", state="query out")._replace(
        change="open",
        kind="number",
        priority="central",
        assignee="Ada Quill",
        place="true",
        outdated=True,
    )
    model.show_lines([claim(1), claim(2)._replace(priority="minor"), special])
    for axis in AXES:
        model.narrow(ClaimFilter().on(axis, getattr(special, axis)))
        assert shown(model) == [7], axis
    model.narrow(ClaimFilter())
    firsts = {ClaimOrder.VERDICT, ClaimOrder.CHANGE, ClaimOrder.KIND, ClaimOrder.PRIORITY}
    for order in ClaimOrder:
        model.sort_by(order)
        first = order in firsts or order is ClaimOrder.ASSIGNEE
        assert shown(model) == ([7, 1, 2] if first else [1, 2, 7]), order


def test_sorted_by_an_axis_a_claim_put_anew_finds_its_place(model: ClaimsModel) -> None:
    model.sort_by(ClaimOrder.STATE)
    model.show_lines([claim(1), claim(2), claim(3)])
    model.put_line(claim(1, state="final"))
    assert shown(model) == [2, 3, 1]
    model.put_line(claim(2, state="query out"))
    assert shown(model) == [3, 2, 1]


def test_a_filter_is_kept_as_pairs_and_read_back() -> None:
    wanted = ClaimFilter(text="ferry", judged=False, state="query out", assignee="Ada Quill")
    assert ClaimFilter.read(wanted.kept()) == wanted
    assert ClaimFilter.read((("colour", "blue"),)) == ClaimFilter()
