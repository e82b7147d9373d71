import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from factdesk.model.lines import ClaimLine
from factdesk.ui.models.claims import ClaimsModel
from factdesk.ui.widgets.claim_list import ClaimList


def claim(number: int, rating: str = "") -> ClaimLine:
    start = number * 10
    return ClaimLine(
        f"c{number}", number, f"a{number}", start, start + 5, f"q {number}", rating=rating
    )


@pytest.fixture
def claims(qtbot: QtBot) -> ClaimList:
    model = ClaimsModel()
    made = ClaimList(model)
    model.setParent(made)
    qtbot.addWidget(made)
    model.show_lines([claim(1), claim(2, "true"), claim(3)])
    made.resize(320, 500)
    made.show()
    return made


def model_of(claims: ClaimList) -> ClaimsModel:
    model = claims.rows.model()
    assert isinstance(model, ClaimsModel)
    return model


def row_middle(claims: ClaimList, row: int) -> QPoint:
    return claims.rows.visualRect(claims.rows.model().index(row, 0)).center()


def test_a_click_picks_a_claim(claims: ClaimList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(claims.claim_picked) as picked:
        qtbot.mouseClick(
            claims.rows.viewport(), Qt.MouseButton.LeftButton, pos=row_middle(claims, 1)
        )
    assert picked.args == ["c2"]


def test_arrow_keys_pick_and_letters_do_not(claims: ClaimList, qtbot: QtBot) -> None:
    claims.select_claim("c1")
    with qtbot.waitSignal(claims.claim_picked) as picked:
        qtbot.keyClick(claims.rows, Qt.Key.Key_Down)
    assert picked.args == ["c2"]
    with qtbot.assertNotEmitted(claims.claim_picked):
        qtbot.keyClicks(claims.rows, "c3 q")


def test_a_claim_selected_by_a_slot_is_not_told_back(claims: ClaimList, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(claims.claim_picked):
        claims.select_claim("c3")
    assert claims.rows.currentIndex().row() == 2


def test_next_and_previous_stop_at_the_ends(claims: ClaimList) -> None:
    picked: list[str] = []
    claims.claim_picked.connect(picked.append)
    for _ in range(4):
        claims.pick_next()
    claims.pick_previous()
    assert picked == ["c1", "c2", "c3", "c2"]


def test_chips_count_and_narrow(claims: ClaimList, qtbot: QtBot) -> None:
    chips = claims.bar.chips.buttons()
    assert [chip.text() for chip in chips] == ["All 3", "Open 2", "Judged 1"]
    qtbot.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    assert model_of(claims).rowCount() == 2
    model_of(claims).put_line(claim(1, "false"))
    assert [chip.text() for chip in chips] == ["All 3", "Open 1", "Judged 2"]


def test_a_chosen_claim_that_leaves_the_filter_hands_its_place_to_nobody(
    claims: ClaimList, qtbot: QtBot
) -> None:
    qtbot.mouseClick(claims.bar.chips.buttons()[1], Qt.MouseButton.LeftButton)
    claims.select_claim("c1")
    with qtbot.assertNotEmitted(claims.claim_picked):
        model_of(claims).put_line(claim(1, "true"))
    assert not claims.rows.currentIndex().isValid()
    qtbot.mouseClick(claims.bar.chips.buttons()[0], Qt.MouseButton.LeftButton)
    assert claims.rows.currentIndex().row() == 0


def test_words_typed_in_the_filter_narrow_and_enter_leads_to_the_rows(
    claims: ClaimList, qtbot: QtBot
) -> None:
    claims.focus_filter()
    qtbot.keyClicks(claims.bar.field, "q 3")
    with qtbot.waitSignal(claims.claim_picked) as picked:
        qtbot.keyClick(claims.bar.field, Qt.Key.Key_Return)
    assert picked.args == ["c3"]
    assert model_of(claims).rowCount() == 1


def test_a_filter_by_state_shows_that_it_is_on_and_can_be_taken_off(
    claims: ClaimList,
) -> None:
    offer = next(act for act in claims.bar._offers.actions() if act.text() == "Query out")
    offer.trigger()
    assert model_of(claims).rowCount() == 0
    assert claims.bar.more.isChecked()
    assert "No claim fits" in claims._remark.text()
    offer.trigger()
    assert model_of(claims).rowCount() == 3
    assert not claims.bar.more.isChecked()
