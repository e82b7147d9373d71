from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from factdesk.model.article import LeftOut
from factdesk.model.span import BlockKind
from factdesk.ui.page import Page
from factdesk.ui.widgets.elision import ElidedLabel
from factdesk.ui.widgets.left_out_panel import LeftOutPanel


def block(text: str) -> LeftOut:
    return LeftOut(kind=BlockKind.PARAGRAPH, text=text, reason="a teaser", position=0)


def test_each_block_is_brought_back_by_its_own_button(qtbot: QtBot) -> None:
    panel = LeftOutPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 400)
    panel.show()
    panel.show_blocks([block("one"), block("two"), block("three")])
    buttons = [
        each
        for each in panel.findChildren(QPushButton)
        if each.accessibleName().startswith("Bring back")
    ]
    assert [button.accessibleName() for button in buttons] == [
        "Bring back: one",
        "Bring back: two",
        "Bring back: three",
    ]
    with qtbot.waitSignal(panel.bring_back_wished) as wished:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert wished.args == [1]


def test_a_block_that_is_back_leaves_the_list(qtbot: QtBot) -> None:
    panel = LeftOutPanel()
    qtbot.addWidget(panel)
    panel.show_blocks([block("one"), block("two")])
    assert panel._title.text() == "Left out  2"
    panel.show_blocks([block("two")])
    assert [row.isHidden() for row in panel._blocks] == [False]
    panel.show_blocks([])
    assert panel._title.text() == "Nothing is left out"


def test_the_keyboard_stays_in_the_list_when_a_block_leaves_it(qtbot: QtBot) -> None:
    panel = LeftOutPanel()
    qtbot.addWidget(panel)
    panel.show()
    panel.show_blocks([block("one"), block("two")])
    qtbot.waitExposed(panel)
    for left, told in (([block("two")], "Bring back: two"), ([], panel._close.accessibleName())):
        panel._backs[0].setFocus()
        qtbot.waitUntil(panel._backs[0].hasFocus)
        panel.show_blocks(left)
        focused = panel.focusWidget()
        assert focused is not None
        assert focused.accessibleName() == told


def test_the_place_of_a_block_is_asked_for_by_a_button_of_its_own(qtbot: QtBot) -> None:
    panel = LeftOutPanel()
    qtbot.addWidget(panel)
    panel.show_blocks([block("one"), block("two")])
    places = {each.accessibleName(): each for each in panel.findChildren(QPushButton)}
    with qtbot.waitSignal(panel.place_wished) as wished:
        places["Show place: two"].click()
    assert wished.args == [1]


def test_the_lines_and_cells_of_a_box_are_told_apart(qtbot: QtBot) -> None:
    panel = LeftOutPanel()
    qtbot.addWidget(panel)
    panel.show_blocks([block("Year\tTonnes\n1972\t12 million")])
    (text,) = panel.findChildren(ElidedLabel)
    assert text.text == "Year | Tonnes · 1972 | 12 million"


def test_what_was_left_out_takes_less_room_than_the_text(qtbot: QtBot) -> None:
    page = Page()
    qtbot.addWidget(page)
    page.show()
    for height in (500, 900):
        page.resize(700, height)
        assert page.left_out.maximumHeight() < height / 2
