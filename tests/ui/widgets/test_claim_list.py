import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from factdesk.model.lines import ClaimLine
from factdesk.ui.models.claim_filter import ClaimFilter
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


def offer(claims: ClaimList, *names: str) -> QAction:
    """Open the menu of filters and go down to an offer."""
    menu: QMenu = claims.bar.menu
    menu.aboutToShow.emit()
    for name in names[:-1]:
        inner = next(act for act in menu.actions() if act.text().replace("&", "") == name).menu()
        assert isinstance(inner, QMenu)
        menu = inner
    return next(act for act in menu.actions() if act.text().replace("&", "").startswith(names[-1]))


def test_a_filter_by_state_is_told_with_counts_and_can_be_taken_off(
    claims: ClaimList, qtbot: QtBot
) -> None:
    model_of(claims).put_line(claim(3)._replace(state="query out"))
    assert offer(claims, "State", "Query out").text() == "Query out\t1"
    offer(claims, "State", "Query out").trigger()
    assert model_of(claims).rowCount() == 1
    assert claims.bar.more.isChecked()
    assert claims.bar.told.text() == "Query out  ✕"
    model_of(claims).put_line(claim(3))
    assert "No claim fits" in claims._remark.text()
    qtbot.mouseClick(claims.bar.told, Qt.MouseButton.LeftButton)
    assert model_of(claims).rowCount() == 3
    assert not claims.bar.more.isChecked()


def test_axes_are_combined_and_kept_filters_come_with_counts(claims: ClaimList) -> None:
    model = model_of(claims)
    model.put_line(claim(1)._replace(kind="number", priority="central"))
    model.put_line(claim(3)._replace(kind="number"))
    offer(claims, "Kind", "Number").trigger()
    assert model.rowCount() == 2
    offer(claims, "Priority", "Central").trigger()
    assert model.rowCount() == 1
    kept: list[ClaimFilter] = []
    claims.bar.menu.keep_wished.connect(kept.append)
    offer(claims, "Keep this filter").trigger()
    assert kept == [ClaimFilter(kind="number", priority="central")]
    claims.show_kept(kept)
    assert offer(claims, "Number · Central").text() == "Number · Central\t1"
    assert offer(claims, "Forget this filter").isEnabled()
    offer(claims, "Show all").trigger()
    assert model.rowCount() == 3


def test_claims_are_sorted_as_picked_and_the_chosen_one_stays(claims: ClaimList) -> None:
    claims.select_claim("c1")
    model_of(claims).put_line(claim(3)._replace(priority="central"))
    menu = claims.bar.sort.menu()
    next(act for act in menu.actions() if act.text() == "Priority").trigger()
    assert [model_of(claims).line(row).claim for row in range(3)] == ["c3", "c1", "c2"]
    assert claims.rows.currentIndex().row() == 1
